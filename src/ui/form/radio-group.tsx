import type { Child } from 'hono/jsx'
import { fieldId, FieldFaults, FieldHelp, noteIds, Optional, type FieldProps } from './field.tsx'

export type Choice = { value: string; label: Child; help?: Child }

type RadioGroupProps = FieldProps & { value?: string | undefined; choices: readonly Choice[] }

/** One of a few, each with its own help. The first choice carries the field's id, where an error's link lands. */
export const RadioGroup = (props: RadioGroupProps) => {
  const id = fieldId(props)
  return (
    <fieldset class={props.error ? 'field wrong' : 'field'} aria-describedby={noteIds(props)}>
      <legend class="field-label">
        {props.label}
        {!props.required && <Optional />}
      </legend>
      <FieldHelp {...props} />
      {props.choices.map((choice, index) => (
        <label class="choice">
          <input
            type="radio"
            id={index === 0 ? id : undefined}
            name={props.name}
            value={choice.value}
            checked={choice.value === props.value}
            required={props.required}
          />
          <span>
            {choice.label}
            {choice.help && <span class="choice-help">{choice.help}</span>}
          </span>
        </label>
      ))}
      <FieldFaults {...props} />
    </fieldset>
  )
}
