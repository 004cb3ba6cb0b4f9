import { useWords } from '../locale.tsx'
import { described, Field, type FieldProps } from './field.tsx'

export type Option = { value: string; label: string; group?: string }

type SelectFieldProps = FieldProps & {
  value?: string | undefined
  options: readonly Option[]
  none?: string
  narrow?: boolean
}

/** One of many; `none` says what choosing nothing means. For five or fewer, `RadioGroup` shows them all. */
export const SelectField = (props: SelectFieldProps) => {
  const groups = [...new Set(props.options.map((option) => option.group))]
  return (
    <Field {...props}>
      <select class="field-input" {...described(props)}>
        <option value="">{props.none ?? useWords().choose}</option>
        {groups.map((group) => {
          const options = props.options
            .filter((option) => option.group === group)
            .map((option) => (
              <option value={option.value} selected={option.value === props.value}>
                {option.label}
              </option>
            ))
          return group === undefined ? options : <optgroup label={group}>{options}</optgroup>
        })}
      </select>
    </Field>
  )
}
