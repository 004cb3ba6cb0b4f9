import type { Db, Tx } from '#platform/database/database.ts'
import { sql } from 'kysely'

export interface LinkedTarget {
  clause: string
  target: string
  code: string
  name: string
  text: string
}

/** Which targets of a year come from which clauses, of the agreement that counts. */
export async function linkedTargets(db: Db | Tx, blocYear: string): Promise<LinkedTarget[]> {
  const { rows } = await sql<LinkedTarget>`
    select l.clause_id as clause, t.id as target, t.code, t.name, c.text
    from clause_target l
    join target t on t.id = l.target_id
    join clause c on c.id = l.clause_id
    join agreement a on a.id = c.agreement_id and a.state <> 'void'
    where t.bloc_year_id = ${blocYear}
    order by t.position`.execute(db)
  return rows
}

export interface LinkedMovement {
  clause: string
  movement: string
  title: string
}

export async function linkedMovements(db: Db | Tx, agreement: string): Promise<LinkedMovement[]> {
  const { rows } = await sql<LinkedMovement>`
    select l.clause_id as clause, m.id as movement, m.title
    from clause_movement l
    join movement m on m.id = l.movement_id
    join clause c on c.id = l.clause_id
    where c.agreement_id = ${agreement}
    order by m.title collate "vi-x-icu"`.execute(db)
  return rows
}
