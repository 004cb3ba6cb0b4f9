import { sql } from 'kysely'
import type { Db, Tx } from '#platform/database/database.ts'
import { found } from '#platform/errors.ts'
import type { Counted } from './paper-count.ts'

export interface CountRow extends Counted {
  id: string
  title: string
  counted_at: Date
  tellers: readonly { name: string; unit: string }[]
}

/** The counts of a conference in their order, under the units' names of its day. */
export async function countsOf(db: Db | Tx, conference: string): Promise<CountRow[]> {
  const { rows } = await sql<CountRow>`
    select p.id, p.title, p.issued, p.returned, p.valid, p.invalid, p.counted_at,
      (select jsonb_agg(jsonb_build_object('name', t.name, 'unit', coalesce((select n.full_name from unit_name n
          where n.unit_id = t.unit_id and n.from_on <= c.held_on order by n.from_on desc limit 1), ''))
        order by t.position) from paper_count_teller t where t.count_id = p.id) as tellers,
      (select jsonb_agg(jsonb_build_object('name', n.name, 'votesFor', n.votes_for, 'votesAgainst', n.votes_against)
        order by n.position) from paper_count_nominee n where n.count_id = p.id) as nominees
    from paper_count p join conference c on c.id = p.conference_id
    where p.conference_id = ${conference} order by p.counted_at, p.id`.execute(db)
  return rows
}

export async function countById(db: Db | Tx, conference: string, id: string): Promise<CountRow> {
  return found((await countsOf(db, conference)).find((count) => count.id === id))
}
