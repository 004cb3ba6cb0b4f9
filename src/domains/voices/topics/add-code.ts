import { sql } from 'kysely'
import { z } from 'zod'
import { record } from '#capabilities/audit/record.ts'
import type { Actor } from '#platform/actor.ts'
import type { Db } from '#platform/database/database.ts'
import { demand, RuleViolation } from '#platform/errors.ts'
import { slugOf } from '#platform/fold.ts'
import { line } from '#platform/form.ts'
import { keepsCodes } from './access.ts'
import { codeKinds, codeSubject, tableOf } from './code-list.ts'

export const addCodeInput = z.object({ kind: z.enum(codeKinds), name: line(120) })

/** A further group of people or field of law; a code that was ended and is named again is offered again. */
export async function addCode(db: Db, actor: Actor, { kind, name }: z.output<typeof addCodeInput>, now: Date) {
  demand(keepsCodes(actor))
  const code = slugOf(name)
  if (code === '') throw new RuleViolation('topics.nameUnreadable')
  await db.transaction().execute(async (tx) => {
    const table = sql.table(tableOf[kind])
    await sql`lock table ${table} in exclusive mode`.execute(tx)
    const { numAffectedRows = 0n } = await sql`
      insert into ${table} as kept (code, name, position)
      select ${code}, ${name}, coalesce(max(position), 0) + 1 from ${table}
      on conflict (code) do update set name = excluded.name, ended_on = null where kept.ended_on is not null`.execute(
      tx,
    )
    if (numAffectedRows === 0n) throw new RuleViolation('topics.nameTaken', { name })
    await record(tx, actor, now, { action: 'topics.codeAdded', subject: codeSubject, facts: { kind, name } })
  })
}
