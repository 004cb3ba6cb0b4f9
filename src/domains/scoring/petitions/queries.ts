import { sql } from 'kysely'
import type { Db, Tx } from '#platform/database/database.ts'
import { found } from '#platform/errors.ts'
import type { Petition } from './petition.ts'

const selectPetitions = sql`
  select p.id, p.round_id, p.unit_id, p.sheet_id, p.code, trim_scale(p.wanted)::text as wanted, p.text, p.state,
    p.filed_by, p.filed_by_name, p.filed_at, p.outcome, trim_scale(p.points)::text as points, p.answer,
    p.answered_by_name, p.answered_at, s.unit_id as about_unit_id, s.version_id, r.bloc_year_id
  from petition p join score_sheet s on s.id = p.sheet_id join scoring_round r on r.id = p.round_id`

/** The petitions of a round, the oldest first. */
export async function petitionsOfRound(db: Db | Tx, round: string): Promise<Petition[]> {
  const { rows } =
    await sql<Petition>`${selectPetitions} where p.round_id = ${round} order by p.filed_at, p.id`.execute(db)
  return rows
}

export const openPetitions = async (db: Db | Tx, round: string): Promise<Petition[]> =>
  (await petitionsOfRound(db, round)).filter(({ state }) => state === 'filed')

export async function petitionById(db: Db | Tx, id: string): Promise<Petition> {
  const { rows } = await sql<Petition>`${selectPetitions} where p.id = ${id}`.execute(db)
  return found(rows[0])
}

/** Held until the transaction ends. */
export async function lockPetition(tx: Tx, id: string): Promise<Petition> {
  found(await tx.selectFrom('petition').select('id').where('id', '=', id).forUpdate().executeTakeFirst())
  return petitionById(tx, id)
}
