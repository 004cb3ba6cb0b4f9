import { z } from 'zod'
import { record } from '#capabilities/audit/record.ts'
import { isAdministrator, isAuthority, type Actor } from '#platform/actor.ts'
import type { Db } from '#platform/database/database.ts'
import { demand, RuleViolation } from '#platform/errors.ts'

/** When people are reminded is the authority's to say; the administrator sets it up. */
export const maySetRules = (actor: Actor) => isAuthority(actor) || isAdministrator(actor)

const time = z
  .string()
  .trim()
  .regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/u)
const days = (least: number, most: number) => z.coerce.number().int().min(least).max(most)

/** "7, 3, 1, 0" */
const dayList = z
  .string()
  .trim()
  .regex(/^\d{1,3}(?:[\s,;]+\d{1,3}){0,9}$/u)
  .transform((text) => [...new Set(text.split(/[\s,;]+/u).map(Number))].toSorted((one, other) => other - one))

export const changeRulesInput = z.object({
  remindDays: dayList,
  tasksOpenBefore: days(0, 366),
  quietFrom: time,
  quietTo: time,
  digestAt: time,
  leaderAfter: days(1, 366),
  headAfter: days(1, 366),
  authorityAfter: days(1, 366),
  noticesKeptDays: days(30, 3660),
  mailsKeptDays: days(30, 3660),
})
export type ChangeRules = z.output<typeof changeRulesInput>

/** Sets the tenant's own rules; they hold from the next reminder on. */
export async function changeRules(db: Db, actor: Actor, input: ChangeRules, now: Date): Promise<void> {
  demand(maySetRules(actor))
  if (input.headAfter < input.leaderAfter || input.authorityAfter < input.headAfter) {
    throw new RuleViolation('reminders.stepsOutOfOrder')
  }
  const row = {
    remind_days: input.remindDays,
    tasks_open_before: input.tasksOpenBefore,
    quiet_from: input.quietFrom,
    quiet_to: input.quietTo,
    digest_at: input.digestAt,
    leader_after: input.leaderAfter,
    head_after: input.headAfter,
    authority_after: input.authorityAfter,
    notices_kept_days: input.noticesKeptDays,
    mails_kept_days: input.mailsKeptDays,
  }
  await db.transaction().execute(async (tx) => {
    await tx
      .insertInto('reminder_rules')
      .values(row)
      .onConflict((conflict) => conflict.column('is_only').doUpdateSet(row))
      .execute()
    const facts = { ...row, remind_days: row.remind_days.map(String) }
    await record(tx, actor, now, { action: 'reminders.rulesChanged', subject: { kind: 'tenant', id: null }, facts })
  })
}
