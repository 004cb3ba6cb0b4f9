import { described, Field, type FieldProps } from './field.tsx'

type TextAreaProps = FieldProps & { value?: string | undefined; rows?: number; maxlength?: number }

export const TextArea = (props: TextAreaProps) => (
  <Field {...props}>
    <textarea
      class="field-input"
      rows={props.rows ?? 5}
      maxlength={props.maxlength}
      spellcheck={false}
      {...described(props)}
    >
      {/* The parser drops one line break after the tag; this one is spare. */}
      {`\n${props.value ?? ''}`}
    </textarea>
  </Field>
)
