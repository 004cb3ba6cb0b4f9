import { Icon } from '../icon.tsx'
import { useWords } from '../locale.tsx'

/** A fault as a form's reader reports it; `field` is the control's id. */
export type FieldError = { field: string; message: string }

/** Everything to mend, each a link to its field; stands above the form. */
export const ErrorSummary = ({ errors }: { errors: readonly FieldError[] }) => {
  const t = useWords()
  if (errors.length === 0) return null
  return (
    <div class="notice error" role="alert" id="error-summary">
      <Icon name="stop" size={22} />
      <div>
        <h2 class="notice-title">{t.placesToMend(errors.length)}</h2>
        <ul class="error-list">
          {errors.map((error) => (
            <li>
              <a href={`#${error.field}`}>{error.message}</a>
            </li>
          ))}
        </ul>
      </div>
    </div>
  )
}
