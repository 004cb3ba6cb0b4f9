import { z } from 'zod'
import { record } from '#capabilities/audit/record.ts'
import { accountOf } from '#domains/identity/queries.ts'
import type { Actor } from '#platform/actor.ts'
import type { Telling } from '#platform/announcements.ts'
import { dayOf } from '#platform/clock.ts'
import type { Db, Tx } from '#platform/database/database.ts'
import { demand, RuleViolation } from '#platform/errors.ts'
import { storeFile, type FileStore } from '#platform/files.ts'
import { day, line, ticked } from '#platform/form.ts'
import { newId } from '#platform/id.ts'
import { sniffMediaType, type PaperMediaType } from '#platform/media-type.ts'
import { lockUnit } from '../lock-unit.ts'
import { statusOn, unitsOfAccount } from '../queries.ts'
import { mayAskMandate } from './access.ts'
import { factOf } from './lock-mandate.ts'
import { mostDocumentBytes, type MandateFact } from './mandate.ts'
import { mandateById } from './queries.ts'

export const askMandateInput = z.object({
  unit: z.uuid(),
  account: z.uuid(),
  post: line(120),
  mayAct: ticked(),
  maySign: ticked(),
  mayVote: ticked(),
  fromOn: day(),
  toOn: day(),
  documentName: line(200),
})
export type AskMandate = z.output<typeof askMandateInput>

export interface AskingMandate extends Telling<MandateFact> {
  files: FileStore
  /** The letter of authority: PDF, PNG or JPEG. */
  document: Uint8Array
  /** Marks a mandate of the demonstration. */
  isSample?: boolean
}

function paperOf(document: Uint8Array): PaperMediaType {
  if (document.length === 0) throw new RuleViolation('mandates.noDocument')
  if (document.length > mostDocumentBytes) throw new RuleViolation('mandates.documentTooLarge')
  const mediaType = sniffMediaType(document)
  if (!mediaType) throw new RuleViolation('mandates.notAPaper')
  return mediaType
}

function checkTerms(input: AskMandate, today: string) {
  if (!input.mayAct && !input.maySign && !input.mayVote) throw new RuleViolation('mandates.noRight')
  if (input.toOn < input.fromOn) throw new RuleViolation('mandates.endsBeforeStart')
  if (input.toOn < today) throw new RuleViolation('mandates.alreadyOver', { to: input.toOn })
}

/** On the last day roles still hold, the account does not; whoever leaves at this moment is waited for. */
async function demandOpenAccount(tx: Tx, id: string) {
  const account = await tx.selectFrom('account').select('state').where('id', '=', id).forShare().executeTakeFirst()
  if (account?.state === 'closed') throw new RuleViolation('units.accountClosed')
}

/** Whoever keeps the accounts neither signs nor votes. */
async function demandNotAdministrator(tx: Tx, { account, maySign, mayVote }: AskMandate, now: Date) {
  if (!maySign && !mayVote) return
  const holder = await accountOf(tx, account, now)
  if (holder?.tenantRoles.includes('administrator')) throw new RuleViolation('mandates.administrates')
}

async function checkHolder(tx: Tx, input: AskMandate, now: Date) {
  const today = dayOf(now)
  await demandOpenAccount(tx, input.account)
  await demandNotAdministrator(tx, input, now)
  if ((await statusOn(tx, input.unit, today)) === 'ended') throw new RuleViolation('units.unitEnded')
  const held = await unitsOfAccount(tx, input.account, today)
  if (!held.some((role) => role.unit === input.unit)) throw new RuleViolation('mandates.notOfUnit')
  const waiting = await tx
    .selectFrom('mandate')
    .select('id')
    .where('unit_id', '=', input.unit)
    .where('account_id', '=', input.account)
    .where('state', '=', 'asked')
    .executeTakeFirst()
  if (waiting) throw new RuleViolation('mandates.alreadyAsked')
}

const rowOf = (input: AskMandate) => ({
  unit_id: input.unit,
  account_id: input.account,
  post: input.post,
  may_act: input.mayAct,
  may_sign: input.maySign,
  may_vote: input.mayVote,
  from_on: input.fromOn,
  to_on: input.toOn,
  document_name: input.documentName,
})

/** A unit's leader asks that a person may act, sign or vote for the unit; the authority decides. */
export async function askMandate(db: Db, actor: Actor, input: AskMandate, asking: AskingMandate): Promise<string> {
  demand(mayAskMandate(actor, input.unit))
  const { now, isSample = false } = asking
  checkTerms(input, dayOf(now))
  const mediaType = paperOf(asking.document)
  const id = newId()
  await db.transaction().execute(async (tx) => {
    await lockUnit(tx, input.unit)
    await checkHolder(tx, input, now)
    const sha256 = await storeFile(tx, asking.files, asking.document, mediaType)
    await tx
      .insertInto('mandate')
      .values({
        ...rowOf(input),
        id,
        document_sha256: sha256,
        asked_by: actor.account,
        asked_at: now,
        is_sample: isSample,
      })
      .execute()
    const fact = await factOf(tx, await mandateById(tx, id), { name: 'mandates.asked', by: actor, now })
    await asking.announce(tx, now, fact)
    await record(tx, actor, now, {
      action: 'mandate.asked',
      subject: { kind: 'mandate', id },
      facts: { unit: fact.unitName, person: fact.person, document: input.documentName, sha256 },
    })
  })
  return id
}
