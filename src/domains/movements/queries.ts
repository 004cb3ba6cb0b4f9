import { closingOf } from '#domains/blocs/closing/queries.ts'
import { yearById, type BlocYearRow } from '#domains/blocs/queries.ts'
import type { Subject, SubjectKey } from '#domains/evidence/subject.ts'
import type { Actor } from '#platform/actor.ts'
import type { Db, Tx } from '#platform/database/database.ts'
import { actsForMember } from './access.ts'
import { activityPaths } from './activities/paths.ts'
import { activityOf } from './activities/queries.ts'
import { words as activityWords } from './activities/words.ts'
import { exampleCan } from './examples/example.ts'
import { examplePaths } from './examples/paths.ts'
import { exampleOf } from './examples/queries.ts'
import { words as exampleWords } from './examples/words.ts'
import { entryPaths } from './log/paths.ts'
import { logEntry } from './log/queries.ts'
import { words as entryWords } from './log/words.ts'
import { participationOf } from './participation/queries.ts'
import { words as participationWords } from './participation/words.ts'
import { movementPaths } from './register/paths.ts'

type At = readonly [bloc: string, year: string]
type Told = Pick<Subject, 'unit' | 'label' | 'path'> & { isClosed?: boolean }
type Tell = (db: Db | Tx, year: BlocYearRow, at: At, id: string) => Promise<Told>
type Table = 'activity' | 'example' | 'log_entry' | 'participation'

/** What may be cited for is read by its own words; nothing is told to those of other units. */
const subjectReader = (table: Table, tell: Tell) => async (db: Db | Tx, actor: Actor, key: SubjectKey) => {
  const row = await db.selectFrom(table).select('bloc_year_id').where('id', '=', key.id).executeTakeFirst()
  if (row === undefined) return undefined
  const year = await yearById(db, row.bloc_year_id)
  const told = await tell(db, year, [year.bloc.slug, year.slug], key.id)
  if (!actsForMember(actor, year.id, told.unit)) return undefined
  const isClosed = told.isClosed === true || (await closingOf(db, year.id)) !== undefined
  return { ...key, ...told, blocYear: year.id, isClosed }
}

export const activitySubjectOf = subjectReader('activity', async (db, year, at, id) => {
  const { charge_unit_id: unit, title, state } = await activityOf(db, year.id, id)
  const label = `${activityWords('vi').activity}: ${title}`
  return { unit, label, path: activityPaths.one(...at, id), isClosed: state === 'cancelled' }
})

/** The label is kept with the citation, so it names no person. */
export const exampleSubjectOf = subjectReader('example', async (db, year, at, id) => {
  const example = await exampleOf(db, year.id, id)
  const t = exampleWords('vi')
  const label = example.kind === 'person' ? `${t.title}: ${t.kinds.person}` : `${t.title}: ${example.name}`
  return { unit: example.unit_id, label, path: examplePaths.one(...at, id), isClosed: !exampleCan('consent', example) }
})

export const entrySubjectOf = subjectReader('log_entry', async (db, year, at, id) => {
  const entry = await logEntry(db, year.id, id)
  const label = `${entryWords('vi').title}, ${entry.on_day.split('-').reverse().join('/')}: ${entry.kind_name}`
  return { unit: entry.unit_id, label, path: entryPaths.one(...at, id) }
})

export const participationSubjectOf = subjectReader('participation', async (db, year, at, id) => {
  const part = await participationOf(db, year.id, id)
  const label = `${participationWords('vi').title}: ${part.title}`
  return { unit: part.unit_id, label, path: movementPaths.one(...at, part.movement_id) }
})
