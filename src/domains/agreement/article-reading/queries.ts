import type { Selectable } from 'kysely'
import type { ArticleReading } from '../../../../db/types.ts'
import type { Db, Tx } from '#platform/database/database.ts'
import { found } from '#platform/errors.ts'
import { keptDraft, type KeptDraft } from './kept-draft.ts'

export type ReadingRow = Omit<Selectable<ArticleReading>, 'draft' | 'bloc_year_id'> & {
  bloc_year_id: string
  draft: KeptDraft
}

function readingRow(row: Selectable<ArticleReading> | undefined): ReadingRow {
  const { draft, bloc_year_id, ...rest } = found(row)
  return { ...rest, bloc_year_id: found(bloc_year_id), draft: keptDraft.parse(draft) }
}

/** A reading of one bloc-year; that of another is not there. */
export async function readingOf(db: Db, blocYear: string, id: string): Promise<ReadingRow> {
  const reading = db.selectFrom('article_reading').selectAll().where('id', '=', id)
  return readingRow(await reading.where('bloc_year_id', '=', blocYear).executeTakeFirst())
}

/** Held until the transaction ends. */
export async function lockReading(tx: Tx, id: string): Promise<ReadingRow> {
  return readingRow(
    await tx.selectFrom('article_reading').selectAll().where('id', '=', id).forUpdate().executeTakeFirst(),
  )
}

export interface ReadingInList {
  id: string
  file_name: string
  /** The first words of the text. */
  opening: string
  reader: string
  read_at: Date
  kept_at: Date | null
}

/** What was read for a year, the latest first. */
export async function readingsOfYear(db: Db, blocYear: string): Promise<ReadingInList[]> {
  return db
    .selectFrom('article_reading as r')
    .innerJoin('account as a', 'a.id', 'r.read_by')
    .innerJoin('person as p', 'p.id', 'a.person_id')
    .select((eb) => [
      'r.id',
      'r.file_name',
      'p.full_name as reader',
      'r.read_at',
      'r.kept_at',
      eb.fn<string>('left', ['r.source_text', eb.lit(120)]).as('opening'),
    ])
    .where('r.bloc_year_id', '=', blocYear)
    .orderBy('r.read_at', 'desc')
    .limit(100)
    .execute()
}
