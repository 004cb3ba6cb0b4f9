import { fieldOf, type Returned } from './posted-form.tsx'
import { TextField } from './text-field.tsx'

/** Where a one-time code is typed from a slip. */
export const CodeField = ({ form, label, help }: { form: Returned; label: string; help: string }) => (
  <TextField
    {...fieldOf(form, 'code')}
    label={label}
    help={help}
    example="7K3M-9QXT-2VBN-4RFD"
    autocomplete="off"
    required
  />
)
