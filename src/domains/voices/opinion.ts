import type { ConcernLevel, OpinionSource, OpinionState, OpinionWay } from '../../../db/types.ts'

export type { ConcernLevel, OpinionSource, OpinionState, OpinionWay }

/** Ways that a sender chooses from; `unnamed` is what an officer heard and nobody was named. */
export const sendersWays = ['named', 'confidential', 'anonymous'] as const satisfies OpinionWay[]
export const concernLevels = ['low', 'medium', 'high', 'urgent'] as const satisfies ConcernLevel[]
export const opinionStates = [
  'received',
  'accepted',
  'routed',
  'answered',
  'closed',
  'merged',
  'refused',
] as const satisfies OpinionState[]

/** An opinion as those who work on it read it: what others see of its words is `shown_text`. */
export interface Opinion {
  id: string
  bloc_year_id: string
  /** Who received it and sees a confidential name. */
  unit_id: string
  way: OpinionWay
  source: OpinionSource
  place_id: string | null
  place_name: string
  group_code: string | null
  topic_id: string | null
  field_code: string | null
  concern: ConcernLevel | null
  title: string
  text: string
  shown_text: string
  state: OpinionState
  received_on: string
  code_sha256: string | null
  entered_by: string | null
  entrant_name: string
  moderated_by: string | null
  refusal_reason: string | null
  /** The opinion that is answered for this one too. */
  led_by: string | null
  is_public: boolean
  slug: string | null
  answered_on: string | null
  reopened_on: string | null
  closed_on: string | null
  version: number
}

const moves = {
  accept: ['received'],
  refuse: ['received'],
  /** What others read of it, its coding and its like. */
  edit: ['accepted', 'routed', 'answered'],
  merge: ['accepted', 'routed'],
  lead: ['accepted', 'routed', 'answered', 'closed'],
  route: ['accepted', 'routed'],
  answer: ['routed'],
  judge: ['answered'],
  close: ['answered'],
  write: ['received', 'accepted', 'merged', 'routed', 'answered'],
} as const satisfies Record<string, readonly OpinionState[]>

export type OpinionVerb = keyof typeof moves

export const opinionCan = (verb: OpinionVerb, { state }: Pick<Opinion, 'state'>) =>
  moves[verb].some((each) => each === state)

/** What the bloc reads and counts: neither what waits for moderation nor what was refused. */
export const isTaken = ({ state }: Pick<Opinion, 'state'>) => state !== 'received' && state !== 'refused'

/** The year that hears what comes today: the latest that has begun, else the first to come. Years are the latest first. */
export const hearingYear = <Year extends { starts_on: string }>(years: readonly Year[], today: string) =>
  years.find(({ starts_on }) => starts_on <= today) ?? years.at(-1)

export const opinionSubject = (id: string) => ({ kind: 'opinion', id })
