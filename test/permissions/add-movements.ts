import type { Db } from '../../src/platform/database/database.ts'
import { newId } from '../../src/platform/id.ts'
import { morning, type Cast } from '../cast.ts'

/** Movements of a bloc, an entry kind of its log, and what one of its units does. */
export interface MovementPlace {
  /** Launched, with a review to come. */
  movement: string
  movementReview: string
  draftMovement: string
  /** Nominated by the unit, and by one in which nobody who asks works. */
  example: string
  fifthExample: string
  /** Planned, in the unit's charge. */
  activity: string
  logEntry: string
  greatDay: string
}

type OfBloc = Pick<MovementPlace, 'movement' | 'movementReview' | 'draftMovement' | 'fifthExample' | 'greatDay'>

async function addMovement(db: Db, cast: Cast, launched_on: string | null) {
  const id = newId()
  const by = { created_by: cast.an.account, created_at: morning, changed_at: morning }
  const state = launched_on === null ? 'draft' : 'launched'
  const row = { id, bloc_id: cast.bloc, form: 'thematic', level: 'bloc', title: `Phong trào ${id}`, state } as const
  await db
    .insertInto('movement')
    .values({ ...row, launched_on, content: 'Nội dung', subjects: 'Hội viên', from_on: '2023-01-01', ...by })
    .execute()
  await db
    .insertInto('movement_year')
    .values({ movement_id: id, bloc_year_id: cast.blocYear, added_by: cast.an.account, added_at: morning })
    .execute()
  return id
}

async function addExample(db: Db, cast: Cast, unit: string): Promise<string> {
  const id = newId()
  const told = { kind: 'model', name: 'Mô hình', story: 'Chuyện hay' } as const
  const by = { nominated_by: cast.chi.account, nominated_at: morning }
  await db
    .insertInto('example')
    .values({ id, bloc_year_id: cast.blocYear, unit_id: unit, ...told, ...by })
    .execute()
  return id
}

async function addLogKind(db: Db, cast: Cast): Promise<string> {
  const id = newId()
  const row = { id, bloc_year_id: cast.blocYear, position: 1, code: 'news', name: 'Tin, bài' }
  await db.insertInto('log_kind').values(row).execute()
  return id
}

/** What a bloc's year holds for all its units. */
export async function addMovements(db: Db, cast: Cast): Promise<OfBloc> {
  const movement = await addMovement(db, cast, '2023-02-01')
  const [movementReview, greatDay] = [newId(), newId()]
  const planned = { planned_on: '2023-06-30', planned_by: cast.an.account, planned_at: morning }
  await db
    .insertInto('movement_review')
    .values({ id: movementReview, movement_id: movement, bloc_year_id: cast.blocYear, kind: 'interim', ...planned })
    .execute()
  await db
    .insertInto('great_day')
    .values({ id: greatDay, month: 2, day: 28, name: `Ngày ${greatDay}` })
    .execute()
  await addLogKind(db, cast)
  return {
    movement,
    movementReview,
    greatDay,
    draftMovement: await addMovement(db, cast, null),
    fifthExample: await addExample(db, cast, cast.units[4] ?? ''),
  }
}

/** What one of its units does. */
export async function addDoings(
  db: Db,
  cast: Cast,
  unit: string,
): Promise<Pick<MovementPlace, 'example' | 'activity' | 'logEntry'>> {
  const [activity, logEntry] = [newId(), newId()]
  const days = { starts_on: '2023-02-18', ends_on: '2023-02-18' }
  await db
    .insertInto('activity')
    .values({
      id: activity,
      bloc_year_id: cast.blocYear,
      title: 'Trồng cây',
      charge_unit_id: unit,
      planned_by: cast.an.account,
      planned_at: morning,
      ...days,
    })
    .execute()
  const kind = await db
    .selectFrom('log_kind')
    .select('id')
    .where('bloc_year_id', '=', cast.blocYear)
    .executeTakeFirstOrThrow()
  const written = { on_day: '2023-02-10', text: 'Đăng tin', entered_by: cast.an.account, entered_at: morning }
  await db
    .insertInto('log_entry')
    .values({ id: logEntry, bloc_year_id: cast.blocYear, log_kind_id: kind.id, unit_id: unit, ...written })
    .execute()
  return { example: await addExample(db, cast, unit), activity, logEntry }
}
