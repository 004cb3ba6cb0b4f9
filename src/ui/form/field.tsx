import type { Child } from 'hono/jsx'
import { classes } from '../classes.ts'
import { useWords } from '../locale.tsx'
import { useFieldLabels } from './field-labels.ts'

/** What every field has. `name` is also the field's id, so that a summary can link to it as `#name`. */
export type FieldProps = {
  name: string
  label: Child
  help?: Child
  example?: string
  error?: string | undefined
  /** Not wrong, but asks for a second look. */
  doubt?: string | undefined
  /** Where the value was read from: a link into the text beside the form. */
  source?: { href: string; label: string } | undefined
  required?: boolean
  /** Replaces the id where a page holds the same name twice. */
  id?: string
}

export const fieldId = (field: { id?: string; name: string }) => field.id ?? field.name

/** The ids of what is said about a field, for `aria-describedby`. */
export function noteIds(field: FieldProps) {
  const id = fieldId(field)
  const notes = [
    (field.help || field.example) && `${id}-help`,
    field.doubt && `${id}-doubt`,
    field.error && `${id}-error`,
  ].filter(Boolean)
  return notes.length > 0 ? notes.join(' ') : undefined
}

/** Ties help and error to the control; spread it on the control. */
export function described(field: FieldProps) {
  const id = fieldId(field)
  const ids = noteIds(field)
  return {
    id,
    name: field.name,
    required: field.required,
    'aria-invalid': field.error ? ('true' as const) : undefined,
    'aria-describedby': ids,
  }
}

/** Label, help under it, the control, and under that what is wrong with it. */
export const Field = (props: FieldProps & { children: Child; narrow?: boolean }) => (
  <div class={classes('field', props.error && 'wrong', props.narrow && 'narrow')}>
    <div class="field-top">
      <label class="field-label" for={fieldId(props)}>
        {props.label}
        {!props.required && <Optional />}
      </label>
      {props.source && (
        <a class="field-source" href={props.source.href}>
          {props.source.label}
        </a>
      )}
    </div>
    <FieldHelp {...props} />
    {props.children}
    <FieldFaults {...props} />
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

/** What is doubtful, then what is wrong; the summary above learns the field's name from here. */
export const FieldFaults = (props: FieldProps) => {
  const t = useWords()
  useFieldLabels()?.set(fieldId(props), props.label)
  return (
    <>
      {props.doubt && (
        <p class="field-doubt" id={`${fieldId(props)}-doubt`}>
          <span class="hidden-text">{t.notices.warning}: </span>
          {props.doubt}
        </p>
      )}
      {props.error && (
        <p class="field-error" id={`${fieldId(props)}-error`}>
          <span class="hidden-text">{t.toMend} </span>
          {props.error}
        </p>
      )}
    </>
  )
}
