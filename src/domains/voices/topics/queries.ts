import type { Db } from '#platform/database/database.ts'
import { tableOf, type CodeKind } from './code-list.ts'

export interface CodeRow {
  code: string
  name: string
  ended_on: string | null
}

/** A list of codes in its order, those that ended too. */
export const codesOf = (db: Db, kind: CodeKind): Promise<CodeRow[]> =>
  db.selectFrom(tableOf[kind]).select(['code', 'name', 'ended_on']).orderBy('position').execute()
