import { formatDay } from '../format.ts'
import { useWords } from '../locale.tsx'
import { described, Field, type FieldProps } from './field.tsx'

type DayFieldProps = FieldProps & {
  /** 'YYYY-MM-DD', or what the person typed when it was no date. */
  value?: string | undefined
}

const isDay = (value: string) => /^\d{4}-\d{2}-\d{2}$/u.test(value)

/** A day as dd/mm/yyyy text: a native picker follows the browser's language and shows 05/10 as 10/05 on many office PCs. */
export const DayField = (props: DayFieldProps) => {
  const field = { ...props, help: props.help ?? (props.example ? undefined : useWords().dayHint) }
  const value = props.value !== undefined && isDay(props.value) ? formatDay(props.value) : props.value
  return (
    <Field {...field} narrow>
      <input
        class="field-input"
        type="text"
        inputmode="numeric"
        autocomplete="off"
        value={value}
        {...described(field)}
      />
    </Field>
  )
}
