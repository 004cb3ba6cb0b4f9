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

/** Label, help under it, the control, and under that what is wrong with it. */
export const Field = (props: FieldProps & { children: Child; narrow?: boolean }) => (
  <div class={classes('field', props.error && 'wrong', props.narrow && 'narrow')}>
    <label class="field-label" for={fieldId(props)}>
      {props.label}
      {!props.required && <Optional />}
    </label>
    <FieldHelp {...props} />
    {props.children}
    <FieldError {...props} />
  </div>
)

export const Optional = () => <span class="field-optional"> ({useWords().optional})</span>

/** What to write, and an example; stands under the label, before the control. */
export const FieldHelp = (props: FieldProps) => {
  const t = useWords()
  if (!props.help && !props.example) return null
  return (
    <p class="field-help" id={`${fieldId(props)}-help`}>
      {props.help}
      {props.help && props.example && ' '}
      {props.example && t.example(props.example)}
    </p>
  )
}

export const FieldError = (props: FieldProps) =>
  props.error ? (
    <p class="field-error" id={`${fieldId(props)}-error`}>
      <span class="hidden-text">{useWords().toMend} </span>
      {props.error}
    </p>
  ) : null
