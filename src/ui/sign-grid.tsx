import type { Child } from 'hono/jsx'
import { classes } from './classes.ts'
import { State, type StateKind } from './state.tsx'

/** A unit's place on the paper. `yours` is the one the reader may fill now. */
export type SignCell = {
  id?: string
  unit: string
  role?: string
  signer?: string
  state: 'signed' | 'waiting' | 'yours' | 'refused' | 'void' | 'empty'
  /** The state in words: "đã ký 15:02, 23/02/2023". */
  stateText: string
  detail?: Child
  action?: Child
}

const shapes = {
  signed: 'done',
  waiting: 'none',
  yours: 'open',
  refused: 'late',
  void: 'none',
  empty: 'none',
} satisfies Record<SignCell['state'], StateKind>

/** A name stands in a hand only where it was signed; before that it is whom one waits for. */
const handed: ReadonlySet<SignCell['state']> = new Set(['signed', 'void'])

/** Who has signed, in the official order of the units. */
export const SignGrid = ({ cells, label }: { cells: readonly SignCell[]; label: string }) => (
  <ol class="signs" aria-label={label}>
    {cells.map((cell) => (
      <li class={classes('sign', cell.state)} id={cell.id}>
        <b class="sign-unit">{cell.unit}</b>
        {cell.role && <span class="sign-role">{cell.role}</span>}
        <span class={handed.has(cell.state) ? 'sign-hand' : 'sign-name'}>{cell.signer}</span>
        <State kind={shapes[cell.state]}>{cell.stateText}</State>
        {cell.detail && <span class="sign-detail">{cell.detail}</span>}
        {cell.action}
      </li>
    ))}
  </ol>
)
