import { beforeAll, describe, expect, test } from 'vitest'
import { seedUnitLevels } from '../../../../db/seed/unit-levels.ts'
import { makeCast, morning, type Cast } from '../../../../test/cast.ts'
import { testDatabase } from '../../../../test/database.ts'
import { memoryFiles } from '../../../../test/signing.ts'
import { historyOf } from '#capabilities/audit/history.ts'
import { openInvitation } from '#domains/identity/people/accept-invitation.ts'
import { openAccount } from '#domains/identity/people/open-account.ts'
import type { Actor } from '#platform/actor.ts'
import { openPool, type Db } from '#platform/database/database.ts'
import { newCode, newId } from '#platform/id.ts'
import { addUnit } from '../add-unit.ts'
import { accountOfLogin, peopleOfUnit } from '../queries.ts'
import { checkRows } from './check-rows.ts'
import { chooseRows } from './choose-rows.ts'
import { confirmIntake } from './confirm-intake.ts'
import { countsOf } from './intake.ts'
import { issueSlips } from './issue-slips.ts'
import { keepIntake } from './keep-intake.ts'
import { record } from '#capabilities/audit/record.ts'
import { freshName, peopleFile, personRow, putIntake } from './testing/lists.ts'
import { undoIntake } from './undo-intake.ts'

const files = memoryFiles()
const env = { now: morning, origin: 'http://namdinh.test' }
let db: Db
let ownerUrl: string
let cast: Cast
let unit: string
const unitName = freshName('Hội')

async function addByHand(fullName: string) {
  const input = { fullName, shortName: fullName, level: 'tinh', fromOn: '2010-01-01', document: '', anotherUnit: false }
  return addUnit(db, cast.dung, input, morning)
}

beforeAll(async () => {
  ;({ db, ownerUrl } = await testDatabase())
  await seedUnitLevels(db)
  cast = await makeCast(db)
  unit = await addByHand(unitName)
})

const put = (rows: Parameters<typeof peopleFile>[0]) => putIntake(db, 'people', cast.em.account, rows)

async function keep(rows: Parameters<typeof peopleFile>[0], actor: Actor = cast.em) {
  const bytes = await peopleFile(rows)
  return keepIntake(db, actor, { kind: 'people', fileName: 'người.xlsx', bytes }, { files, now: morning })
}

const judged = (id: string) => checkRows(db, { id, kind: 'people' }, morning)

async function confirm(intake: string, actor: Actor = cast.em) {
  const { add, same, skip } = countsOf(await judged(intake))
  return confirmIntake(db, actor, { intake, add, same, skip }, env)
}

const freshLogin = () => `ng.${newCode(10).toLowerCase()}`
const freshPerson = () => freshName('Đỗ Hải')
const rolesIn = async (id: string) =>
  (await peopleOfUnit(db, id, '2023-02-20')).map(({ full_name, role, state }) => `${full_name}: ${role}, ${state}`)

async function mailsTo(login: string): Promise<number> {
  const pool = openPool(ownerUrl, { max: 1, onError: () => {} })
  const { rows } = await pool.query<{ count: number }>(
    `select count(*)::int as count from graphile_worker._private_jobs where payload::text like $1`,
    [`%${login}@namdinh.test%`],
  )
  await pool.end()
  return rows[0]?.count ?? 0
}

