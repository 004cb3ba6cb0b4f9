import type { Bilingual } from '#platform/words.ts'

/** Offsets in the NFC text, in UTF-16 code units; the end is exclusive. */
export type Span = readonly [start: number, end: number]

export type Read<T> = { readonly value: T; readonly span: Span }

export type DraftKind = 'signing' | 'year_end_review' | 'handover' | 'other'

export type DraftMember = { readonly name: Read<string>; readonly full_name: string | null }

export type DraftMovement = {
  readonly title: Read<string>
  readonly from: number | null
  readonly to: number | null
  readonly context: 'promised' | 'reviewed'
}

export type Doubt = {
  readonly field: string
  readonly span: Span | null
  readonly code: string
  readonly message: Bilingual
}

/**
 * What an article says about a bloc's agreement. Absent is null or an empty list, never a guess.
 * The keys are the public contract of `giao-uoc agreement read --json`.
 */
export type Draft = {
  readonly kind: DraftKind
  readonly bloc: Read<string> | null
  readonly bloc_kind: 'khoi' | 'cum' | null
  readonly place: Read<string> | null
  /** "2023", or "2013-2014" for a school year: the year of the agreement, not of the text. */
  readonly year: Read<string> | null
  /** YYYY-MM-DD. */
  readonly signing_date: Read<string> | null
  readonly published: Read<string> | null
  /** The number that the text states, never one counted. */
  readonly member_count: Read<number> | null
  readonly members: readonly DraftMember[]
  readonly head: Read<string> | null
  readonly deputy: Read<string> | null
  readonly guests: readonly Read<string>[]
  readonly witness: Read<string> | null
  readonly theme: Read<string> | null
  readonly movements: readonly DraftMovement[]
  readonly commitments: readonly Read<string>[]
  readonly doubts: readonly Doubt[]
}

export const emptyDraft: Draft = {
  kind: 'other',
  bloc: null,
  bloc_kind: null,
  place: null,
  year: null,
  signing_date: null,
  published: null,
  member_count: null,
  members: [],
  head: null,
  deputy: null,
  guests: [],
  witness: null,
  theme: null,
  movements: [],
  commitments: [],
  doubts: [],
}
