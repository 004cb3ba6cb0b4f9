import { z } from 'zod'
import { record } from '#capabilities/audit/record.ts'
import type { Actor } from '#platform/actor.ts'
import type { Db } from '#platform/database/database.ts'
import { demand, found } from '#platform/errors.ts'
import { line } from '#platform/form.ts'
import { keepsCodes } from './access.ts'
import { codeKinds, codeSubject, tableOf } from './code-list.ts'

export const renameCodeInput = z.object({ kind: z.enum(codeKinds), code: z.string().max(120), name: line(120) })

/** Another name for the same code; months that were closed keep the name of their day. */
export async function renameCode(db: Db, actor: Actor, input: z.output<typeof renameCodeInput>, now: Date) {
  demand(keepsCodes(actor))
  await db.transaction().execute(async (tx) => {
    const { kind, code, name } = input
    const select = tx.selectFrom(tableOf[kind]).select('name').where('code', '=', code)
    const { name: before } = found(await select.forUpdate().executeTakeFirst())
    await tx.updateTable(tableOf[kind]).set({ name }).where('code', '=', code).execute()
    await record(tx, actor, now, { action: 'topics.codeRenamed', subject: codeSubject, facts: { kind, before, name } })
  })
}
