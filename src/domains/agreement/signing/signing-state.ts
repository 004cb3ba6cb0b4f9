import { signingMandates } from '#domains/units/mandates/queries.ts'
import { dayOf } from '#platform/clock.ts'
import type { Db, Tx } from '#platform/database/database.ts'
import { RuleViolation } from '#platform/errors.ts'
import { agreementCan } from '../agreement.ts'
import { signersOf, type AgreementRow, type SignerRow } from '../queries.ts'

/** One refusal ends the signing of a text: it can only be followed by a new version. */
export const isRefused = (signers: readonly Pick<SignerRow, 'state'>[]) =>
  signers.some((signer) => signer.state === 'refused')

/** Places that wait for someone whose mandate is over: the text names the person, so nobody else can sign there. */
export async function vacantPlaces(db: Db | Tx, signers: readonly SignerRow[], now: Date): Promise<SignerRow[]> {
  const waiting = signers.filter((signer) => signer.state === 'waiting')
  const held = await signingMandates(
    db,
    waiting.map((signer) => signer.mandate_id),
    dayOf(now),
  )
  return waiting.filter((signer) => !held.has(signer.mandate_id))
}

/** The text may still be signed: frozen, not complete, refused by nobody. */
export async function demandOpen(db: Db | Tx, agreement: AgreementRow): Promise<SignerRow[]> {
  const signers = await signersOf(db, agreement.id)
  if (!agreementCan('sign', agreement)) throw new RuleViolation('agreement.notOpenForSigning')
  if (isRefused(signers)) throw new RuleViolation('agreement.wasRefused')
  return signers
}
