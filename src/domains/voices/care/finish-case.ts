import { z } from 'zod'
import { record } from '#capabilities/audit/record.ts'
import { insertEntry } from '#domains/movements/log/add-log-entry.ts'
import { logKindsOf } from '#domains/movements/log/queries.ts'
import type { Actor } from '#platform/actor.ts'
import type { Db, Tx } from '#platform/database/database.ts'
import { RuleViolation } from '#platform/errors.ts'
import { day, paragraph } from '#platform/form.ts'
import { newId } from '#platform/id.ts'
import { careSubject, inMillions, readDong, type CareCase } from './care-case.ts'
import { lockCase } from './lock-case.ts'
import { postCare } from './post-care.ts'

const endings = ['solved', 'ended'] as const

export const finishCaseInput = z.object({
  care: z.uuid(),
  state: z.enum(endings),
  endedOn: day(),
  outcome: paragraph(2000),
  /** What the care was worth in đồng; empty is not told. */
  value: z.string().trim().max(30).default(''),
})

/** The kind of the year's log that counts care, as the template names it, and the numbers that it carries. */
const logOfCare = 'care'

interface Done {
  care: CareCase
  on: string
  value: string | null
}

/** Writes what was solved into the year's log, where targets count it; a bloc that keeps no such log writes none. */
async function logCare(tx: Tx, actor: Actor, { care, on, value }: Done, now: Date) {
  const kind = (await logKindsOf(tx, care.bloc_year_id)).find(
    (each) => each.code === logOfCare && each.ended_on === null,
  )
  if (kind === undefined) return
  const told = { people: String(care.people), cases: '1', ...(value !== null && { money: inMillions(value) }) }
  const known = new Set(kind.numbers.map(({ code }) => code))
  const values = Object.fromEntries(Object.entries(told).filter(([code]) => known.has(code)))
  const entry = { id: newId(), unit: care.unit_id, kind, onDay: on, text: 'Vụ việc bảo vệ quyền lợi đã giải quyết' }
  await insertEntry(tx, actor, { ...entry, values }, now)
}

/** Ends a case: solved, or ended without; its care and what it was worth are counted from then on. */
export async function finishCase(db: Db, actor: Actor, input: z.output<typeof finishCaseInput>, now: Date) {
  const value = input.value === '' ? null : readDong(input.value)
  await db.transaction().execute(async (tx) => {
    const care = await lockCase(tx, actor, { id: input.care, verb: 'finish', on: input.endedOn, now })
    if (value === undefined) throw new RuleViolation('care.notMoney')
    if (care.supported_on !== null && input.endedOn < care.supported_on) throw new RuleViolation('care.beforeSupport')
    await tx
      .updateTable('care_case')
      .set({
        state: input.state,
        outcome: input.outcome,
        ended_on: input.endedOn,
        care_value: value,
        version: care.version + 1,
      })
      .where('id', '=', care.id)
      .execute()
    if (input.state === 'solved') await logCare(tx, actor, { care, on: input.endedOn, value }, now)
    await postCare(tx, care, now)
    const facts = { day: input.endedOn, state: input.state }
    await record(tx, actor, now, { action: 'care.finished', subject: careSubject(care.id), facts })
  })
}
