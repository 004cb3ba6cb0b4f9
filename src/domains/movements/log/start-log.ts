import { z } from 'zod'
import { record } from '#capabilities/audit/record.ts'
import { lockYear, yearSubject } from '#domains/blocs/lock-year.ts'
import { yearsOfBloc, type BlocYearRow } from '#domains/blocs/queries.ts'
import type { Actor } from '#platform/actor.ts'
import type { Db, Tx } from '#platform/database/database.ts'
import { demand, RuleViolation } from '#platform/errors.ts'
import { newId } from '#platform/id.ts'
import { keepsMovements } from '../access.ts'
import type { LogKindDraft } from './log-kind.ts'
import { logKindsOf } from './queries.ts'

const logOrigins = ['template', 'lastYear'] as const

export const startLogInput = z.object({ blocYear: z.uuid(), from: z.enum(logOrigins) })
export type StartLog = z.output<typeof startLogInput>

/** Writes kinds after those that are there, inside another command's transaction. */
export async function addKinds(tx: Tx, blocYear: string, kinds: readonly LogKindDraft[]): Promise<void> {
  const before = (await logKindsOf(tx, blocYear)).length
  for (const [index, { code, name, help, numbers }] of kinds.entries()) {
    const id = newId()
    const position = before + index + 1
    await tx.insertInto('log_kind').values({ id, bloc_year_id: blocYear, position, code, name, help }).execute()
    if (numbers.length === 0) continue
    const rows = numbers.map(({ required, ...number }, place) => ({
      ...number,
      is_required: required,
      log_kind_id: id,
      position: place + 1,
    }))
    await tx.insertInto('log_number').values(rows).execute()
  }
}

/** The kinds of the bloc's year before this one, without those that were ended. */
async function kindsOfLastYear(tx: Tx, year: BlocYearRow): Promise<LogKindDraft[]> {
  const before = (await yearsOfBloc(tx, year.bloc.id)).find((each) => each.ends_on < year.starts_on)
  if (before === undefined) return []
  return (await logKindsOf(tx, before.id)).filter(({ ended_on }) => ended_on === null)
}

/** Begins a year's log with the kinds of the template or of last year; the head changes them then. */
export async function startLog(
  db: Db,
  actor: Actor,
  { blocYear, from }: StartLog,
  { now, template }: { now: Date; template: readonly LogKindDraft[] },
): Promise<void> {
  demand(keepsMovements(actor, blocYear))
  await db.transaction().execute(async (tx) => {
    const year = await lockYear(tx, blocYear)
    if ((await logKindsOf(tx, blocYear)).length > 0) throw new RuleViolation('entries.alreadyStarted')
    const kinds = from === 'template' ? template : await kindsOfLastYear(tx, year)
    if (kinds.length === 0) throw new RuleViolation('entries.noKindsBefore')
    await addKinds(tx, blocYear, kinds)
    await record(tx, actor, now, {
      action: 'entries.started',
      subject: yearSubject(blocYear),
      facts: { kinds: kinds.length, from },
    })
  })
}
