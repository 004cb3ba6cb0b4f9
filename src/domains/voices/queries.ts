import type { Db, Tx } from '#platform/database/database.ts'
import { found } from '#platform/errors.ts'
import type { Opinion } from './opinion.ts'

const opinionColumns = [
  'id',
  'bloc_year_id',
  'unit_id',
  'way',
  'source',
  'place_id',
  'place_name',
  'group_code',
  'topic_id',
  'field_code',
  'concern',
  'title',
  'text',
  'shown_text',
  'state',
  'received_on',
  'code_sha256',
  'entered_by',
  'entrant_name',
  'moderated_by',
  'refusal_reason',
  'led_by',
  'is_public',
  'slug',
  'answered_on',
  'reopened_on',
  'closed_on',
  'version',
] as const

export async function opinionById(db: Db | Tx, id: string): Promise<Opinion> {
  return found(await db.selectFrom('opinion').select(opinionColumns).where('id', '=', id).executeTakeFirst())
}

export async function lockOpinion(tx: Tx, id: string): Promise<Opinion> {
  return found(
    await tx.selectFrom('opinion').select(opinionColumns).where('id', '=', id).forUpdate().executeTakeFirst(),
  )
}

export interface Choice {
  code: string
  name: string
}

/** Groups of people that are offered; those that ended only where asked for. */
export async function peopleGroups(db: Db | Tx, withEnded = false): Promise<Choice[]> {
  const groups = db.selectFrom('people_group').select(['code', 'name']).orderBy('position')
  return (withEnded ? groups : groups.where('ended_on', 'is', null)).execute()
}

export async function legalFields(db: Db | Tx, withEnded = false): Promise<Choice[]> {
  const fields = db.selectFrom('legal_field').select(['code', 'name']).orderBy('position')
  return (withEnded ? fields : fields.where('ended_on', 'is', null)).execute()
}

/** The topics of a bloc, each after its parent's others; those that ended only where asked for. */
export async function topicsOfBloc(db: Db | Tx, bloc: string, withEnded = false) {
  const topics = db.selectFrom('opinion_topic').select(['id', 'parent_id', 'name', 'position', 'ended_on'])
  const own = topics.where('bloc_id', '=', bloc).orderBy('position').orderBy('name')
  return (withEnded ? own : own.where('ended_on', 'is', null)).execute()
}
