import { z } from 'zod'
import { record } from '#capabilities/audit/record.ts'
import { lockYear } from '#domains/blocs/lock-year.ts'
import { yearById, type BlocYearRow } from '#domains/blocs/queries.ts'
import type { Actor } from '#platform/actor.ts'
import { dayOf } from '#platform/clock.ts'
import type { Db, Tx } from '#platform/database/database.ts'
import { demand, RuleViolation } from '#platform/errors.ts'
import { day, line, optionalLine } from '#platform/form.ts'
import { newId } from '#platform/id.ts'
import { endOfMonth, monthOf } from '../months/month.ts'
import { closedMonths } from '../months/queries.ts'
import { topicsOfBloc } from '../queries.ts'
import { writesDigest } from './access.ts'
import { digestLooks, type DigestKind } from './digest.ts'
import { gatherDigest } from './gather-digest.ts'
import { keepClauses } from './keep-clauses.ts'
import { digestSubject } from './lock-digest.ts'
import { draftDigest } from './rules.ts'

/** The head of the paper, as each issuer writes it. */
export const digestHead = {
  look: z.enum(digestLooks),
  parent: optionalLine(200),
  issuer: line(200),
  sign: optionalLine(60),
  signer: optionalLine(120),
  place: optionalLine(100),
  datedOn: day(),
}

export const startDigestInput = z.object({
  blocYear: z.uuid(),
  /** The first day of a closed month. */
  month: day(),
  ...digestHead,
})

export const startSuddenInput = z.object({
  blocYear: z.uuid(),
  from: day(),
  to: day(),
  topic: z.uuid(),
  ...digestHead,
})

interface Scope {
  kind: DigestKind
  from_on: string
  to_on: string
  topic_id: string | null
}

type Head = z.output<z.ZodObject<typeof digestHead>>

async function demandMonthly(tx: Tx, year: BlocYearRow, { from_on }: Scope) {
  const months = await closedMonths(tx, year.id)
  if (!months.some(({ month }) => month === from_on)) throw new RuleViolation('digest.monthOpen')
  const standing = tx.selectFrom('voice_digest').select('id').where('bloc_year_id', '=', year.id)
  const same = await standing.where('kind', '=', 'monthly').where('from_on', '=', from_on).executeTakeFirst()
  if (same !== undefined) throw new RuleViolation('digest.alreadyStarted')
}

async function demandSudden(tx: Tx, year: BlocYearRow, scope: Scope, today: string) {
  const { from_on: from, to_on: to } = scope
  if (to < from) throw new RuleViolation('digest.endsBeforeItBegins')
  if (from < year.starts_on || to > year.ends_on) throw new RuleViolation('digest.outsideTheYear')
  if (to > today) throw new RuleViolation('digest.inFuture')
  const topics = await topicsOfBloc(tx, year.bloc.id)
  if (!topics.some(({ id }) => id === scope.topic_id)) throw new RuleViolation('digest.noTopic')
}

/** Drafts a digest: every sentence by a named rule from figures that may be told. */
async function draft(db: Db, actor: Actor, { scope, blocYear, head }: Draft, now: Date): Promise<string> {
  demand(writesDigest(actor, blocYear))
  if (head.datedOn < scope.to_on) throw new RuleViolation('digest.datedTooEarly')
  return db.transaction().execute(async (tx) => {
    const year = await lockYear(tx, blocYear)
    await (scope.kind === 'monthly' ? demandMonthly(tx, year, scope) : demandSudden(tx, year, scope, dayOf(now)))
    const id = newId()
    const { datedOn: dated_on, ...own } = head
    const by = { started_by: actor.account, started_at: now }
    await tx
      .insertInto('voice_digest')
      .values({ id, bloc_year_id: blocYear, ...scope, ...own, dated_on, ...by })
      .execute()
    await keepClauses(tx, id, draftDigest(await gatherDigest(tx, await yearById(tx, blocYear), scope)), now)
    const facts = { kind: scope.kind, from: scope.from_on, to: scope.to_on }
    await record(tx, actor, now, { action: 'digest.started', subject: digestSubject(id), facts })
    return id
  })
}

interface Draft {
  scope: Scope
  blocYear: string
  head: Head
}

/** The digest of a closed month; there is one a month. */
export async function startDigest(db: Db, actor: Actor, input: z.output<typeof startDigestInput>, now: Date) {
  const { blocYear, month: given, ...head } = input
  const month = monthOf(given)
  const scope = { kind: 'monthly' as const, from_on: month, to_on: endOfMonth(month), topic_id: null }
  return draft(db, actor, { scope, blocYear, head }, now)
}

/** A sudden report on one topic: its figures are rounded down to whole thresholds. */
export async function startSuddenDigest(db: Db, actor: Actor, input: z.output<typeof startSuddenInput>, now: Date) {
  const { blocYear, from, to, topic, ...head } = input
  const scope = { kind: 'sudden' as const, from_on: from, to_on: to, topic_id: topic }
  return draft(db, actor, { scope, blocYear, head }, now)
}
