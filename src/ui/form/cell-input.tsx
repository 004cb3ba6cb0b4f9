import { classes } from '../classes.ts'

type CellProps = {
  name: string
  /** Names row and column for who does not see them. */
  label: string
  value?: string | undefined
  wrong?: boolean
  /** The id of what is said about the cell. */
  notes?: string | undefined
}

const described = ({ name, label, wrong, notes }: CellProps) => ({
  id: name,
  name,
  'aria-label': label,
  'aria-invalid': wrong ? ('true' as const) : undefined,
  'aria-describedby': notes,
})

/** One cell of a grid that is filled in like a sheet; figures stand at the right. */
export const CellInput = (props: CellProps & { numeric?: boolean; inputmode?: 'decimal' | 'numeric' | 'text' }) => (
  <input
    class={classes('cell-input', props.numeric && 'num')}
    type="text"
    value={props.value}
    inputmode={props.inputmode}
    autocomplete="off"
    spellcheck={false}
    {...described(props)}
  />
)

/** One of a few values; an empty choice stands for none. */
export const CellSelect = (props: CellProps & { none: string; choices: readonly string[] }) => (
  <select class="cell-input" {...described(props)}>
    <option value="">{props.none}</option>
    {props.choices.map((choice) => (
      <option value={choice} selected={choice === props.value}>
        {choice}
      </option>
    ))}
  </select>
)

/** A tick beside what it answers. */
export const CellTick = ({ name, label, shown, checked }: CellProps & { shown: string; checked?: boolean }) => (
  <label class="choice cell-tick">
    <input type="checkbox" name={name} value="yes" checked={checked} aria-label={label} />
    <span>{shown}</span>
  </label>
)
