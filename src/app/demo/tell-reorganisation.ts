import { units as front } from '../../../db/seed/nam-dinh.ts'
import {
  board,
  cluster,
  clusterSuccessor,
  department,
  districts,
  effectiveOn,
  intoDepartment,
  lawOnFront,
  twoTiers,
} from '../../../db/seed/reorganisation.ts'
import { closeYear } from '#domains/blocs/closing/close-year.ts'
import { foundBloc } from '#domains/blocs/found-bloc.ts'
import { admitMember } from '#domains/blocs/members/admit-member.ts'
import { moveStop } from '#domains/blocs/move-stop.ts'
import { startYear } from '#domains/blocs/start-year.ts'
import { addUnit } from '#domains/units/add-unit.ts'
import { documentLine } from '#domains/units/lineage/deed.ts'
import { nameAwardingOffice } from '#domains/units/lineage/name-awarding-office.ts'
import { deedById } from '#domains/units/lineage/queries.ts'
import { recordDeed, type RecordDeed } from '#domains/units/lineage/record-deed.ts'
import type { FileStore } from '#platform/files.ts'
import { announce } from '../announce.ts'
import { authority } from './sample-people.ts'
import { actorNamed, type Told } from './tell-people.ts'

interface NamedUnit {
  full: string
  short: string
}

/** A unit that was there before 2025. */
export async function tellFormerUnit(told: Told, { full, short }: NamedUnit, level = 'tinh'): Promise<string> {
  const actor = await actorNamed(told, authority.login)
  const since = { level, code: undefined, fromOn: '2018-01-01', document: '', anotherUnit: false }
  return addUnit(told.db, actor, { ...since, fullName: full, shortName: short }, told.now)
}

const nobody = { before: [], beforeElsewhere: [], after: [], afterElsewhere: [], afterNew: [] }

type Reorganisation = Pick<
  RecordDeed,
  'kind' | 'documentName' | 'documentNumber' | 'numberUnknown' | 'documentIssuer'
> &
  Partial<RecordDeed>

export async function tellDeed(told: Told, deed: Reorganisation, files: FileStore): Promise<string> {
  const actor = await actorNamed(told, authority.login)
  const input = { ...nobody, level: '', anotherUnit: false, documentOn: undefined, effectiveOn, ...deed }
  return recordDeed(told.db, actor, input, { now: told.now, announce, files })
}

/** The cluster of districts in 2025, half a year long: its road was under way when the districts ended. */
async function tellCluster(told: Told, members: readonly string[]): Promise<string> {
  const actor = await actorNamed(told, authority.login)
  const slug = await foundBloc(told.db, actor, cluster, told.now)
  const { id } = await told.db.selectFrom('bloc').select('id').where('slug', '=', slug).executeTakeFirstOrThrow()
  const days = { kind: 'calendar', startsOn: '2025-01-01', endsOn: '2025-12-31', moveDates: false } as const
  const year = await startYear(told.db, actor, { ...days, bloc: id, head: undefined }, { now: told.now, announce })
  for (const unit of members) {
    await admitMember(told.db, actor, { blocYear: year.id, unit, fromOn: days.startsOn, document: '' }, told.now)
  }
  const launched = { stop: 'launching', state: 'done', doneOn: '2025-02-10', dueOn: undefined, note: '' } as const
  await moveStop(told.db, actor, { ...launched, blocYear: year.id }, { now: told.now, announce })
  return year.id
}

async function tellDistricts(told: Told, files: FileStore) {
  const members: string[] = []
  for (const district of districts) members.push(await tellFormerUnit(told, district, 'huyen'))
  const blocYear = await tellCluster(told, members)
  const deed = await tellDeed(told, { kind: 'dissolve', ...twoTiers, before: members }, files)
  const actor = await actorNamed(told, authority.login)
  const document = documentLine(await deedById(told.db, deed))
  const closing = { blocYear, closedOn: effectiveOn, document, deed, successor: undefined, ...clusterSuccessor }
  await closeYear(told.db, actor, closing, { now: told.now, announce })
}

async function tellAwardingOffice(told: Told, files: FileStore) {
  const actor = await actorNamed(told, authority.login)
  const before = await tellFormerUnit(told, board)
  const after = await tellFormerUnit(told, department)
  await nameAwardingOffice(told.db, actor, { unit: before, fromOn: '2018-01-01' }, told.now)
  await tellDeed(told, { kind: 'absorb', ...intoDepartment, before: [before], after: [after] }, files)
}

/** July 2025 in the former province: the year 2023 and its six units keep their names and signatures. */
export async function tellReorganisation(told: Told, files: FileStore): Promise<void> {
  const [parent = '', ...under] = front.map(({ key }) => told.units.get(key) ?? '')
  await tellDeed(told, { kind: 'move', ...lawOnFront, before: under, after: [parent] }, files)
  await tellAwardingOffice(told, files)
  await tellDistricts(told, files)
}
