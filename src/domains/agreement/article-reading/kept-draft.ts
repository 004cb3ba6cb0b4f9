import { z } from 'zod'
import type { Draft, Read } from '../reading/draft.ts'

const span = z.tuple([z.int().nonnegative(), z.int().nonnegative()])
const readText = z.object({ value: z.string(), span })

/** A value that a person may have changed. It keeps the span it was read from; written by hand it has none. */
const written = z.object({ value: z.string(), span: span.nullable() })

const row = { id: z.string() }

export const movementContexts = ['promised', 'reviewed', 'left_out'] as const

/**
 * A reading as it is stored: the public `Draft`, with rows that keep their names while others come and go,
 * and with values that may stand in no span. An empty value is one that nobody wrote.
 */
export const keptDraft = z.object({
  kind: z.enum(['signing', 'year_end_review', 'handover', 'other']),
  bloc: readText.nullable(),
  bloc_kind: z.enum(['khoi', 'cum']).nullable(),
  place: written,
  year: readText.nullable(),
  signing_date: written,
  published: readText.nullable(),
  member_count: z.object({ value: z.int(), span }).nullable(),
  members: z.array(z.object({ name: readText, full_name: z.string().nullable() })),
  head: readText.nullable(),
  deputy: readText.nullable(),
  guests: z.array(readText),
  witness: written,
  theme: written,
  movements: z.array(
    z.object({
      ...row,
      title: written,
      from: z.int().nullable(),
      to: z.int().nullable(),
      context: z.enum(movementContexts),
    }),
  ),
  commitments: z.array(written.extend(row)),
  doubts: z.array(
    z.object({
      field: z.string(),
      span: span.nullable(),
      code: z.string(),
      message: z.object({ vi: z.string(), en: z.string() }),
    }),
  ),
})

export type KeptDraft = z.output<typeof keptDraft>
export type Written = z.output<typeof written>
export type KeptMovement = KeptDraft['movements'][number]
export type MovementContext = KeptMovement['context']

const asWritten = (read: Read<string> | null) => read ?? { value: '', span: null }

/** A fresh reading in the shape in which it is kept. */
export function keepDraft(draft: Draft): KeptDraft {
  return keptDraft.parse({
    ...draft,
    place: asWritten(draft.place),
    signing_date: asWritten(draft.signing_date),
    witness: asWritten(draft.witness),
    theme: asWritten(draft.theme),
    movements: draft.movements.map((movement, index) => ({ id: `r${index}`, ...movement })),
    commitments: draft.commitments.map((commitment, index) => ({ id: `r${index}`, ...commitment })),
  })
}

const said = (text: Written) => (text.value === '' ? null : text)

/** What a new agreement takes over: without empty rows, and without movements that were left out. */
export function contentOf({ theme, place, signing_date, witness, commitments, movements }: KeptDraft) {
  return {
    theme: said(theme),
    place: said(place),
    signing_date: said(signing_date),
    witness: said(witness),
    commitments: commitments.filter((commitment) => commitment.value !== ''),
    movements: movements.filter(({ title, context }) => title.value !== '' && context === 'promised'),
  }
}

/** Whether there is anything to begin an agreement with. */
export function isEmpty(draft: KeptDraft): boolean {
  const { theme, commitments, movements } = contentOf(draft)
  return theme === null && commitments.length === 0 && movements.length === 0
}

const period = ({ from, to }: KeptMovement) =>
  from === null && to === null ? '' : `, ${[from, to].filter((year) => year !== null).join('–')}`

/** What a person can change, as one text to hold against another. */
export function spoken(draft: KeptDraft, contexts: Readonly<Record<MovementContext, string>>): string {
  const { theme, place, signing_date: day, witness, commitments, movements } = draft
  return [
    theme.value,
    place.value,
    day.value.split('-').toReversed().join('/'),
    witness.value,
    ...commitments.map(({ value }) => value),
    ...movements.map((each) => `${each.title.value}${period(each)} (${contexts[each.context]})`),
  ]
    .filter((line) => line !== '')
    .join('\n')
}
