import type { Fact } from '#platform/announcements.ts'
import type { MandateState } from '../../../../db/types.ts'

export type { MandateState }

export const mandateStates = ['asked', 'confirmed', 'refused', 'withdrawn', 'ended'] as const satisfies MandateState[]

/** Who may do something for a unit, what, and on which days. */
export interface Mandate {
  id: string
  unit_id: string
  account_id: string
  post: string
  may_act: boolean
  may_sign: boolean
  may_vote: boolean
  from_on: string
  to_on: string
  document_name: string
  document_sha256: string | null
  state: MandateState
  asked_by: string
  /** The first day on which an ended mandate holds no more. */
  ended_on: string | null
  is_sample: boolean
}

const allowed = {
  confirm: ['asked'],
  refuse: ['asked'],
  withdraw: ['asked'],
  end: ['confirmed'],
} satisfies Record<string, MandateState[]>

export type MandateVerb = keyof typeof allowed

export const mandateCan = (verb: MandateVerb, mandate: Pick<Mandate, 'state'>) =>
  allowed[verb].some((state) => state === mandate.state)

/** The rights as columns, in the order in which pages name them. */
export const mandateRights = ['may_act', 'may_sign', 'may_vote'] as const

/** What others may have to know about a mandate; the end of one revokes the signer's certificate. */
export interface MandateFact extends Fact {
  name:
    | 'mandates.asked'
    | 'mandates.confirmed'
    | 'mandates.refused'
    | 'mandates.withdrawn'
    | 'mandates.ended'
    | 'mandates.ending'
    | 'mandates.certificateRevoked'
  mandate: string
  unit: string
  unitName: string
  account: string
  person: string
  askedBy: string
  /** The account that did it. */
  by: string
  /** The first day on which the mandate holds no more: the day after its term, or the day of its end. */
  over: string
}

/** 20 MB: a scanned letter of authority has a few pages. */
export const mostDocumentBytes = 20 * 1024 * 1024
