import type { Cast } from '../../../../test/cast.ts'
import { morning } from '../../../../test/cast.ts'
import type { Actor } from '#platform/actor.ts'
import type { Db } from '#platform/database/database.ts'
import { newId } from '#platform/id.ts'
import { launchMovement, launchMovementInput } from '../register/launch-movement.ts'
import { openMovement, openMovementInput } from '../register/open-movement.ts'

type Typed = Readonly<Record<string, string>>

const card: Typed = {
  form: 'thematic',
  level: 'bloc',
  title: 'Dân vận khéo',
  content: 'Mỗi chi hội một việc dân vận cụ thể',
  subjects: 'đoàn viên, hội viên',
  period: '2023',
}

/** A draft in the register of the cast's year. */
export const openTestMovement = (db: Db, cast: Cast, typed: Typed = {}, actor: Actor = cast.an) =>
  openMovement(db, actor, openMovementInput.parse({ blocYear: cast.blocYear, ...card, ...typed }), morning)

/** … and launched on the first of February. */
export async function launchTestMovement(db: Db, cast: Cast, typed: Typed = {}): Promise<string> {
  const movement = await openTestMovement(db, cast, typed)
  const launch = { blocYear: cast.blocYear, movement, launchedOn: '2023-02-01', launcher: 'Khối trưởng' }
  await launchMovement(db, cast.an, launchMovementInput.parse(launch), morning)
  return movement
}

/** A year of the same bloc after the cast's, with the same members and the same head. */
export async function addNextYear(db: Db, cast: Cast): Promise<string> {
  const id = newId()
  const days = { starts_on: '2024-01-01', ends_on: '2024-12-31' }
  await db
    .insertInto('bloc_year')
    .values({ id, bloc_id: cast.bloc, slug: '2024', kind: 'calendar', ...days, started_from: cast.blocYear })
    .execute()
  const members = cast.units.map((unit_id, index) => ({ unit_id, position: index + 1 }))
  await db
    .insertInto('membership')
    .values(members.map((member) => ({ id: newId(), bloc_year_id: id, from_on: days.starts_on, ...member })))
    .execute()
  await db
    .insertInto('bloc_office')
    .values({ id: newId(), bloc_year_id: id, unit_id: cast.headUnit, office: 'head', from_on: days.starts_on })
    .execute()
  return id
}

/** The person with the same part in another year of the bloc. */
export const inYear = (actor: Actor, blocYear: string): Actor => ({
  ...actor,
  memberships: actor.memberships.map((held) => ({ ...held, blocYear })),
  offices: actor.offices.map((held) => ({ ...held, blocYear })),
})

/** Tasks that wait, by kind: for which unit, until when. */
export async function waitingTasks(db: Db, blocYear: string, kind: string) {
  return db
    .selectFrom('task')
    .select(['unit_id', 'tenant_role', 'due_on'])
    .where('bloc_year_id', '=', blocYear)
    .where('kind', '=', kind)
    .where('closed_at', 'is', null)
    .orderBy('opened_at')
    .execute()
}
