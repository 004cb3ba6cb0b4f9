import { z } from 'zod'
import { record } from '#capabilities/audit/record.ts'
import { lockYear, yearSubject } from '#domains/blocs/lock-year.ts'
import type { Actor } from '#platform/actor.ts'
import type { Db } from '#platform/database/database.ts'
import { demand, RuleViolation } from '#platform/errors.ts'
import { slugOf } from '#platform/fold.ts'
import { line, optionalLine } from '#platform/form.ts'
import { keepsMovements } from '../access.ts'
import type { LogNumber } from './log-kind.ts'
import { logKindsOf } from './queries.ts'
import { addKinds } from './start-log.ts'

export const addLogKindInput = z.object({
  blocYear: z.uuid(),
  name: line(120),
  help: optionalLine(300),
  /** One number a line: "Số buổi (buổi)"; without brackets it has no measure. */
  numbers: z.string().default('').pipe(z.string().max(1000)),
})
export type AddLogKind = z.output<typeof addLogKindInput>

const numberLine = /^(?<name>[^()]+?)\s*(?:\((?<measure>[^()]+)\))?$/u

/** The numbers as they were typed, one a line; a share is what was last said, all else adds up. */
function readNumbers(text: string): LogNumber[] {
  const lines = text
    .split('\n')
    .map((each) => each.replace(/\s+/gu, ' ').trim())
    .filter((each) => each !== '')
  return lines.map((each) => {
    const { name, measure = '' } = numberLine.exec(each)?.groups ?? {}
    const code = slugOf(name ?? '')
    if (name === undefined || code === '') throw new RuleViolation('entries.numberUnreadable', { line: each })
    return { code, name, measure: measure.trim(), counting: measure.trim() === '%' ? 'last' : 'sum', required: false }
  })
}

/** A kind that the bloc itself wants to keep a log of. */
export async function addLogKind(db: Db, actor: Actor, input: AddLogKind, now: Date): Promise<string> {
  demand(keepsMovements(actor, input.blocYear))
  const numbers = readNumbers(input.numbers)
  if (new Set(numbers.map(({ code }) => code)).size < numbers.length) throw new RuleViolation('entries.numberTwice')
  const code = slugOf(input.name)
  if (code === '') throw new RuleViolation('entries.nameUnreadable')
  return db.transaction().execute(async (tx) => {
    await lockYear(tx, input.blocYear)
    const taken = (await logKindsOf(tx, input.blocYear)).some((kind) => kind.code === code)
    if (taken) throw new RuleViolation('entries.kindTaken', { name: input.name })
    await addKinds(tx, input.blocYear, [{ code, name: input.name, help: input.help, numbers }])
    const facts = { name: input.name }
    await record(tx, actor, now, { action: 'entries.kindAdded', subject: yearSubject(input.blocYear), facts })
    return code
  })
}