describe('a list of people', () => {
  test('opens accounts, gives roles and invites by mail, each with the history of doing so by hand', async () => {
    const [mailed, printed] = [freshLogin(), freshLogin()]
    const [one, other] = [freshPerson(), freshPerson()]
    const intake = await keep([
      personRow(one, mailed, unitName, { way: 'Thư điện tử', role: 'Lãnh đạo đơn vị' }),
      personRow(other, printed, unitName.toLowerCase()),
    ])
    await confirm(intake)
    expect(await rolesIn(unit)).toEqual([`${one}: leader, invited`, `${other}: officer, invited`])
    const account = (await accountOfLogin(db, mailed)) ?? ''
    expect(await historyOf(db, account)).toMatchObject([
      { action: 'identity.invited', facts: { login: mailed, way: 'mail' } },
    ])
    expect((await historyOf(db, unit)).filter(({ action }) => action === 'unit.roleAdded')).toHaveLength(2)
    expect([await mailsTo(mailed), await mailsTo(printed)]).toEqual([1, 0])
  })

  test('is the administrator’s alone: not the authority’s, not a leader’s', async () => {
    const rows = [personRow(freshPerson(), freshLogin(), unitName)]
    await expect(keep(rows, cast.dung)).rejects.toThrow('not-allowed')
    await expect(keep(rows, cast.an)).rejects.toThrow('not-allowed')
    const intake = await keep(rows)
    await expect(confirm(intake, cast.dung)).rejects.toThrow('not-allowed')
    await confirm(intake)
    await expect(issueSlips(db, cast.dung, { intake }, env)).rejects.toThrow('not-allowed')
    await expect(undoIntake(db, cast.dung, { intake }, morning)).rejects.toThrow('not-allowed')
  })

  test('tells what is wrong with each cell', async () => {
    const ended = freshName('Hội cũ')
    const gone = await addByHand(ended)
    const end = { id: newId(), unit_id: gone, status: 'ended', from_on: '2022-01-01' } as const
    await db.insertInto('unit_status').values(end).execute()
    const login = freshLogin()
    const name = freshPerson()
    const intake = await put([
      personRow(freshPerson(), 'có dấu', unitName),
      personRow(freshPerson(), '', unitName),
      [freshPerson(), freshLogin(), '', unitName, 'Cán bộ thi đua', 'Thư điện tử'],
      [freshPerson(), freshLogin(), 'không phải thư', unitName, 'Cán bộ thi đua', 'Phiếu in'],
      [freshPerson(), freshLogin(), 'hai,nguoi@namdinh.test', unitName, 'Cán bộ thi đua', 'Thư điện tử'],
      personRow(freshPerson(), freshLogin(), 'Hội không có'),
      personRow(freshPerson(), freshLogin(), ended),
      personRow(name, login, unitName),
      personRow(freshPerson(), login, unitName),
      personRow(name, login, unitName),
    ])
    const faults = (await judged(intake)).map((row) => row.faults.map(({ column, key }) => `${column} ${key}`))
    expect(faults).toEqual([
      ['1 intake.badLogin'],
      ['1 intake.loginNeeded'],
      ['2 intake.mailNeeded'],
      ['2 intake.badMail'],
      ['2 intake.badMail'],
      ['3 intake.noUnit'],
      ['3 intake.unitEnded'],
      [],
      ['1 intake.loginTwice', 'null intake.personTwice'],
      ['null intake.personTwice'],
    ])
  })

  test('takes one login for one person and asks about a namesake', async () => {
    const second = freshName('Hội')
    const secondUnit = await addByHand(second)
    const [login, name] = [freshLogin(), freshPerson()]
    await openAccount(db, cast.em, { fullName: name, login, email: undefined, way: 'slip' }, env)
    const stranger = await put([personRow(freshPerson(), login, second)])
    expect((await judged(stranger))[0]?.faults).toMatchObject([{ column: 1, key: 'intake.loginTaken' }])

    const fresh = freshLogin()
    const intake = await put([
      personRow(name, login, second),
      personRow(name, freshLogin(), second),
      personRow('Đỗ Thị Một Mình', fresh, second),
      personRow('Đỗ Thị Một Mình', fresh, unitName),
    ])
    expect((await judged(intake)).map(({ outcome }) => outcome)).toEqual(['same', null, 'add', 'same'])
    await chooseRows(db, cast.em, { intake, sweep: 'add-undecided', rows: [] }, morning)
    await confirm(intake)
    const roles = await rolesIn(secondUnit)
    expect(roles.filter((role) => role === `${name}: officer, invited`)).toHaveLength(2)
    expect(roles).toContain('Đỗ Thị Một Mình: officer, invited')
    expect(roles).toHaveLength(3)
  })

  test('gives whoever enters it no role', async () => {
    const own = await db
      .selectFrom('account')
      .select('login')
      .where('id', '=', cast.em.account)
      .executeTakeFirstOrThrow()
    const intake = await put([personRow(cast.em.name, own.login, unitName, { role: 'Lãnh đạo đơn vị' })])
    await expect(confirm(intake)).rejects.toThrow('intake.ownRole')
  })

  test('prints the slips of all who wait for one; printing again makes the first codes worthless', async () => {
    const rows = [0, 1].map(() => personRow(freshPerson(), freshLogin(), unitName))
    const intake = await put([...rows, personRow(freshPerson(), freshLogin(), unitName, { way: 'Thư điện tử' })])
    await expect(issueSlips(db, cast.em, { intake }, env)).rejects.toThrow('intake.notEntered')
    await confirm(intake)
    const slips = await issueSlips(db, cast.em, { intake }, env)
    expect(slips.map(({ name, unit: where }) => [name, where])).toEqual(rows.map(([name]) => [name, unitName]))
    expect(await openInvitation(db, slips[0]?.code ?? '', morning)).toMatchObject({ name: rows[0]?.[0] })
    await issueSlips(db, cast.em, { intake }, env)
    await expect(openInvitation(db, slips[0]?.code ?? '', morning)).rejects.toThrow('identity.')
  })

  test('is undone with its accounts and roles, until one of them was opened', async () => {
    const login = freshLogin()
    const intake = await put([personRow(freshPerson(), login, unitName)])
    await confirm(intake)
    await issueSlips(db, cast.em, { intake }, env)
    const account = (await accountOfLogin(db, login)) ?? ''
    await db.updateTable('account').set({ state: 'active', password_hash: 'x' }).where('id', '=', account).execute()
    const session = {
      id: account,
      token_hash: Buffer.from(login),
      account_id: account,
      device: 'x',
      created_at: morning,
    }
    await db
      .insertInto('session')
      .values({ ...session, seen_at: morning, expires_at: morning })
      .execute()
    await expect(undoIntake(db, cast.em, { intake }, morning)).rejects.toThrow('intake.builtOn')
    await db.deleteFrom('session').where('account_id', '=', account).execute()
    await undoIntake(db, cast.em, { intake }, morning)
    expect(await accountOfLogin(db, login)).toBeUndefined()
  })

  test('is not undone once somebody who had an account already has acted in the role it gave', async () => {
    const [login, name] = [freshLogin(), freshPerson()]
    const { account } = await openAccount(db, cast.em, { fullName: name, login, email: undefined, way: 'slip' }, env)
    const enter = async () => {
      const intake = await put([personRow(name, login, unitName)])
      await confirm(intake)
      return intake
    }
    const before = { ...cast.an, account, actingUnit: cast.headUnit }
    const act = (actor: Actor) =>
      db
        .transaction()
        .execute((tx) => record(tx, actor, morning, { action: 'unit.renamed', subject: { kind: 'unit', id: unit } }))
    await act({ ...before, actingUnit: unit })
    const first = await enter()
    await act(before)
    await undoIntake(db, cast.em, { intake: first }, morning)
    const second = await enter()
    await act({ ...before, actingUnit: unit })
    await expect(undoIntake(db, cast.em, { intake: second }, morning)).rejects.toThrow('intake.builtOn')
    expect(await rolesIn(unit)).toContain(`${name}: officer, invited`)
  })
})
