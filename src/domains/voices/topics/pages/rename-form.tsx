import { SubmitButton } from '#ui/button.tsx'
import { Details } from '#ui/details.tsx'
import { TextField } from '#ui/form/text-field.tsx'
import { useLocale } from '#ui/locale.tsx'
import { words } from '../words.ts'

interface RenameFormProps {
  /** Tells its field from others of the page. */
  id: string
  name: string
  renaming: string
  ending: string
  /** What tells this row from others of its list, as hidden fields. */
  hidden?: Readonly<Record<string, string>>
}

/** Renames or ends one row of a list. */
export const RenameForm = ({ id, name, renaming, ending, hidden = {} }: RenameFormProps) => {
  const t = words(useLocale())
  return (
    <Details quiet summary={t.renameOf(name)}>
      <form method="post" action={renaming} class="fields" novalidate>
        {Object.entries(hidden).map(([key, value]) => (
          <input type="hidden" name={key} value={value} />
        ))}
        <TextField name="name" id={`ten-${id}`} label={t.newName} value={name} maxlength={120} required />
        <div class="row">
          <SubmitButton look="plain">{t.rename}</SubmitButton>
          <SubmitButton look="quiet" formAction={ending} unchecked>
            {t.end}
          </SubmitButton>
        </div>
      </form>
    </Details>
  )
}
