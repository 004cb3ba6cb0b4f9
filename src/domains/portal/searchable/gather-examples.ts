import { sql } from 'kysely'
import type { SearchDocument } from '#capabilities/search/search-entry.ts'
import { examplePaths } from '#domains/movements/examples/paths.ts'
import type { Db, Tx } from '#platform/database/database.ts'
import { paths } from '../paths.ts'
import { everyone, yearReaders } from './audience.ts'
import { addressOf, joined, placeOf, yearColumns, type OfYear } from './queries.ts'

interface Row extends OfYear {
  id: string
  name: string
  place: string
  story: string
  unit_id: string
  day: string
  is_public: boolean
}

/** Once consent is withdrawn nothing of the example is found. */
export async function gatherExamples(db: Db | Tx, ids: readonly string[]): Promise<SearchDocument[]> {
  const { rows } = await sql<Row>`
    select e.id, e.name, e.place, e.story, e.unit_id, (e.nominated_at at time zone 'Asia/Ho_Chi_Minh')::date as day,
      e.is_public, ${yearColumns}
    from example e join bloc_year y on y.id = e.bloc_year_id join bloc b on b.id = y.bloc_id
    where e.id = any(${[...ids]}::uuid[]) and e.state <> 'withdrawn'`.execute(db)
  return rows.flatMap((row) => {
    const at = addressOf(row)
    const body = joined(row.story, row.place)
    const common = { subject: row.id, kind: 'example', title: row.name, body, ...placeOf(row), unit: row.unit_id }
    const inside = { ...common, path: examplePaths.one(...at, row.id), audience: yearReaders(row.bloc_year_id) }
    const open = { ...common, part: 'public', path: paths.story(...at), audience: everyone }
    return (row.is_public ? [inside, open] : [inside]).map((one) => ({ ...one, day: row.day }))
  })
}
