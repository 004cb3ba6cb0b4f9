import { sql } from 'kysely'
import { headOf } from '#domains/blocs/members/queries.ts'
import { yearById } from '#domains/blocs/queries.ts'
import { closeTask, openTask } from '#domains/calendar/open-task.ts'
import { nameOn } from '#domains/units/queries.ts'
import { dayOf } from '#platform/clock.ts'
import type { Tx } from '#platform/database/database.ts'
import { evidencePaths } from './paths.ts'

interface Brought {
  blocYear: string
  unit: string
}

/** The task to judge what a unit cited; one a unit and year, however many pieces wait. */
export const judgeKey = ({ blocYear, unit }: Brought) => `evidence.judge ${blocYear} ${unit}`

async function countWaiting(tx: Tx, { blocYear, unit }: Brought): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from evidence e join evidence_citation k on k.evidence_id = e.id
    where e.bloc_year_id = ${blocYear} and e.unit_id = ${unit} and k.removed_at is null
      and not exists (select from evidence_verdict v where v.citation_id = k.id)`.execute(tx)
  return rows[0]?.count ?? 0
}

/** Who leads judges; what the unit that leads cited itself, the deputy does, and without one the authority. */
async function judgeOf(tx: Tx, { blocYear, unit }: Brought) {
  const head = await headOf(tx, blocYear)
  if (head !== undefined && head !== unit) return { unit: head }
  const deputy = await tx
    .selectFrom('bloc_office')
    .select('unit_id')
    .where('bloc_year_id', '=', blocYear)
    .where('office', '=', 'deputy')
    .where('unit_id', '<>', unit)
    .where('to_on', 'is', null)
    .executeTakeFirst()
  return deputy === undefined ? ({ tenantRole: 'authority' } as const) : { unit: deputy.unit_id }
}

/** After every citation, verdict and removal: how many of a unit's citations nobody judged, and for whom they wait. */
export async function keepJudgeTask(tx: Tx, now: Date, brought: Brought): Promise<void> {
  const key = judgeKey(brought)
  // A verdict and a citation at the same moment take turns: the later one counts both.
  await sql`select from membership where bloc_year_id = ${brought.blocYear} and unit_id = ${brought.unit}
    for update`.execute(tx)
  const count = await countWaiting(tx, brought)
  if (count === 0) return closeTask(tx, now, key)
  const year = await yearById(tx, brought.blocYear)
  const { short_name: unit } = await nameOn(tx, brought.unit, dayOf(now))
  const judge = await judgeOf(tx, brought)
  await openTask(tx, now, {
    key,
    kind: 'evidence.judge',
    ...judge,
    blocYear: year.id,
    path: evidencePaths.waiting(year.bloc.slug, year.slug, brought.unit),
    facts: { unit, count, bloc: year.bloc.short_name },
  })
  // Another unit may lead since the task was opened.
  const holder = { unit_id: judge.unit ?? null, tenant_role: judge.tenantRole ?? null }
  await tx.updateTable('task').set(holder).where('key', '=', key).execute()
}
