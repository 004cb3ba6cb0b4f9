import { queueMail } from '#capabilities/notifications/send-mail.ts'
import { yearById } from '#domains/blocs/queries.ts'
import type { MandateFact } from '#domains/units/mandates/mandate.ts'
import type { Announce } from '#platform/announcements.ts'
import { dayOf } from '#platform/clock.ts'
import type { Tx } from '#platform/database/database.ts'
import type { Locale } from '#platform/words.ts'
import { allowedIn, isStopped } from '../agreement.ts'
import { agreementById, signersOf, type AgreementRow } from '../queries.ts'
import { seatsOn, type Seat } from './signer.ts'
import { tellSigner } from './signing-tasks.ts'
import { words } from './words.ts'

/** Texts that still wait for a unit and let a successor sign. */
async function waitingTexts(tx: Tx, unit: string): Promise<string[]> {
  const rows = await tx
    .selectFrom('agreement')
    .innerJoin('agreement_signer', 'agreement_signer.agreement_id', 'agreement.id')
    .select('agreement.id')
    .where('agreement_signer.unit_id', '=', unit)
    .where('agreement_signer.state', '=', 'waiting')
    .where('agreement.state', 'in', [...allowedIn.sign])
    .where('agreement.allows_substitute', '=', true)
    .execute()
  return rows.map(({ id }) => id)
}

async function mailSubstitute(tx: Tx, agreement: AgreementRow, { place, signer }: Seat) {
  const { email, locale } = await tx
    .selectFrom('account')
    .select(['email', 'locale'])
    .where('id', '=', signer.account)
    .executeTakeFirstOrThrow()
  if (email === null) return
  const told = { name: signer.name, title: agreement.title, unit: place.unit_name, instead: place.signer_name }
  const letter = words(locale as Locale).mails.substitute(told)
  const messageKey = `agreement-substitute-${agreement.id}-${signer.mandate}`
  await queueMail(tx, { to: email, ...letter, messageKey, kind: 'signing', account: signer.account })
}

async function tellSubstitute(tx: Tx, id: string, unit: string, now: Date): Promise<void> {
  const agreement = await agreementById(tx, id)
  const places = await signersOf(tx, id)
  if (isStopped(places)) return
  const [seat] = await seatsOn(
    tx,
    agreement,
    places.filter((place) => place.unit_id === unit),
    dayOf(now),
  )
  if (seat === undefined || !seat.isSubstitute) return
  await tellSigner(
    tx,
    { agreement, place: seat.place, signer: seat.signer.name },
    await yearById(tx, agreement.bloc_year_id),
    now,
  )
  await mailSubstitute(tx, agreement, seat)
}

/** When a mandate begins or ends, whoever signs now for the person whom a waiting text names is told. */
export const substitutionTasks: Announce<MandateFact> = async (tx, now, { name, unit }) => {
  if (name !== 'mandates.confirmed' && name !== 'mandates.ended') return
  for (const id of await waitingTexts(tx, unit)) await tellSubstitute(tx, id, unit, now)
}
