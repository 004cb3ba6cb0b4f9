import { record } from '#capabilities/audit/record.ts'
import type { Actor } from '#platform/actor.ts'
import type { Db } from '#platform/database/database.ts'
import { Conflict } from '#platform/errors.ts'
import type { ScoreTableInput } from '../table/score-table.ts'
import { lockDraftFor, tableSubject } from './lock-table.ts'
import { demandContent, wordsOf } from './table-content.ts'

export interface WriteDraft {
  version: string
  /** The edition that was on screen. */
  edition: number
  /** What is done to it; may refuse. */
  change: (content: ScoreTableInput) => ScoreTableInput
  /** What was done, for the log: a key of its words, and the code of the node. */
  did: 'node' | 'rule' | 'added' | 'moved' | 'removed' | 'head' | 'text'
  code?: string
}

/** One change of a draft. Whoever worked on an older edition is told, and keeps what they typed. */
export async function writeDraft(db: Db, actor: Actor, input: WriteDraft, now: Date): Promise<{ edition: number }> {
  return db.transaction().execute(async (tx) => {
    const version = await lockDraftFor(tx, actor, input.version, now)
    if (version.edition !== input.edition) throw new Conflict('scoreTables.changedMeanwhile', version.changedBy)
    const content = input.change(version.content)
    demandContent(content)
    const edition = version.edition + 1
    await tx
      .updateTable('score_table_version')
      .set({ content: JSON.stringify(content), edition, changed_by: actor.account, changed_at: now })
      .where('id', '=', version.id)
      .execute()
    const title = wordsOf(content.title).slice(0, 300)
    await tx.updateTable('score_table').set({ title }).where('id', '=', version.table).execute()
    const { did, code: node = '' } = input
    const facts = { code: version.code, number: version.number, did, node }
    await record(tx, actor, now, { action: 'scoreTables.written', subject: tableSubject(version.table), facts })
    return { edition }
  })
}
