import type { Actor } from '../src/platform/actor.ts'
import type { Db } from '../src/platform/database/database.ts'
import { newCode, newId } from '../src/platform/id.ts'

/** The moment at which every test story happens unless it says otherwise: a working morning in Nam Định. */
export const morning = new Date('2023-02-20T08:00:00+07:00')

export interface Cast {
  bloc: string
  blocYear: string
  blocSlug: string
  /** The six member units in official order. */
  units: readonly string[]
  headUnit: string
  outsideUnit: string
  /** Leader of the head unit. */
  an: Actor
  /** Leader of the first member unit. */
  binh: Actor
  /** Leader of a unit of another bloc. */
  chi: Actor
  /** The authority's officer. */
  dung: Actor
  /** The administrator. */
  em: Actor
  /** Leaders of all six units, in official order; `an` and `binh` are among them. */
  leaders: readonly Actor[]
}

const memberNames = [
  ['Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh', 'Ủy ban MTTQ tỉnh'],
  ['Liên đoàn Lao động tỉnh', 'LĐLĐ tỉnh'],
  ['Hội Cựu chiến binh tỉnh', 'Hội CCB tỉnh'],
  ['Hội Liên hiệp Phụ nữ tỉnh', 'Hội LHPN tỉnh'],
  ['Hội Nông dân tỉnh', 'Hội Nông dân tỉnh'],
  ['Tỉnh Đoàn', 'Tỉnh Đoàn'],
] as const

const leaderNames = [
  'Nguyễn Thị Ngọc Ánh',
  'Trần Văn Bình',
  'Phạm Quốc Cường',
  'Lê Thị Thu An',
  'Vũ Đình Đạt',
  'Đỗ Hải Yến',
]

async function addUnit(db: Db, full: string, short: string): Promise<string> {
  const unit = newId()
  await db.insertInto('unit').values({ id: unit, level_code: 'tinh' }).execute()
  await db
    .insertInto('unit_name')
    .values({ id: newId(), unit_id: unit, full_name: full, short_name: short, from_on: '2000-01-01' })
    .execute()
  await db
    .insertInto('unit_status')
    .values({ id: newId(), unit_id: unit, status: 'active', from_on: '2000-01-01' })
    .execute()
  return unit
}

async function addPerson(db: Db, name: string): Promise<Actor> {
  const person = newId()
  const account = newId()
  await db.insertInto('person').values({ id: person, full_name: name }).execute()
  await db
    .insertInto('account')
    .values({
      id: account,
      person_id: person,
      login: `${newCode(10).toLowerCase()}@namdinh.test`,
      email: `${newCode(6).toLowerCase()}@namdinh.test`,
      state: 'active',
      password_hash: 'no one knows it',
    })
    .execute()
  return {
    account,
    name,
    session: null,
    locale: 'vi',
    steppedUpAt: morning,
    tenantRoles: [],
    units: [],
    mandates: [],
    memberships: [],
    offices: [],
    blocRoles: [],
    actingUnit: null,
  }
}

async function addUnitPerson(db: Db, name: string, unit: string, role: 'leader' | 'officer'): Promise<Actor> {
  const actor = await addPerson(db, name)
  await db
    .insertInto('unit_role')
    .values({ id: newId(), account_id: actor.account, unit_id: unit, role, from_on: '2022-01-01' })
    .execute()
  return { ...actor, units: [{ unit, role }], actingUnit: unit }
}

const addLeader = (db: Db, name: string, unit: string) => addUnitPerson(db, name, unit, 'leader')

/** Someone who works for a unit without leading it. */
export const addOfficer = (db: Db, name: string, unit: string) => addUnitPerson(db, name, unit, 'officer')

async function addTenantPerson(db: Db, name: string, role: 'authority' | 'administrator'): Promise<Actor> {
  const actor = await addPerson(db, name)
  await db
    .insertInto('tenant_role')
    .values({ id: newId(), account_id: actor.account, role, from_on: '2022-01-01' })
    .execute()
  return { ...actor, tenantRoles: [role] }
}

async function addBlocYear(db: Db, units: readonly string[], head: string) {
  const bloc = newId()
  const blocYear = newId()
  const slug = `khoi-${newCode(8).toLowerCase()}`
  await db
    .insertInto('bloc')
    .values({
      id: bloc,
      slug,
      code: slug,
      name: 'Khối thi đua Mặt trận Tổ quốc và các đoàn thể tỉnh',
      short_name: 'Khối MTTQ và các đoàn thể',
      kind: 'khoi',
      level_code: 'tinh',
    })
    .execute()
  await db
    .insertInto('bloc_year')
    .values({
      id: blocYear,
      bloc_id: bloc,
      slug: '2023',
      kind: 'calendar',
      starts_on: '2023-01-01',
      ends_on: '2023-12-31',
    })
    .execute()
  await db
    .insertInto('membership')
    .values(
      units.map((unit, index) => ({
        id: newId(),
        bloc_year_id: blocYear,
        unit_id: unit,
        position: index + 1,
        from_on: '2023-01-01',
      })),
    )
    .execute()
  await db
    .insertInto('bloc_office')
    .values({ id: newId(), bloc_year_id: blocYear, unit_id: head, office: 'head', from_on: '2023-01-01' })
    .execute()
  return { bloc, blocYear, slug }
}

const stops = [
  'signing',
  'launching',
  'reporting',
  'midyear',
  'self_scoring',
  'cross_scoring',
  'appraisal',
  'nomination',
  'commendation',
] as const

/** The bloc of six with its people, and the outsiders whom every test needs. Written straight into the tables. */
export async function makeCast(db: Db): Promise<Cast> {
  await db
    .insertInto('unit_level')
    .values({ code: 'tinh', name: 'Cấp tỉnh', name_en: 'Province', rank: 2 })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  const units: string[] = []
  for (const [full, short] of memberNames) units.push(await addUnit(db, full, short))
  const headUnit = units[3] ?? ''
  const outsideUnit = await addUnit(db, 'Sở Y tế', 'Sở Y tế')
  const { bloc, blocYear, slug } = await addBlocYear(db, units, headUnit)
  await db
    .insertInto('bloc_year_stop')
    .values(stops.map((stop) => ({ bloc_year_id: blocYear, stop })))
    .execute()
  const other = await addBlocYear(db, [outsideUnit], outsideUnit)
  const leaders: Actor[] = []
  for (const [index, unit] of units.entries()) {
    const actor = await addLeader(db, leaderNames[index] ?? '', unit)
    const offices = unit === headUnit ? [{ blocYear, unit, office: 'head' as const }] : []
    leaders.push({ ...actor, memberships: [{ blocYear, unit }], offices })
  }
  const [binh, an] = [leaders[0], leaders[3]]
  if (!an || !binh) throw new Error('the cast has six leaders')
  const chi = {
    ...(await addLeader(db, 'Hoàng Kim Chi', outsideUnit)),
    memberships: [{ blocYear: other.blocYear, unit: outsideUnit }],
    offices: [{ blocYear: other.blocYear, unit: outsideUnit, office: 'head' as const }],
  }
  const dung = await addTenantPerson(db, 'Bùi Tiến Dũng', 'authority')
  const em = await addTenantPerson(db, 'Mai Thị Em', 'administrator')
  return { bloc, blocYear, blocSlug: slug, units, headUnit, outsideUnit, an, binh, chi, dung, em, leaders }
}
