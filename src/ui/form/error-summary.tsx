import { Icon } from '../icon.tsx'
import { useWords } from '../locale.tsx'
import { useFieldLabels } from './field-labels.ts'

/** A fault as a form's reader reports it; `field` is the control's id. */
export type FieldError = { field: string; message: string }

/** Everything to mend, each a link to its field and with its name; stands above the form. */
export async function ErrorSummary({ errors }: { errors: readonly FieldError[] }) {
  const t = useWords()
  const labels = useFieldLabels()
  if (errors.length === 0) return null
  // The fields stand below and are drawn in the same turn: after it, their names are known.
  await Promise.resolve()
  return (
    <div class="notice error" role="alert" id="error-summary">
      <Icon name="stop" size={22} />
      <div>
        <h2 class="notice-title">{t.placesToMend(errors.length)}</h2>
        <ul class="error-list">
          {errors.map((error) => (
            <li>
              <a href={`#${error.field}`}>
                {labels?.has(error.field) && <strong>{labels.get(error.field)}: </strong>}
                {error.message}
              </a>
            </li>
          ))}
        </ul>
      </div>
    </div>
  )
}
