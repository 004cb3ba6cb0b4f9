import type { Locale } from '#platform/words.ts'
import { Checkbox } from '#ui/form/checkbox.tsx'
import { DayField } from '#ui/form/day-field.tsx'
import { fieldOf, tickOf, type Returned } from '#ui/form/posted-form.tsx'
import { TextField } from '#ui/form/text-field.tsx'
import type { Deed } from '../deed.ts'
import { words } from '../words.ts'

interface DocumentFieldsProps {
  locale: Locale
  form: Returned
  deed?: Deed
}

/** The deciding document: what it is called, its number or the word that it is not known, its day and issuer. */
export const DocumentFields = ({ locale, form, deed }: DocumentFieldsProps) => {
  const t = words(locale)
  return (
    <>
      <TextField
        {...fieldOf(form, 'documentName', deed?.document_name)}
        label={t.documentName}
        example={t.documentNameExample}
        maxlength={200}
        required
      />
      <TextField
        {...fieldOf(form, 'documentNumber', deed?.document_number ?? '')}
        label={t.documentNumber}
        example={t.documentNumberExample}
        maxlength={80}
        narrow
      />
      <Checkbox {...tickOf(form, 'numberUnknown', deed?.document_number === null)} label={t.numberUnknown} />
      <DayField {...fieldOf(form, 'documentOn', deed?.document_on ?? '')} label={t.documentOn} />
      <TextField
        {...fieldOf(form, 'documentIssuer', deed?.document_issuer)}
        label={t.documentIssuer}
        example={t.documentIssuerExample}
        maxlength={200}
        required
      />
    </>
  )
}
