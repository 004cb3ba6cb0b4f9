import { described, FieldFaults, FieldHelp, type FieldProps } from './field.tsx'

type CheckboxProps = FieldProps & { checked?: boolean; value?: string }

export const Checkbox = (props: CheckboxProps) => (
  <div class={props.error ? 'field wrong' : 'field'}>
    <label class="choice">
      <input type="checkbox" checked={props.checked} value={props.value ?? 'yes'} {...described(props)} />
      <span>{props.label}</span>
    </label>
    <FieldHelp {...props} />
    <FieldFaults {...props} />
  </div>
)
