import { z } from 'zod'
import { record } from '#capabilities/audit/record.ts'
import { lockYear } from '#domains/blocs/lock-year.ts'
import type { BlocYearRow } from '#domains/blocs/queries.ts'
import { keepDeadline } from '#domains/calendar/deadlines/keep-deadline.ts'
import type { Actor } from '#platform/actor.ts'
import { addDays } from '#platform/clock.ts'
import type { Db, Tx } from '#platform/database/database.ts'
import { demand, RuleViolation } from '#platform/errors.ts'
import { line, ticked } from '#platform/form.ts'
import { mayDraft } from '../access.ts'
import { agreementById, lockAgreement } from '../queries.ts'
import { proposedDates, type ProposedDate } from './queries.ts'
import { tellDates } from './tell-dates.ts'

export const confirmDatesInput = z.object({
  agreement: z.uuid(),
  clause: z.uuid(),
  at: z.coerce.number().int().min(0),
  /** `before`: the last day is the one before; `named`: the named day counts; `none`: it is no deadline. */
  reading: z.enum(['before', 'named', 'none']),
  title: line(160),
  audience: z.enum(['members', 'head']),
  asksTask: ticked(),
})
export type ConfirmDates = z.output<typeof confirmDatesInput>

async function keepAll(
  tx: Tx,
  now: Date,
  given: { date: ProposedDate; year: BlocYearRow; input: ConfirmDates; by: string },
) {
  const { date, year, input, by } = given
  for (const [index, { day, suffix }] of date.days.entries()) {
    await keepDeadline(tx, now, {
      key: `clause ${date.clause} ${date.at} ${index}`,
      blocYear: year.id,
      kind: 'deadline',
      naming: 'clause',
      facts: { title: suffix === '' ? input.title : `${input.title} (${suffix})` },
      startsOn: input.reading === 'before' ? addDays(day, -1) : day,
      note: date.text,
      audience: input.audience,
      asksTask: input.asksTask,
      by,
    })
  }
}

/** The head says what a date in the signed text means: nothing enters the calendar by itself. */
export async function confirmDates(db: Db, actor: Actor, input: ConfirmDates, now: Date): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const year = await lockYear(tx, (await agreementById(tx, input.agreement)).bloc_year_id)
    const agreement = await lockAgreement(tx, input.agreement)
    demand(mayDraft(actor, agreement))
    if (agreement.state !== 'signed') throw new RuleViolation('agreementDates.notSigned')
    const proposed = await proposedDates(tx, agreement.id, year)
    const date = proposed.find(({ clause, at }) => clause === input.clause && at === input.at)
    if (date === undefined) throw new RuleViolation('agreementDates.decided')
    const isAccepted = input.reading !== 'none'
    await tx
      .insertInto('clause_date')
      .values({
        clause_id: date.clause,
        at: date.at,
        is_accepted: isAccepted,
        decided_by: actor.account,
        decided_at: now,
      })
      .execute()
    if (isAccepted) await keepAll(tx, now, { date, year, input, by: actor.account })
    await tellDates(tx, agreement, now)
    await record(tx, actor, now, {
      action: isAccepted ? 'agreement.dateConfirmed' : 'agreement.dateSetAside',
      subject: { kind: 'agreement', id: agreement.id },
      facts: { words: date.words, title: input.title },
    })
  })
}
