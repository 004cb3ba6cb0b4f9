import { closeTask, openTask } from '#domains/calendar/open-task.ts'
import type { BlocYearRow, MemberRow } from '#domains/blocs/queries.ts'
import type { Tx } from '#platform/database/database.ts'
import { periodPaths } from './paths.ts'
import type { Period } from './period.ts'
import { factsOfPeriod } from './report-due-tasks.ts'

const key = (id: string) => `reports.reopening ${id}`

interface Asked {
  id: string
  year: BlocYearRow
  period: Period
  unit: string | null
  members: readonly MemberRow[]
}

/** Those who lead decide; of their own unit the deputy, and where there is none the authority. */
function deciderOf({ unit, members }: Asked) {
  const holds = (office: 'head' | 'deputy') => members.find((member) => member.office === office)?.unit
  const decider = [holds('head'), holds('deputy')].find((each) => each !== undefined && each !== unit)
  return decider === undefined ? ({ tenantRole: 'authority' } as const) : { unit: decider }
}

export const openReopeningTask = (tx: Tx, now: Date, asked: Asked) =>
  openTask(tx, now, {
    key: key(asked.id),
    kind: 'reports.reopening',
    ...deciderOf(asked),
    blocYear: asked.year.id,
    path: periodPaths.reopening(asked.year.bloc.slug, asked.year.slug, asked.id),
    facts: factsOfPeriod(asked.year, asked.period),
  })

export const closeReopeningTask = (tx: Tx, now: Date, id: string) => closeTask(tx, now, key(id))
