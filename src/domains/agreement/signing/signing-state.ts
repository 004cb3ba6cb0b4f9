import { dayOf, isPast } from '#platform/clock.ts'
import type { Db, Tx } from '#platform/database/database.ts'
import { RuleViolation } from '#platform/errors.ts'
import { agreementCan } from '../agreement.ts'
import { signersOf, type AgreementRow, type SignerRow } from '../queries.ts'
import { seatsOn } from './signer.ts'

type States = readonly Pick<SignerRow, 'state'>[]

const someIs = (signers: States, state: SignerRow['state']) => signers.some((signer) => signer.state === state)

/** The last day to sign is over; that day itself still counts. */
export const isOverdue = (agreement: Pick<AgreementRow, 'state' | 'sign_by'>, now: Date) =>
  agreementCan('sign', agreement) && agreement.sign_by !== null && isPast(agreement.sign_by, dayOf(now))

/** Places that wait for someone whose mandate is over, where nobody can sign in their stead. */
export async function vacantPlaces(
  db: Db | Tx,
  agreement: AgreementRow,
  signers: readonly SignerRow[],
  now: Date,
): Promise<SignerRow[]> {
  const waiting = signers.filter((signer) => signer.state === 'waiting')
  const taken = new Set((await seatsOn(db, agreement, waiting, dayOf(now))).map(({ place }) => place.unit_id))
  return waiting.filter((signer) => !taken.has(signer.unit_id))
}

/** The text may still be signed: frozen, not complete, in time, refused and taken back by nobody. */
export async function demandOpen(db: Db | Tx, agreement: AgreementRow, now: Date): Promise<SignerRow[]> {
  const signers = await signersOf(db, agreement.id)
  if (!agreementCan('sign', agreement)) throw new RuleViolation('agreement.notOpenForSigning')
  if (someIs(signers, 'refused')) throw new RuleViolation('agreement.wasRefused')
  if (someIs(signers, 'withdrawn')) throw new RuleViolation('signing.wasWithdrawn')
  if (isOverdue(agreement, now)) throw new RuleViolation('signing.signingOver', { day: agreement.sign_by ?? '' })
  return signers
}
