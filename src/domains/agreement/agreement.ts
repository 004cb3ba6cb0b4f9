import { z } from 'zod'
import type { AgreementState, ClauseSection, SignerState } from '../../../db/types.ts'

export type { AgreementState, ClauseSection }

/** Which acts a state allows; predicate and list come from the same table. */
export const allowedIn = {
  edit: ['drafting'],
  freeze: ['drafting'],
  unfreeze: ['frozen'],
  sign: ['frozen', 'signing'],
  refuse: ['frozen', 'signing'],
  remind: ['frozen', 'signing'],
  promise: ['frozen', 'signing', 'signed'],
  publish: ['signing', 'signed'],
} as const satisfies Record<string, readonly AgreementState[]>

export type AgreementVerb = keyof typeof allowedIn

export const agreementCan = (verb: AgreementVerb, agreement: { state: AgreementState }): boolean =>
  (allowedIn[verb] as readonly AgreementState[]).includes(agreement.state)

/** One refusal, or one signature taken back, ends the signing of a text: it can only be followed by a new version. */
export const isStopped = (signers: readonly { state: SignerState }[]) =>
  signers.some(({ state }) => state === 'refused' || state === 'withdrawn')

const yearText = z
  .string()
  .default('')
  .transform((text) => text.trim())
  .pipe(z.string().regex(/^(\d{4})?$/))

const text = (most: number) =>
  z
    .string()
    .default('')
    .transform((given) => given.trim())
    .pipe(z.string().max(most))

/** What a clause of each section carries besides its text. */
export const clauseDetails = {
  legal_basis: z.object({ legalText: text(40) }),
  opening: z.object({}),
  commitment: z.object({}),
  movement: z.object({ from: yearText, to: yearText, scope: text(200) }),
  target: z.object({ measure: text(80), plan: text(120), unit: text(40) }),
  title: z.object({ unit: text(40) }),
  organisation: z.object({}),
} as const satisfies Record<ClauseSection, z.ZodType>

/** Sections in the order of the paper (the skeleton of an agreement, Decree 30/2020 for its layout). */
export const sections = Object.keys(clauseDetails) as ClauseSection[]

export interface Clause {
  id: string
  section: ClauseSection
  position: number
  text: string
  details: Readonly<Record<string, string>>
  version: number
}

export interface AgreementHead {
  title: string
  theme: string
  place: string
  signing_on: string | null
  sign_by: string | null
  witness: string
  copies: number | null
}

export const clausesOf = (clauses: readonly Clause[], section: ClauseSection) =>
  clauses.filter((clause) => clause.section === section)

/** One original for each member and one for the authority, unless the draft says otherwise. */
export const usualCopies = (members: number) => members + 1
