import { record } from '#capabilities/audit/record.ts'
import type { Actor } from '#platform/actor.ts'
import type { Db } from '#platform/database/database.ts'
import { RuleViolation } from '#platform/errors.ts'
import { newId } from '#platform/id.ts'
import type { ScoreTableInput } from '../table/score-table.ts'
import { lockBlocFor, tableSubject } from './lock-table.ts'
import type { ReadDoubt } from './read-doubt.ts'
import { demandContent, tableCode, wordsOf } from './table-content.ts'

export interface AddTable {
  bloc: string
  content: ScoreTableInput
  /** Where it comes from: nothing, the shipped template, a file, another version. */
  from: 'empty' | 'template' | 'version' | 'json' | 'workbook'
  startedFrom?: string
  doubts?: readonly ReadDoubt[]
}

/** A new table of a bloc with its first version as a draft; answers with its code. */
export async function addTable(db: Db, actor: Actor, input: AddTable, now: Date): Promise<string> {
  const { bloc, content, from } = input
  demandContent(content)
  return db.transaction().execute(async (tx) => {
    await lockBlocFor(tx, actor, bloc, now)
    const [code, title] = [tableCode(content.code), wordsOf(content.title).slice(0, 300)]
    const taken = tx.selectFrom('score_table').select('id').where('bloc_id', '=', bloc).where('code', '=', code)
    if (await taken.executeTakeFirst()) throw new RuleViolation('scoreTables.codeTaken', { code })
    const id = newId()
    const made = { created_by: actor.account, created_at: now }
    await tx
      .insertInto('score_table')
      .values({ id, bloc_id: bloc, code, title, ...made })
      .execute()
    await tx
      .insertInto('score_table_version')
      .values({
        id: newId(),
        score_table_id: id,
        number: 1,
        content: JSON.stringify(content),
        doubts: JSON.stringify(input.doubts ?? []),
        started_from: input.startedFrom ?? null,
        changed_by: actor.account,
        changed_at: now,
      })
      .execute()
    await record(tx, actor, now, {
      action: 'scoreTables.added',
      subject: tableSubject(id),
      facts: { code, title, from },
    })
    return code
  })
}
