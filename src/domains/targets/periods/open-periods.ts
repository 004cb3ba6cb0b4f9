import { z } from 'zod'
import { record } from '#capabilities/audit/record.ts'
import { lockYear, yearSubject } from '#domains/blocs/lock-year.ts'
import type { BlocYearRow } from '#domains/blocs/queries.ts'
import type { Actor } from '#platform/actor.ts'
import { dayOf } from '#platform/clock.ts'
import type { Db, Tx } from '#platform/database/database.ts'
import { demand, RuleViolation } from '#platform/errors.ts'
import { newId } from '#platform/id.ts'
import { frequencies, type ReportFrequency } from '../target.ts'
import { mayKeepPeriods } from './access.ts'
import { dueDay, dueRuleKinds, layPeriods, stateOn, type DueRule, type Period } from './period.ts'
import { dueRulesOf, periodsOf } from './queries.ts'
import { keepReportDay } from './keep-report-day.ts'
import { openDueTasks } from './report-due-tasks.ts'

const dueRule = z
  .object({ kind: z.enum(dueRuleKinds), number: z.coerce.number().int().min(0).max(90) })
  .refine(({ kind, number }) => kind === 'days_after' || (number >= 1 && number <= 31))

export const openPeriodsInput = z.object({
  blocYear: z.uuid(),
  frequencies: z.array(z.enum(frequencies)).min(1),
  /** The bloc's rule from now on, where it is another than before. */
  rules: z.partialRecord(z.enum(frequencies), dueRule).default({}),
})

export type OpenPeriods = z.output<typeof openPeriodsInput>

async function keepRules(tx: Tx, bloc: string, rules: OpenPeriods['rules']) {
  for (const frequency of frequencies) {
    const rule = rules[frequency]
    if (rule === undefined) continue
    await tx
      .insertInto('period_due_rule')
      .values({ bloc_id: bloc, frequency, ...rule })
      .onConflict((conflict) => conflict.columns(['bloc_id', 'frequency']).doUpdateSet(rule))
      .execute()
  }
}

interface Laying {
  year: BlocYearRow
  rules: Readonly<Record<ReportFrequency, DueRule>>
  today: string
}

function lay({ year, rules, today }: Laying, frequency: ReportFrequency): Period[] {
  return layPeriods(year, frequency).map((span) => {
    const state = stateOn({ state: 'ahead', starts_on: span.starts_on }, today)
    return { ...span, id: newId(), bloc_year_id: year.id, frequency, due_on: dueDay(span, rules[frequency]), state }
  })
}

/** Lays the periods of a year from its own days, all at once; those already there stay as they are. */
export async function openPeriods(db: Db, actor: Actor, input: OpenPeriods, now: Date): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const year = await lockYear(tx, input.blocYear)
    demand(mayKeepPeriods(actor, year.id))
    const there = await periodsOf(tx, year.id)
    const wanted = input.frequencies.filter((each) => !there.some(({ frequency }) => frequency === each))
    if (wanted.length === 0) throw new RuleViolation('periods.alreadyOpened')

    await keepRules(tx, year.bloc.id, input.rules)
    const rules = await dueRulesOf(tx, year.bloc.id)
    const periods = wanted.flatMap((frequency) => lay({ year, rules, today: dayOf(now) }, frequency))
    await tx.insertInto('report_period').values(periods).execute()
    for (const period of periods) await keepReportDay(tx, now, year, period)
    for (const period of periods.filter(({ state }) => state === 'open')) await openDueTasks(tx, now, period)
    await record(tx, actor, now, {
      action: 'periods.opened',
      subject: yearSubject(year.id),
      facts: { periods: periods.length, from: year.starts_on, to: year.ends_on },
    })
  })
}
