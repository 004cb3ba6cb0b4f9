import { SubmitButton } from '#ui/button.tsx'
import { DayField } from '#ui/form/day-field.tsx'
import type { FieldError } from '#ui/form/error-summary.tsx'
import { RadioGroup } from '#ui/form/radio-group.tsx'
import { SavedAt } from '#ui/form/saved-at.tsx'
import { TextArea } from '#ui/form/text-area.tsx'
import { TextField } from '#ui/form/text-field.tsx'
import { useLocale } from '#ui/locale.tsx'
import type { AgreementHead } from '../../agreement.ts'
import { usualCopies } from '../../agreement.ts'
import { words } from '../../words.ts'

export interface HeadFormProps {
  action: string
  version: number
  head: Readonly<Record<keyof AgreementHead | 'substitutes', string>>
  members: number
  errors: readonly FieldError[]
}

/** What each field of the head is called. */
export const fieldNames = (t: ReturnType<typeof words>['head']): Record<keyof AgreementHead, string> => ({
  title: t.title,
  theme: t.theme,
  place: t.place,
  signing_on: t.signingOn,
  sign_by: t.signBy,
  witness: t.witness,
  copies: t.copies,
})

/** The head's values as fields show them. */
export const headTexts = (head: AgreementHead & { allows_substitute: boolean }): HeadFormProps['head'] => ({
  ...head,
  substitutes: head.allows_substitute ? 'yes' : 'no',
  signing_on: head.signing_on ?? '',
  sign_by: head.sign_by ?? '',
  copies: head.copies === null ? '' : String(head.copies),
})

const Days = ({ head, errorOf }: { head: HeadFormProps['head']; errorOf: (name: string) => string | undefined }) => {
  const t = words(useLocale()).head
  return (
    <div class="row">
      <DayField name="signing_on" label={t.signingOn} value={head.signing_on} error={errorOf('signing_on')} required />
      <DayField name="sign_by" label={t.signBy} help={t.signByHelp} value={head.sign_by} error={errorOf('sign_by')} />
    </div>
  )
}

export const HeadForm = ({ action, version, head, members, errors }: HeadFormProps) => {
  const t = words(useLocale()).head
  const errorOf = (name: string) => errors.find((error) => error.field === name)?.message
  return (
    <auto-save>
      <form method="post" action={action} class="fields" id="phan-dau">
        <input type="hidden" name="version" value={String(version)} />
        <TextField name="title" label={t.title} value={head.title} error={errorOf('title')} required />
        <TextArea
          name="theme"
          label={t.theme}
          help={t.themeHelp}
          value={head.theme}
          error={errorOf('theme')}
          rows={2}
          maxlength={500}
        />
        <TextField
          name="place"
          label={t.place}
          value={head.place}
          error={errorOf('place')}
          example="Nam Định"
          required
        />
        <Days head={head} errorOf={errorOf} />
        <TextField name="witness" label={t.witness} help={t.witnessHelp} value={head.witness} />
        <TextField
          name="copies"
          label={t.copies}
          help={t.copiesHelp(usualCopies(members))}
          value={head.copies}
          error={errorOf('copies')}
          inputmode="numeric"
          narrow
        />
        <RadioGroup
          name="substitutes"
          label={t.substitutes}
          help={t.substitutesHelp}
          value={head.substitutes}
          choices={[
            { value: 'yes', label: t.substitutesYes },
            { value: 'no', label: t.substitutesNo },
          ]}
          required
        />
        <div class="row">
          <span class="save-by-hand">
            <SubmitButton look="plain">{words(useLocale()).editor.save}</SubmitButton>
          </span>
          <SavedAt />
        </div>
      </form>
    </auto-save>
  )
}
