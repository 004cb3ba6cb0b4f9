import type { Child } from 'hono/jsx'
import { classes } from '../classes.ts'
import { useWords } from '../locale.tsx'

/** What every field has. `name` is also the field's id, so that a summary can link to it as `#name`. */
export type FieldProps = {
  name: string
  label: Child
  help?: Child
  example?: string
  error?: string | undefined
  required?: boolean
  /** Replaces the id where a page holds the same name twice. */
  id?: string
}

export const fieldId = (field: { id?: string; name: string }) => field.id ?? field.name

/** Ties help and error to the control; spread it on the control. */
export function described(field: FieldProps) {
  const id = fieldId(field)
  const ids = [(field.help || field.example) && `${id}-help`, field.error && `${id}-error`].filter(Boolean)
  return {
    id,
    name: field.name,
    required: field.required,
    'aria-invalid': field.error ? ('true' as const) : undefined,
    'aria-describedby': ids.length > 0 ? ids.join(' ') : undefined,
  }
}

/** Label above, control, help and error under it. */
export const Field = (props: FieldProps & { children: Child; narrow?: boolean }) => (
  <div class={classes('field', props.error && 'wrong', props.narrow && 'narrow')}>
    <label class="field-label" for={fieldId(props)}>
      {props.label}
      {!props.required && <Optional />}
    </label>
    {props.children}
    <FieldNotes {...props} />
  </div>
)

export const Optional = () => <span class="field-optional"> ({useWords().optional})</span>

/** Help, example and error, in the order a reader meets them. */
export const FieldNotes = (props: FieldProps) => {
  const t = useWords()
  const id = fieldId(props)
  return (
    <>
      {(props.help || props.example) && (
        <p class="field-help" id={`${id}-help`}>
          {props.help}
          {props.help && props.example && ' '}
          {props.example && t.example(props.example)}
        </p>
      )}
      {props.error && (
        <p class="field-error" id={`${id}-error`}>
          <span class="hidden-text">{t.toMend} </span>
          {props.error}
        </p>
      )}
    </>
  )
}
