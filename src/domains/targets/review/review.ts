import type { ReviewKind, YearReviewSection, YearReviewState } from '../../../../db/types.ts'

export type { ReviewKind, YearReviewSection, YearReviewState }

export const reviewKinds = ['interim', 'final'] as const satisfies ReviewKind[]

/** In the order of the paper. */
export const reviewSections = [
  'general',
  'direction',
  'movements',
  'targets',
  'activities',
  'examples',
  'propaganda',
  'shortcomings',
  'outlook',
] as const satisfies YearReviewSection[]

const allowedIn = {
  edit: ['draft'],
  finish: ['draft'],
} as const satisfies Record<string, readonly YearReviewState[]>

export const reviewCan = (verb: keyof typeof allowedIn, review: { state: YearReviewState }): boolean =>
  allowedIn[verb].some((state) => state === review.state)

/** A figure of a sentence as it was written there; `key` finds it again when the data are read anew. */
export interface ReviewFigure {
  key: string
  label: string
  text: string
}

/** The record that a sentence comes from, at the version at which it was read. */
export interface ReviewSource {
  kind: 'year' | 'target' | 'movement' | 'activity' | 'example' | 'log' | 'reports'
  id: string
  label: string
  version: number
}

/** What a rule says: a sentence, the figures in it, and where they come from. */
export interface Drafted {
  section: YearReviewSection
  rule: string
  topic: string
  text: string
  figures: readonly ReviewFigure[]
  sources: readonly ReviewSource[]
}

export interface Review {
  id: string
  bloc_year_id: string
  unit_id: string | null
  kind: ReviewKind
  from_on: string
  to_on: string
  place: string
  dated_on: string
  state: YearReviewState
  version: number
  finished_at: Date | null
  paper_sha256: string | null
}

export interface ReviewClause extends Omit<Drafted, never> {
  id: string
  position: number
  /** What the rule said last. */
  drafted: string
  version: number
}

/** A person's own words: the rule does not touch them again. */
export const isOwn = (clause: Pick<ReviewClause, 'rule' | 'text' | 'drafted'>) =>
  clause.rule === '' || clause.text !== clause.drafted

/** A figure that reads otherwise by now; without `after` the record it came from is gone. */
export interface ChangedFigure {
  key: string
  label: string
  before: string
  after: string | null
}

export const sameTopic = (one: Pick<Drafted, 'rule' | 'topic'>, other: Pick<Drafted, 'rule' | 'topic'>) =>
  one.rule !== '' && one.rule === other.rule && one.topic === other.topic

/** Which figures of a sentence the data no longer bear out. */
export function changedFigures(clause: Pick<ReviewClause, 'rule' | 'topic' | 'figures'>, now: readonly Drafted[]) {
  if (clause.rule === '') return []
  const drawn = now.find((drafted) => sameTopic(drafted, clause))
  return clause.figures.flatMap(({ key, label, text }): ChangedFigure[] => {
    const after = drawn?.figures.find((figure) => figure.key === key)?.text ?? null
    return after === text ? [] : [{ key, label, before: text, after }]
  })
}

const escaped = (text: string) => text.replaceAll(/[.*+?^${}()|[\]\\]/gu, String.raw`\$&`)

/** The sentence with a new figure in the place of the old one; nothing when the old one does not stand in it. */
export function withFigure(text: string, { before, after }: ChangedFigure): string | undefined {
  if (after === null) return undefined
  // A figure is no part of a longer one: 12 is not found in 1.125 or 12,5.
  const whole = new RegExp(String.raw`(?<![\d.,])${escaped(before)}(?![\d]|[.,]\d)`, 'u')
  return whole.test(text) ? text.replace(whole, () => after) : undefined
}
