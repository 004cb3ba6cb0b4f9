import { z } from 'zod'
import { statusOn } from '#domains/units/queries.ts'
import { record } from '#capabilities/audit/record.ts'
import type { Actor } from '#platform/actor.ts'
import { dayOf } from '#platform/clock.ts'
import type { Db, Tx } from '#platform/database/database.ts'
import { demand, RuleViolation } from '#platform/errors.ts'
import { newId } from '#platform/id.ts'
import { mayDraft } from '../access.ts'
import { isStopped } from '../agreement.ts'
import { keepSigningDays } from '../deadlines/keep-signing-days.ts'
import { closeHeadTask, stops, tellHead } from '../drafting/head-tasks.ts'
import { insertClauses } from '../drafting/start-draft.ts'
import { lockWithDocument } from '../lock-with-document.ts'
import { closeScans } from '../pen/close-scans.ts'
import { movePromises } from '../promises/move-promises.ts'
import { agreementById, clausesOfAgreement, signersOf, type AgreementRow, type SignerRow } from '../queries.ts'
import { isOverdue, vacantPlaces } from './signing-state.ts'
import { closeSigningTasks } from './signing-tasks.ts'
import { words } from './words.ts'

export const openNextVersionInput = z.object({ agreement: z.uuid() })

export type OpenNextVersion = z.output<typeof openNextVersionInput>

/** What a unit said when it refused the text or took its signature back. */
const stopReason = (signers: readonly SignerRow[]) =>
  signers.find(({ state }) => state === 'refused')?.refusal_reason ??
  signers.find(({ state }) => state === 'withdrawn')?.withdrawal_reason ??
  ''

/** Why a text is set aside; `null` while all who have not signed still may. */
async function reasonToVoid(tx: Tx, agreement: AgreementRow, now: Date): Promise<string | null> {
  const signers = await signersOf(tx, agreement.id)
  if (isStopped(signers)) return stopReason(signers)
  const t = words('vi')
  if (isOverdue(agreement, now)) return t.voidOverdue((agreement.sign_by ?? '').split('-').reverse().join('/'))
  const vacant = await vacantPlaces(tx, agreement, signers, now)
  const ended = await endedPlaces(tx, signers, now)
  const nameOf = (place: SignerRow) => (ended.includes(place) ? t.endedUnit(place.unit_name) : place.unit_name)
  return vacant.length === 0 ? null : t.voidReason(vacant.map(nameOf).join(', '))
}

/** The places of units that are no more. */
async function endedPlaces(tx: Tx, places: readonly SignerRow[], now: Date): Promise<SignerRow[]> {
  const states = await Promise.all(places.map((place) => statusOn(tx, place.unit_id, dayOf(now))))
  return places.filter((_place, index) => states[index] === 'ended')
}

/** Who was a member on the old day of signing is none on a new one: once a unit has ended, the day is chosen anew. */
async function withOwnDays(tx: Tx, agreement: AgreementRow, now: Date): Promise<AgreementRow> {
  const ended = await endedPlaces(tx, await signersOf(tx, agreement.id), now)
  return ended.length === 0 ? agreement : { ...agreement, signing_on: null, sign_by: null }
}

/** Sets a text aside with the signatures it has: they are kept, and said to be void. */
export async function makeVoid(tx: Tx, agreement: AgreementRow, reason: string, now: Date) {
  await tx
    .updateTable('agreement')
    .set({ state: 'void', voided_at: now, void_reason: reason })
    .where('id', '=', agreement.id)
    .execute()
  await tx
    .updateTable('agreement_signer')
    .set({ state: 'void' })
    .where('agreement_id', '=', agreement.id)
    .where('state', 'in', ['signed', 'waiting'])
    .execute()
  await keepSigningDays(tx, agreement.id, now)
}

const carried = ({
  bloc_year_id,
  origin,
  reading_id,
  title,
  theme,
  place,
  signing_on,
  sign_by,
  witness,
  allows_substitute,
  is_sample,
}: AgreementRow) => ({
  bloc_year_id,
  origin,
  reading_id,
  title,
  theme,
  place,
  signing_on,
  sign_by,
  witness,
  allows_substitute,
  is_sample,
})

async function copyAsDraft(tx: Tx, actor: Actor, agreement: AgreementRow, now: Date): Promise<string> {
  const id = newId()
  await tx
    .insertInto('agreement')
    .values({
      ...carried(agreement),
      ...(isOverdue(agreement, now) ? { sign_by: null } : {}),
      id,
      version: agreement.version + 1,
      follows_id: agreement.id,
      created_by: actor.account,
      created_at: now,
      changed_at: now,
    })
    .execute()
  await insertClauses(tx, id, await clausesOfAgreement(tx, agreement.id), now)
  await movePromises(tx, agreement.id, id)
  await tellHead(tx, 'draft', await agreementById(tx, id), now)
  return id
}

/**
 * After a refusal, a signature taken back, the last day to sign, or when a place has nobody to sign it: the text becomes
 * void with the signatures it has (they are kept, and said to be void), and a draft with the same clauses follows it. Answers with the draft's id.
 */
export async function openNextVersion(db: Db, actor: Actor, input: OpenNextVersion, now: Date): Promise<string> {
  return db.transaction().execute(async (tx) => {
    const agreement = await lockWithDocument(tx, input.agreement)
    demand(mayDraft(actor, agreement))
    const reason = await reasonToVoid(tx, agreement, now)
    if (agreement.state === 'void' || reason === null) throw new RuleViolation('agreement.notRefused')
    await makeVoid(tx, agreement, reason, now)
    await closeSigningTasks(tx, agreement.id, now)
    await closeScans(tx, { agreement: agreement.id }, now)
    for (const waiting of stops) await closeHeadTask(tx, waiting, agreement.id, now)
    const id = await copyAsDraft(tx, actor, await withOwnDays(tx, agreement, now), now)
    const facts = { follows: agreement.id, version: agreement.version + 1 }
    await record(tx, actor, now, { action: 'agreement.followed', subject: { kind: 'agreement', id }, facts })
    return id
  })
}
