import { fieldOf, type Returned } from '#ui/form/posted-form.tsx'
import { TextField } from '#ui/form/text-field.tsx'
import { useLocale } from '#ui/locale.tsx'
import { words } from '../../words.ts'

/** The new password twice, as an invitation and a change ask for it. */
export const NewPasswordFields = ({ form }: { form: Returned }) => {
  const t = words(useLocale()).invitation
  const empty = (name: string) => ({
    ...fieldOf(form, name),
    value: undefined,
    type: 'password' as const,
    autocomplete: 'new-password',
    required: true,
  })
  return (
    <>
      <TextField {...empty('password')} label={t.password} help={t.passwordHelp} />
      <TextField {...empty('again')} label={t.again} />
    </>
  )
}
