import { record, type Recorder } from '#capabilities/audit/record.ts'
import { dropOpenTurn } from '#capabilities/signatures/keeping/signing-jobs.ts'
import { dayOf } from '#platform/clock.ts'
import type { Db, Tx } from '#platform/database/database.ts'
import { allowedIn, isStopped } from '../agreement.ts'
import { tellHead } from '../drafting/head-tasks.ts'
import { lockWithDocument } from '../lock-with-document.ts'
import { signersOf, type AgreementRow } from '../queries.ts'
import { mailSigners } from './mail-signers.ts'
import { isOverdue } from './signing-state.ts'
import { closeSigningTasks } from './signing-tasks.ts'
import { words } from './words.ts'

const program: Recorder = { account: null, name: 'Giao Ước', actingUnit: null }

async function tellAll(tx: Tx, agreement: AgreementRow, day: string) {
  await mailSigners(tx, {
    agreement: agreement.id,
    key: `agreement-expired-${agreement.id}-${day}`,
    write: ({ name, locale }) =>
      words(locale).mails.expired({ name, title: agreement.title, day: day.split('-').reverse().join('/') }),
  })
}

async function closeOne(tx: Tx, id: string, now: Date): Promise<void> {
  const agreement = await lockWithDocument(tx, id)
  const signers = await signersOf(tx, id)
  if (agreement.expired_at !== null || !isOverdue(agreement, now) || isStopped(signers)) return
  await tx.updateTable('agreement').set({ expired_at: now }).where('id', '=', id).execute()
  if (agreement.document_id !== null) await dropOpenTurn(tx, agreement.document_id, now)
  await closeSigningTasks(tx, id, now)
  await tellHead(tx, 'expired', agreement, now)
  await tellAll(tx, agreement, agreement.sign_by ?? '')
  const waiting = signers.filter(({ state }) => state === 'waiting').map((signer) => signer.unit_name)
  const facts = { day: agreement.sign_by, units: waiting }
  await record(tx, program, now, { action: 'agreement.expired', subject: { kind: 'agreement', id }, facts })
}

/**
 * Marks the signings whose last day is over and tells everyone. Nobody could sign since midnight anyway: that is asked
 * of the day itself, not of this mark.
 */
export async function closeOverdueSignings(db: Db, now: Date): Promise<void> {
  const overdue = await db
    .selectFrom('agreement')
    .select('id')
    .where('state', 'in', [...allowedIn.sign])
    .where('sign_by', '<', dayOf(now))
    .where('expired_at', 'is', null)
    .execute()
  for (const { id } of overdue) await db.transaction().execute((tx) => closeOne(tx, id, now))
}
