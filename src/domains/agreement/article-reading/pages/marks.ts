import type { KeptDraft } from '../kept-draft.ts'
import type { StandingDoubt } from '../standing-doubts.ts'

/** A stretch of the article, what it is called and the field it was read into. */
export interface Mark {
  start: number
  end: number
  id: string
  label: string
  doubt?: boolean
  /** The id of the field that it leads back to. */
  field: string | null
}

type Span = readonly [start: number, end: number] | null | undefined

type Labels = Readonly<
  Record<
    'theme' | 'place' | 'witness' | 'bloc' | 'year' | 'published' | 'head' | 'deputy' | 'signingOn' | 'memberCount',
    string
  > &
    Record<'guests' | 'members', string> &
    Record<'commitment' | 'movement', (position: number) => string>
>

const mark = (id: string, label: string, span: Span, field: string | null = id): Mark[] =>
  span === null || span === undefined ? [] : [{ start: span[0], end: span[1], id, label, field }]

function fieldMarks(draft: KeptDraft, t: Labels): Mark[] {
  return [
    ...(['theme', 'place', 'witness', 'bloc', 'year', 'published', 'head', 'deputy'] as const).flatMap((name) =>
      mark(name, t[name], draft[name]?.span),
    ),
    ...mark('signing_date', t.signingOn, draft.signing_date.span),
    ...mark('member_count', t.memberCount, draft.member_count?.span),
    ...draft.guests.flatMap((guest, index) => mark(`guests.${index}`, t.guests, guest.span)),
    ...draft.members.flatMap(({ name }, index) => mark(`members.${index}`, t.members, name.span)),
    ...draft.commitments.flatMap(({ id, span }, index) => mark(`commitments.${id}`, t.commitment(index + 1), span)),
    ...draft.movements.flatMap(({ id, title }, index) =>
      mark(`movements.${id}.title`, t.movement(index + 1), title.span),
    ),
  ]
}

/** The mark that covers a stretch exactly. */
export const markOf = (marks: readonly Mark[], span: Span) =>
  marks.find((each) => each.start === span?.[0] && each.end === span[1])

/** Everything that was read, and everything in doubt, as stretches of the article. */
export function marksOf(draft: KeptDraft, doubts: readonly StandingDoubt[], t: Labels, locale: 'vi' | 'en'): Mark[] {
  return doubts.reduce(
    (marks, { doubt, field, index }) => {
      const message = doubt.message[locale]
      const same = markOf(marks, doubt.span)
      if (same === undefined) {
        return [...marks, ...mark(`doubt.${index}`, message, doubt.span, field).map((one) => ({ ...one, doubt: true }))]
      }
      const doubted = { ...same, label: `${same.label} · ${message}`, doubt: true }
      return marks.map((each) => (each === same ? doubted : each))
    },
    fieldMarks(draft, t),
  )
}
