import { described, Field, type FieldProps } from './field.tsx'

type TextFieldProps = FieldProps & {
  value?: string | undefined
  type?: 'text' | 'email' | 'password' | 'tel' | 'url' | 'search'
  autocomplete?: string
  inputmode?: 'numeric' | 'decimal' | 'text'
  maxlength?: number
  /** Few characters are expected: a code, a number, a year. */
  narrow?: boolean
  /** Vietnamese names and titles trip over English spell checkers. */
  spellcheck?: boolean
}

export const TextField = (props: TextFieldProps) => (
  <Field {...props}>
    <input
      class="field-input"
      type={props.type ?? 'text'}
      value={props.value}
      autocomplete={props.autocomplete}
      inputmode={props.inputmode}
      maxlength={props.maxlength}
      spellcheck={props.spellcheck ?? false}
      {...described(props)}
    />
  </Field>
)
