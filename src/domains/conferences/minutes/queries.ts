import { sql, type Selectable } from 'kysely'
import { membersOn } from '#domains/blocs/queries.ts'
import type { Db, Tx } from '#platform/database/database.ts'
import { found } from '#platform/errors.ts'
import { conferenceById } from '../queries.ts'
import type { Minutes, MinutesPassage, MinutesSigner } from '../../../../db/types.ts'
import type { CorrectionState, FixedPassage } from './minutes.ts'

export type MinutesRow = Selectable<Minutes>
export type PassageRow = Selectable<MinutesPassage>
export type MinutesSignerRow = Selectable<MinutesSigner>

export async function minutesById(db: Db | Tx, id: string): Promise<MinutesRow> {
  return found(await db.selectFrom('minutes').selectAll().where('id', '=', id).executeTakeFirst())
}

/** Every version of a conference's minutes, the newest first. */
export async function minutesOf(db: Db | Tx, conference: string): Promise<MinutesRow[]> {
  return db
    .selectFrom('minutes')
    .selectAll()
    .where('conference_id', '=', conference)
    .orderBy('version', 'desc')
    .execute()
}

/** In the order of the paper: sections first, in each what the rule wrote and then what the secretary added. */
export async function passagesOfMinutes(db: Db | Tx, minutes: string): Promise<PassageRow[]> {
  return db
    .selectFrom('minutes_passage')
    .selectAll()
    .where('minutes_id', '=', minutes)
    .orderBy('section')
    .orderBy('position')
    .orderBy('id')
    .execute()
}

/** The secretary first, as on the paper. */
export async function signersOfMinutes(db: Db | Tx, minutes: string): Promise<MinutesSignerRow[]> {
  return db.selectFrom('minutes_signer').selectAll().where('minutes_id', '=', minutes).orderBy('role', 'desc').execute()
}

export interface CorrectionRow {
  id: string
  minutes_id: string
  passage_id: string
  unit_id: string
  unit: string
  draft: number
  said: string
  wanted: string
  requested_by: string
  requested_name: string
  requested_at: Date
  state: CorrectionState
  answer: string
  decided_by: string | null
  decided_name: string | null
  decided_at: Date | null
}

/** What members asked to correct, the oldest first. */
export async function correctionsOf(db: Db | Tx, minutes: string): Promise<CorrectionRow[]> {
  const { rows } = await sql<CorrectionRow>`
    select c.*, p.full_name as requested_name, d.full_name as decided_name,
      (select n.short_name from unit_name n where n.unit_id = c.unit_id and n.from_on <= c.requested_at::date
        order by n.from_on desc limit 1) as unit
    from minutes_correction c
    join account a on a.id = c.requested_by join person p on p.id = a.person_id
    left join account b on b.id = c.decided_by left join person d on d.id = b.person_id
    where c.minutes_id = ${minutes} order by c.requested_at, c.id`.execute(db)
  return rows
}

export async function correctionById(db: Db | Tx, minutes: string, id: string): Promise<CorrectionRow> {
  return found((await correctionsOf(db, minutes)).find((correction) => correction.id === id))
}

export interface DraftRow {
  number: number
  passages: readonly FixedPassage[]
  reason: string
  made_at: Date
}

/** The drafts that the members were given, the newest first. */
export async function draftsOf(db: Db | Tx, minutes: string): Promise<DraftRow[]> {
  const rows = await db
    .selectFrom('minutes_draft')
    .select(['number', 'passages', 'reason', 'made_at'])
    .where('minutes_id', '=', minutes)
    .orderBy('number', 'desc')
    .execute()
  return rows.map((row) => ({ ...row, passages: row.passages as unknown as FixedPassage[] }))
}

/** The members of the day of the conference, and which of them have nothing to correct in the newest draft. */
export async function assentsOf(db: Db | Tx, minutes: MinutesRow) {
  const { held_on: day } = await conferenceById(db, minutes.conference_id)
  const members = await membersOn(db, minutes.bloc_year_id, day)
  const given = await db
    .selectFrom('minutes_assent')
    .select('unit_id')
    .where('minutes_id', '=', minutes.id)
    .where('draft', '=', minutes.draft)
    .execute()
  const units = new Set(given.map(({ unit_id: unit }) => unit))
  return members.map(({ unit, full_name: name }) => ({ unit, name, hasAssented: units.has(unit) }))
}

/** What a document of minutes is about, for who holds its code. */
export async function minutesOfDocument(db: Db, document: string): Promise<MinutesRow | undefined> {
  return db.selectFrom('minutes').selectAll().where('document_id', '=', document).executeTakeFirst()
}
