import { sql, type RawBuilder } from 'kysely'
import type { Db, Tx } from '#platform/database/database.ts'
import { found } from '#platform/errors.ts'
import type { ExampleKind, ExampleState } from './example.ts'

export interface ExampleRow {
  id: string
  bloc_year_id: string
  movement_id: string | null
  movement_title: string | null
  unit_id: string
  unit: string
  kind: ExampleKind
  name: string
  place: string
  story: string
  consent_on: string | null
  consent_way: string
  consent_withdrawn_on: string | null
  state: ExampleState
  is_public: boolean
  nominated_by: string
  nominated_at: Date
  refusal_reason: string | null
  version: number
  replications: number
}

const selectExamples = (condition: RawBuilder<unknown>) => sql<ExampleRow>`
  select e.id, e.bloc_year_id, e.movement_id, m.title as movement_title, e.unit_id, e.kind, e.name, e.place, e.story,
    e.consent_on, e.consent_way, e.consent_withdrawn_on, e.state, e.is_public, e.nominated_by, e.nominated_at,
    e.refusal_reason, e.version,
    coalesce((select n.short_name from unit_name n where n.unit_id = e.unit_id
      and n.from_on <= (e.nominated_at at time zone 'Asia/Ho_Chi_Minh')::date order by n.from_on desc limit 1), '') as unit,
    (select count(*) from replication r where r.example_id = e.id) as replications
  from example e left join movement m on m.id = e.movement_id
  where ${condition} order by e.state, e.nominated_at desc, e.id`

/** The advanced examples of a year; those waiting for a judgement first. */
export async function examplesOf(db: Db | Tx, blocYear: string, movement?: string): Promise<ExampleRow[]> {
  const { rows } = await selectExamples(sql`e.bloc_year_id = ${blocYear}
    and (${movement ?? null}::uuid is null or e.movement_id = ${movement ?? null})`).execute(db)
  return rows
}

export async function exampleOf(db: Db | Tx, blocYear: string, id: string): Promise<ExampleRow> {
  return found((await selectExamples(sql`e.bloc_year_id = ${blocYear} and e.id = ${id}`).execute(db)).rows[0])
}

/** What the public page of a year shows: confirmed, made public, and of persons only with their consent. */
export async function publicExamples(db: Db, blocYear: string): Promise<ExampleRow[]> {
  return (await examplesOf(db, blocYear)).filter((example) => example.is_public)
}

/** Who did as the example did, the latest first. */
export async function replicationsOf(db: Db, example: string) {
  return db
    .selectFrom('replication')
    .select(['id', 'unit_id', 'who', 'place', 'replicated_on', 'result'])
    .where('example_id', '=', example)
    .orderBy('replicated_on', 'desc')
    .orderBy('recorded_at', 'desc')
    .execute()
}
