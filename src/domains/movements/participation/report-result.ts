import { z } from 'zod'
import { record } from '#capabilities/audit/record.ts'
import type { BlocYearRow } from '#domains/blocs/queries.ts'
import type { Actor } from '#platform/actor.ts'
import { dayOf } from '#platform/clock.ts'
import type { Db, Tx } from '#platform/database/database.ts'
import { demand, RuleViolation } from '#platform/errors.ts'
import { day, optionalLine, paragraph } from '#platform/form.ts'
import { newId } from '#platform/id.ts'
import { actsForMember } from '../access.ts'
import { demandState, lockMovement, movementSubject } from '../register/lock-movement.ts'
import { readFigures, type Figure } from './figures.ts'
import { participationsOf, resultsOf, type ParticipationRow } from './queries.ts'

export const reportResultInput = z.object({
  blocYear: z.uuid(),
  movement: z.uuid(),
  unit: z.uuid(),
  startsOn: day(),
  endsOn: day(),
  text: paragraph(4000),
  /** One a line: "Số mô hình (mô hình): 12". */
  figures: z.string().default('').pipe(z.string().max(4000)),
  /** Why what was reported of this period before is replaced. */
  reason: optionalLine(500),
})
export type ReportResult = z.output<typeof reportResultInput>

function checkPeriod({ startsOn, endsOn }: ReportResult, year: BlocYearRow, today: string) {
  if (endsOn < startsOn) throw new RuleViolation('participation.endsBeforeStart')
  if (startsOn > today) throw new RuleViolation('participation.periodAhead')
  if (startsOn < year.starts_on || endsOn > year.ends_on) {
    throw new RuleViolation('participation.outsideYear', { from: year.starts_on, to: year.ends_on })
  }
}

function figuresOf(text: string): Figure[] {
  const { figures, wrong } = readFigures(text)
  if (wrong !== undefined) throw new RuleViolation('participation.figureUnreadable', { line: wrong })
  return figures
}

interface Reported {
  own: ParticipationRow
  replaces: string | null
  figures: readonly Figure[]
  now: Date
}

async function insertResult(tx: Tx, actor: Actor, input: ReportResult, { own, replaces, figures, now }: Reported) {
  const id = newId()
  await tx
    .insertInto('participation_result')
    .values({
      id,
      participation_id: own.id,
      starts_on: input.startsOn,
      ends_on: input.endsOn,
      text: input.text,
      replaces_id: replaces,
      reason: replaces === null ? '' : input.reason,
      reported_by: actor.account,
      reported_at: now,
    })
    .execute()
  const rows = figures.map((figure, index) => ({ result_id: id, position: index + 1, ...figure }))
  if (rows.length > 0) await tx.insertInto('participation_figure').values(rows).execute()
}

/** What a unit reached in a period. What it said of the same period before is kept and no longer shown. */
export async function reportResult(db: Db, actor: Actor, input: ReportResult, now: Date): Promise<void> {
  demand(actsForMember(actor, input.blocYear, input.unit))
  const figures = figuresOf(input.figures)
  await db.transaction().execute(async (tx) => {
    const { year, movement } = await lockMovement(tx, input)
    demandState('report', movement)
    checkPeriod(input, year, dayOf(now))
    const joined = await participationsOf(tx, { blocYear: year.id, movement: movement.id })
    const own = joined.find(({ unit_id, withdrawn_on }) => unit_id === input.unit && withdrawn_on === null)
    if (own === undefined) throw new RuleViolation('participation.notJoined')
    const { startsOn, endsOn } = input
    const before = (await resultsOf(tx, year.id, movement.id)).find(
      (one) => one.unit_id === input.unit && one.starts_on === startsOn && one.ends_on === endsOn,
    )
    if (before !== undefined && input.reason === '') throw new RuleViolation('participation.reasonMissing')
    await insertResult(tx, actor, input, { own, replaces: before?.id ?? null, figures, now })
    const facts = { unit: own.unit, title: movement.title, from: startsOn, to: endsOn }
    await record(tx, actor, now, { action: 'participation.reported', subject: movementSubject(movement.id), facts })
  })
}
