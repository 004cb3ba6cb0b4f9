import { membersOn, type BlocYearRow } from '#domains/blocs/queries.ts'
import { closeTask, openTask } from '#domains/calendar/open-task.ts'
import { dayOf } from '#platform/clock.ts'
import type { Tx } from '#platform/database/database.ts'
import { examplePaths } from './paths.ts'

const judgeKey = (example: string) => `examples.judge ${example}`

interface Asked {
  year: BlocYearRow
  example: string
  nominator: string
  unitName: string
}

/** The head judges; where the head nominated itself the deputy does, and without one the authority. */
export async function askJudgement(tx: Tx, now: Date, { year, example, nominator, unitName }: Asked): Promise<void> {
  const members = await membersOn(tx, year.id, dayOf(now))
  const judges = members.filter(({ office, unit }) => office !== null && unit !== nominator)
  const judge = judges.find(({ office }) => office === 'head') ?? judges[0]
  const holder = judge === undefined ? { tenantRole: 'authority' as const } : { unit: judge.unit }
  await openTask(tx, now, {
    key: judgeKey(example),
    kind: 'examples.judge',
    ...holder,
    blocYear: year.id,
    path: examplePaths.one(year.bloc.slug, year.slug, example),
    facts: { unit: unitName },
  })
}

export const closeJudgement = (tx: Tx, now: Date, example: string) => closeTask(tx, now, judgeKey(example))
