import { describe, expect, test } from 'vitest'
import { makeCast, morning } from '../../../../test/cast.ts'
import { testDatabase } from '../../../../test/database.ts'
import type { Actor } from '#platform/actor.ts'
import { newCode, printCode } from '#platform/id.ts'
import { historyOf } from '#capabilities/audit/history.ts'
import { acceptInvitation } from './accept-invitation.ts'
import { openAccount, openAccountInput } from './open-account.ts'
import { openPasswords } from '../password/password.ts'
import { accountOf, findSession, invitationsOf } from '../queries.ts'
import { renewInvitation } from './renew-invitation.ts'
import { withdrawInvitation } from './withdraw-invitation.ts'

const env = { now: morning, origin: 'https://thidua.test' }
const accepting = { now: morning, passwords: openPasswords(), device: 'Firefox · Linux' }
const password = 'cá rô kho tộ bà nấu'

async function open() {
  const { db, ownerUrl } = await testDatabase()
  return { db, ownerUrl, cast: await makeCast(db) }
}

async function inviteBySlip(actor: Actor) {
  const { db } = await testDatabase()
  const login = `moi.${newCode(10).toLowerCase()}`
  const invited = await openAccount(db, actor, { fullName: 'Đỗ Hải Yến', login, email: undefined, way: 'slip' }, env)
  return { ...invited, login, code: invited.code ?? '' }
}

const accept = async (code: string, now = morning) =>
  acceptInvitation(
    (await testDatabase()).db,
    { code, password, again: password.normalize('NFD') },
    { ...accepting, now },
  )

describe('inviting', () => {
  test('the administrator and the authority may, a unit’s leader by this door may not', async () => {
    const { db, cast } = await open()
    const { account } = await inviteBySlip(cast.em)
    await inviteBySlip(cast.dung)
    expect(await accountOf(db, account, morning)).toMatchObject({ state: 'invited', name: 'Đỗ Hải Yến' })
    expect((await historyOf(db, account))[0]).toMatchObject({ action: 'identity.invited', actor_name: 'Mai Thị Em' })
    await expect(inviteBySlip(cast.an)).rejects.toThrow('not-allowed')
  })

  test('a login that is taken is refused and leaves nothing behind', async () => {
    const { db, cast } = await open()
    const { login } = await inviteBySlip(cast.em)
    const again = { fullName: `Hoàng ${newCode(8)}`, login, email: undefined, way: 'slip' as const }
    await expect(openAccount(db, cast.em, again, env)).rejects.toThrow('identity.loginTaken')
    const left = await db.selectFrom('person').select('id').where('full_name', '=', again.fullName).execute()
    expect(left).toEqual([])
  })

  test('by mail needs an address, and the mail leaves with the transaction', async () => {
    const { db, ownerUrl, cast } = await open()
    const form = { fullName: 'Lê Thị Thu An', login: `an.${newCode(8)}`, email: '', way: 'mail' }
    expect(openAccountInput.safeParse(form).error?.issues[0]?.path).toEqual(['email'])
    const input = openAccountInput.parse({ ...form, email: 'thu.an@namdinh.test' })
    const { code, invitation } = await openAccount(db, cast.em, input, env)
    expect(code).toBeNull()
    const mail = await queuedMail(ownerUrl, `invitation-${invitation}`)
    expect(mail).toMatchObject({ to: 'thu.an@namdinh.test' })
    expect(mail.text).toContain('đến hết ngày 27/02/2023')
    const link = /https:\/\/thidua\.test\/loi-moi\/(\S+)/.exec(mail.text)?.[1] ?? ''
    await expect(accept(link)).resolves.toMatchObject({ account: expect.any(String) as string })
  })
})

