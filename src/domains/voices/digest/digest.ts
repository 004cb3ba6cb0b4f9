import type { DigestKind, DigestLook, DigestSection, DigestState } from '../../../../db/types.ts'
import type { HotSpot } from '../months/hot-spots.ts'
import type { MonthFigures } from '../months/month-figures.ts'

export type { DigestKind, DigestLook, DigestSection, DigestState }

export const digestLooks = ['state', 'front', 'youth', 'association'] as const satisfies DigestLook[]

/** In the order of the paper. */
export const digestSections = [
  'general',
  'opinions',
  'hot_spots',
  'answers',
  'rights',
  'proposals',
] as const satisfies DigestSection[]

const allowedIn = {
  edit: ['draft'],
  finish: ['draft'],
  return: ['finished'],
  send: ['finished'],
} as const satisfies Record<string, readonly DigestState[]>

export const digestCan = (verb: keyof typeof allowedIn, digest: { state: DigestState }): boolean =>
  allowedIn[verb].some((state) => state === digest.state)

export interface Digest {
  id: string
  bloc_year_id: string
  kind: DigestKind
  from_on: string
  to_on: string
  topic_id: string | null
  look: DigestLook
  parent: string
  issuer: string
  sign: string
  signer: string
  place: string
  dated_on: string
  recipients: string
  state: DigestState
  version: number
  started_by: string
  finished_by: string | null
  sent_by: string | null
  sent_by_name: string
  sent_at: Date | null
  paper_sha256: string | null
}

/** What a sentence was read from: the closed figures of a month, cases of care, or one opinion. */
export interface DigestSource {
  kind: 'month' | 'care' | 'opinion' | 'span'
  id: string
  label: string
}

export interface DraftedClause {
  section: DigestSection
  rule: string
  topic: string
  text: string
  sources: readonly DigestSource[]
}

export interface DigestClause extends DraftedClause {
  id: string
  position: number
  drafted: string
  opinion_id: string | null
  version: number
  changed_by: string | null
}

/** Cases of care of the span; without a value told there is none, which is not zero. */
export interface CareTotals {
  received: number
  supported: number
  solved: number
  /** In đồng, exact. */
  value: string | null
}

export interface DigestMonth {
  /** '2023-04-01' */
  month: string
  closedOn: string
  figures: MonthFigures
}

/** All that the rules of a digest may speak of. */
export interface DigestData {
  kind: DigestKind
  from: string
  to: string
  blocName: string
  now: DigestMonth | null
  before: DigestMonth | null
  hotSpots: readonly HotSpot[]
  care: CareTotals
  /** Of a sudden report: its topic, and at least how many opinions of the span, in whole thresholds. */
  sudden: { topic: string; topicName: string; atLeast: number | null; least: number } | null
}

/** A named rule: data in, sentences out, each with what it was read from. */
export interface DigestRule {
  name: string
  section: DigestSection
  draw: (data: DigestData) => readonly Omit<DraftedClause, 'section' | 'rule'>[]
}
