import { z } from 'zod'
import { demandOpenYear } from '#domains/blocs/lock-year.ts'
import { record } from '#capabilities/audit/record.ts'
import type { Actor } from '#platform/actor.ts'
import type { Db, Tx } from '#platform/database/database.ts'
import { demand, RuleViolation } from '#platform/errors.ts'
import { newId } from '#platform/id.ts'
import { mayDraft } from '../access.ts'
import type { AgreementHead, ClauseSection } from '../agreement.ts'
import { agreementById } from '../queries.ts'
import { tellHead } from './head-tasks.ts'

export interface NewClause {
  section: ClauseSection
  text: string
  details?: Readonly<Record<string, string>>
  span?: readonly [start: number, end: number]
}

/** What a draft begins with, from whichever origin. */
export interface Beginning {
  head: AgreementHead
  clauses: readonly NewClause[]
}

export const startDraftInput = z.object({ blocYear: z.uuid(), origin: z.enum(['template', 'last_year', 'reading']) })

type Origin = { origin: 'template' } | { origin: 'last_year'; follows: string } | { origin: 'reading'; reading: string }

export type StartDraft = Origin & { blocYear: string; isSample?: boolean }

export async function insertClauses(
  tx: Tx,
  agreement: string,
  clauses: readonly NewClause[],
  now: Date,
): Promise<void> {
  const last = new Map<ClauseSection, number>()
  const rows = clauses.map(({ section, text, details = {}, span }) => {
    const position = (last.get(section) ?? 0) + 1
    last.set(section, position)
    return {
      id: newId(),
      agreement_id: agreement,
      section,
      position,
      text: text.normalize('NFC'),
      details: JSON.stringify(details),
      span: span === undefined ? null : `[${span[0]},${span[1]})`,
      changed_at: now,
    }
  })
  if (rows.length > 0) await tx.insertInto('clause').values(rows).execute()
}

type Begun = StartDraft & { beginning: Beginning }

/** Begins the one draft of a bloc-year; answers with its id. */
export async function startDraft(db: Db, actor: Actor, input: Begun, now: Date): Promise<string> {
  return db.transaction().execute(async (tx) => startDraftWithin(tx, actor, input, now))
}

/** The same as the last step of a command that changes more. */
export async function startDraftWithin(tx: Tx, actor: Actor, input: Begun, now: Date): Promise<string> {
  demand(mayDraft(actor, { bloc_year_id: input.blocYear }))
  await tx.selectFrom('bloc_year').select('id').where('id', '=', input.blocYear).forUpdate().executeTakeFirstOrThrow()
  await demandOpenYear(tx, input.blocYear)
  const versions = await tx
    .selectFrom('agreement')
    .select(['version', 'state'])
    .where('bloc_year_id', '=', input.blocYear)
    .orderBy('version', 'desc')
    .execute()
  if (versions.some((version) => version.state !== 'void')) throw new RuleViolation('agreement.alreadyStarted')
  const id = newId()
  await tx
    .insertInto('agreement')
    .values({
      id,
      bloc_year_id: input.blocYear,
      version: (versions[0]?.version ?? 0) + 1,
      origin: input.origin,
      reading_id: input.origin === 'reading' ? input.reading : null,
      follows_id: input.origin === 'last_year' ? input.follows : null,
      is_sample: input.isSample ?? false,
      created_by: actor.account,
      created_at: now,
      changed_at: now,
      ...input.beginning.head,
    })
    .execute()
  await insertClauses(tx, id, input.beginning.clauses, now)
  await tellHead(tx, 'draft', await agreementById(tx, id), now)
  const facts = { origin: input.origin, clauses: input.beginning.clauses.length }
  await record(tx, actor, now, { action: 'agreement.started', subject: { kind: 'agreement', id }, facts })
  return id
}