describe('a slip', () => {
  test('opens the account once, typed in any manner, and signs its person in', async () => {
    const { db, cast } = await open()
    const { account, code } = await inviteBySlip(cast.em)
    const { token } = await accept(printCode(code).toLowerCase().replaceAll('-', ' '))
    expect(await findSession(db, token, morning)).toMatchObject({ id: account, state: 'active', name: 'Đỗ Hải Yến' })
    await expect(accept(code)).rejects.toThrow('identity.invitationUsed')
  })

  test('taken by two at the same moment opens for one', async () => {
    const { cast } = await open()
    const { code } = await inviteBySlip(cast.em)
    const answers = await Promise.allSettled([accept(code), accept(code)])
    expect(answers.map((answer) => answer.status).sort()).toEqual(['fulfilled', 'rejected'])
    const [lost] = answers.filter((answer) => answer.status === 'rejected')
    expect(String(lost?.reason)).toContain('identity.invitationUsed')
  })

  test('is good until the end of the fourteenth day, not after it, nor a code that nobody made', async () => {
    const { cast } = await open()
    const { code } = await inviteBySlip(cast.em)
    await expect(accept(code, new Date('2023-03-07T00:00:00+07:00'))).rejects.toThrow('identity.invitationExpired')
    await expect(accept(newCode(16))).rejects.toThrow('identity.invitationUnknown')
    await expect(accept(code, new Date('2023-03-06T23:59:00+07:00'))).resolves.toBeDefined()
  })

  test('is stored as a hash', async () => {
    const { db, cast } = await open()
    const { code, invitation } = await inviteBySlip(cast.em)
    const row = await db.selectFrom('invitation').selectAll().where('id', '=', invitation).executeTakeFirstOrThrow()
    expect(JSON.stringify({ ...row, code_hash: row.code_hash.toString('latin1') })).not.toContain(code)
  })

  test('does not open for a weak password or for two different ones, and stays good', async () => {
    const { db, cast } = await open()
    const { code } = await inviteBySlip(cast.em)
    const weak = { code, password: 'matkhau123456', again: 'matkhau123456' }
    await expect(acceptInvitation(db, weak, accepting)).rejects.toThrow('identity.passwordCommon')
    const different = { code, password, again: `${password}.` }
    await expect(acceptInvitation(db, different, accepting)).rejects.toThrow('identity.passwordsDiffer')
    await expect(accept(code)).resolves.toBeDefined()
  })
})

describe('a code that was lost', () => {
  test('taken while it is being replaced opens the account or is refused, and nothing hangs', async () => {
    const { db, cast } = await open()
    for (let time = 0; time < 5; time += 1) {
      const { account, code } = await inviteBySlip(cast.em)
      const renewing = renewInvitation(db, cast.em, { account, way: 'slip' }, env)
      const [accepted, renewed] = await Promise.allSettled([accept(code), renewing])
      const reasons = [accepted, renewed].flatMap((one) => (one.status === 'rejected' ? [String(one.reason)] : []))
      expect(reasons).toEqual([expect.stringMatching(/identity\.(invitationWithdrawn|alreadyAccepted)/)])
    }
  })

  test('is replaced by a new one and stops working', async () => {
    const { db, cast } = await open()
    const { account, code } = await inviteBySlip(cast.em)
    const renewed = await renewInvitation(db, cast.dung, { account, way: 'slip' }, env)
    await expect(accept(code)).rejects.toThrow('identity.invitationWithdrawn')
    await accept(renewed.code ?? '')
    const again = renewInvitation(db, cast.em, { account, way: 'slip' }, env)
    await expect(again).rejects.toThrow('identity.alreadyAccepted')
  })

  test('is made anew by nobody else, and for an administrator not even by the authority', async () => {
    const { db, cast } = await open()
    const { account } = await inviteBySlip(cast.em)
    const renew = (actor: Actor) => renewInvitation(db, actor, { account, way: 'slip' }, env)
    await expect(renew(cast.an)).rejects.toThrow('not-allowed')
    await db
      .insertInto('tenant_role')
      .values({ id: account, account_id: account, role: 'administrator', from_on: '2023-02-20' })
      .execute()
    await expect(renew(cast.dung)).rejects.toThrow('not-allowed')
  })

  test('by mail needs the person’s address', async () => {
    const { db, cast } = await open()
    const { account } = await inviteBySlip(cast.em)
    await expect(renewInvitation(db, cast.em, { account, way: 'mail' }, env)).rejects.toThrow('identity.noEmail')
  })
})

test('a withdrawn invitation is refused, and can be withdrawn once', async () => {
  const { db, cast } = await open()
  const { account, code } = await inviteBySlip(cast.em)
  await expect(withdrawInvitation(db, cast.an, { account }, morning)).rejects.toThrow('not-allowed')
  await withdrawInvitation(db, cast.em, { account }, morning)
  await expect(accept(code)).rejects.toThrow('identity.invitationWithdrawn')
  await expect(withdrawInvitation(db, cast.em, { account }, morning)).rejects.toThrow('identity.noOpenInvitation')
  expect((await invitationsOf(db, account))[0]).toMatchObject({ withdrawn_at: morning })
})

async function queuedMail(ownerUrl: string, key: string): Promise<{ to: string; text: string }> {
  const { Pool } = await import('pg')
  const owner = new Pool({ connectionString: ownerUrl, max: 1 })
  const { rows } = await owner.query<{ mail: { to: string; text: string } }>(
    `select payload->'data' as mail from graphile_worker._private_jobs where key = $1`,
    [`nam_dinh mail-${key}`],
  )
  await owner.end()
  const [queued] = rows
  if (queued === undefined) throw new Error('no mail is queued')
  return queued.mail
}
