import { addTable } from '../../src/domains/scoring/tables/add-table.ts'
import type { Db } from '../../src/platform/database/database.ts'
import { scoreTables } from '../../db/seed/score-tables.ts'
import { morning, type Cast } from '../cast.ts'

export interface TablesPlace {
  /** The code of a table whose first version is a draft. */
  draftTable: string
}

/** A draft that the head made of the shortest template. */
export async function addTables(db: Db, { an, bloc }: Cast): Promise<TablesPlace> {
  const template = scoreTables.at(-1)?.table
  if (template === undefined) throw new Error('no template is shipped')
  return { draftTable: await addTable(db, an, { bloc, content: template, from: 'template' }, morning) }
}
