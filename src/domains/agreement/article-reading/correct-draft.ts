import type { KeptDraft, KeptMovement, MovementContext, Written } from './kept-draft.ts'

export interface GivenMovement {
  title: string
  from: number | null
  to: number | null
  context: MovementContext
}

/** What the form says; a field that was not sent stays as it is. Rows by their ids. */
export interface GivenDraft {
  theme?: string | undefined
  place?: string | undefined
  /** `null` when the day was taken out. */
  signing_date?: string | null | undefined
  witness?: string | undefined
  commitments: Readonly<Record<string, string>>
  movements: Readonly<Record<string, GivenMovement>>
}

const corrected = (before: Written, value: string | undefined): Written =>
  value === undefined ? before : { value, span: before.span }

function correctedMovement(before: KeptMovement, given: GivenMovement | undefined): KeptMovement {
  return given === undefined ? before : { ...before, ...given, title: corrected(before.title, given.title) }
}

/** Rows that were typed on a page whose draft had them, while someone else took them out. */
function lost<Given>(rows: readonly { id: string }[], given: Readonly<Record<string, Given>>): [string, Given][] {
  return Object.entries(given).filter(([id]) => !rows.some((row) => row.id === id))
}

/** The draft with what was typed laid over it. Nothing that was typed falls away, and every span stays. */
export function correctDraft(draft: KeptDraft, given: GivenDraft): KeptDraft {
  const { commitments, movements } = given
  return {
    ...draft,
    theme: corrected(draft.theme, given.theme),
    place: corrected(draft.place, given.place),
    signing_date: corrected(draft.signing_date, given.signing_date === null ? '' : given.signing_date),
    witness: corrected(draft.witness, given.witness),
    commitments: [
      ...draft.commitments.map((row) => ({ ...row, ...corrected(row, commitments[row.id]) })),
      ...lost(draft.commitments, commitments).map(([id, value]) => ({ id, value, span: null })),
    ],
    movements: [
      ...draft.movements.map((row) => correctedMovement(row, movements[row.id])),
      ...lost(draft.movements, movements).map(([id, { title, ...rest }]) => ({
        id,
        ...rest,
        title: { value: title, span: null },
      })),
    ],
  }
}

export type RowList = 'commitments' | 'movements'

export function withRow(draft: KeptDraft, list: RowList, id: string): KeptDraft {
  const empty: Written = { value: '', span: null }
  if (list === 'commitments') return { ...draft, commitments: [...draft.commitments, { id, ...empty }] }
  const movement: KeptMovement = { id, title: empty, from: null, to: null, context: 'promised' }
  return { ...draft, movements: [...draft.movements, movement] }
}

export function withoutRow(draft: KeptDraft, list: RowList, id: string): KeptDraft {
  return {
    ...draft,
    [list]: draft[list].filter((row) => row.id !== id),
  }
}
