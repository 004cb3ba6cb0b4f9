import { sql, type Selectable } from 'kysely'
import { namesOn } from '#domains/units/queries.ts'
import { dayOf } from '#platform/clock.ts'
import type { Db, Tx } from '#platform/database/database.ts'
import { found } from '#platform/errors.ts'
import type { Handover, HandoverSigner } from '../../../../db/types.ts'
import type { BlocYearRow } from '../queries.ts'
import type { BookLine, HandoverState } from './handover.ts'

export type HandoverRow = Selectable<Handover>
export type HandoverSignerRow = Selectable<HandoverSigner>

export async function handoverById(db: Db | Tx, id: string): Promise<HandoverRow> {
  return found(await db.selectFrom('handover').selectAll().where('id', '=', id).executeTakeFirst())
}

/** The giving side first, as on the paper. */
export async function handoverSigners(db: Db | Tx, handover: string): Promise<HandoverSignerRow[]> {
  return db.selectFrom('handover_signer').selectAll().where('handover_id', '=', handover).orderBy('side').execute()
}

/** Every version about the same change, the newest first. */
export async function versionsOf(db: Db, { given_office_id: term }: HandoverRow): Promise<HandoverRow[]> {
  return db.selectFrom('handover').selectAll().where('given_office_id', '=', term).orderBy('version', 'desc').execute()
}

/** A head whom another unit followed, within a year or from one to the next; with the live hand-over, if any. */
export interface HeadChange {
  given: string
  taken: string
  giving: string
  receiving: string
  year: string
  next_year: string
  from_on: string
  to_on: string
  taken_from: string
  handover: string | null
  state: HandoverState | null
}

/** The changes of head in which a year has a part, the latest first. */
export async function headChangesOf(db: Db | Tx, blocYear: string): Promise<HeadChange[]> {
  const { rows } = await sql<HeadChange>`
    with head as (
      select o.id as given, o.unit_id as giving, o.bloc_year_id as year, o.from_on,
        coalesce(o.to_on, y.ends_on) as to_on, lead(o.id) over turn as taken, lead(o.unit_id) over turn as receiving,
        lead(o.bloc_year_id) over turn as next_year, lead(o.from_on) over turn as taken_from
      from bloc_office o join bloc_year y on y.id = o.bloc_year_id
      where o.office = 'head' and y.bloc_id = (select bloc_id from bloc_year where id = ${blocYear})
      window turn as (order by o.from_on, o.id)
    )
    select head.*, h.id as handover, h.state from head
    left join handover h on h.given_office_id = head.given and h.state <> 'void'
    where giving <> receiving and ${blocYear}::uuid in (year, next_year)
    order by taken_from desc`.execute(db)
  return rows
}

export async function headChange(db: Db | Tx, blocYear: string, given: string): Promise<HeadChange> {
  return found((await headChangesOf(db, blocYear)).find((change) => change.given === given))
}

export type NamedChange = HeadChange & { giving_name: string; receiving_name: string }

export async function namedChangesOf(db: Db, year: BlocYearRow): Promise<NamedChange[]> {
  const changes = await headChangesOf(db, year.id)
  const units = changes.flatMap(({ giving, receiving }) => [giving, receiving])
  const names = units.length === 0 ? new Map() : await namesOn(db, units, year.ends_on)
  const nameOf = (unit: string): string => names.get(unit)?.full_name ?? ''
  return changes.map((change) => ({
    ...change,
    giving_name: nameOf(change.giving),
    receiving_name: nameOf(change.receiving),
  }))
}

/** The changes of head that no closed hand-over settles yet. */
export async function openChangesOf(db: Db, year: BlocYearRow): Promise<NamedChange[]> {
  return (await namedChangesOf(db, year)).filter(({ state }) => state !== 'closed')
}

export type NoteRow = Awaited<ReturnType<typeof notesOf>>[number]

/** The whole book, the oldest first; what a later note closed says when. */
export async function notesOf(db: Db | Tx, blocYear: string) {
  return db
    .selectFrom('follow_up_note as note')
    .leftJoin('follow_up_note as closing', 'closing.closes_id', 'note.id')
    .leftJoin('follow_up_note as closed', 'closed.id', 'note.closes_id')
    .selectAll('note')
    .select(['closing.written_on as closed_on', 'closed.what as closes_what'])
    .where('note.bloc_year_id', '=', blocYear)
    .orderBy('note.written_on')
    .orderBy('note.written_at')
    .execute()
}

export const isOpen = (note: Pick<NoteRow, 'is_done' | 'closed_on'>) => !note.is_done && note.closed_on === null

export const bookLine = (note: NoteRow): BookLine => ({
  on: note.written_on,
  what: note.what,
  concerned: note.concerned,
  follows: note.follows,
  isDone: !isOpen(note),
})

/** What a document of a hand-over is about, for who holds its code. */
export async function handoverOfDocument(db: Db, document: string): Promise<HandoverRow | undefined> {
  return db.selectFrom('handover').selectAll().where('document_id', '=', document).executeTakeFirst()
}

/** The days of the term that ends, and who leads from which day after it. */
export async function termsOf(db: Db | Tx, handover: HandoverRow) {
  const change = await headChange(db, handover.bloc_year_id, handover.given_office_id)
  return { from: change.from_on, to: change.to_on, next: change.taken_from, receiving: change.receiving }
}

/** The day of the names in the record: that of the hand-over, before it is set today. */
export const dayOfNames = (handover: Pick<HandoverRow, 'handed_on'>, now: Date) => handover.handed_on ?? dayOf(now)
