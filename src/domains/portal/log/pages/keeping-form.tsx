import type { ReturnedForm } from '#platform/answer-form.ts'
import type { Locale } from '#platform/words.ts'
import { fieldOf, PostedForm } from '#ui/form/posted-form.tsx'
import { TextField } from '#ui/form/text-field.tsx'
import { Sheet } from '#ui/sheet.tsx'
import { logPaths } from '../paths.ts'
import { words } from '../words.ts'

export interface KeepingProps {
  locale: Locale
  days: number
  form: ReturnedForm
}

export const KeepingForm = ({ locale, days, form }: KeepingProps) => {
  const t = words(locale)
  return (
    <Sheet title={t.keeping}>
      <PostedForm action={logPaths.keeping} form={form} submit={t.keepingSave}>
        <TextField
          {...fieldOf(form, 'days', String(days))}
          label={t.keepingDays}
          help={t.keepingHint}
          inputmode="numeric"
          narrow
          required
        />
      </PostedForm>
    </Sheet>
  )
}
