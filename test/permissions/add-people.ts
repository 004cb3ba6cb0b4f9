import { ensureAuthority } from '../../src/capabilities/signatures/keeping/authorities.ts'
import { openAccount } from '../../src/domains/identity/people/open-account.ts'
import { actorOfAccount } from '../../src/app/actor.ts'
import type { Actor } from '../../src/platform/actor.ts'
import type { Db } from '../../src/platform/database/database.ts'
import { newCode, newId } from '../../src/platform/id.ts'
import { morning, type Cast } from '../cast.ts'
import { authorityTestPassphrase } from '../signing.ts'

async function addSession(db: Db, account: string): Promise<string> {
  const id = newId()
  const expires_at = new Date(morning.getTime() + 3_600_000)
  const times = { created_at: morning, seen_at: morning, stepped_up_at: morning, expires_at }
  const token_hash = Buffer.from(newCode(32))
  await db
    .insertInto('session')
    .values({ id, token_hash, account_id: account, device: 'Firefox', ...times })
    .execute()
  return id
}

/** The person as the program itself would gather them from the rows, signed in and stepped up. */
export async function signedIn(db: Db, account: string): Promise<Actor> {
  return { ...(await actorOfAccount(db, account, morning)), session: await addSession(db, account) }
}

export async function addTask(db: Db, unit: string): Promise<string> {
  const id = newId()
  const row = { id, key: id, kind: 'mandates.ended', unit_id: unit, path: '/viec-can-lam', opened_at: morning }
  await db.insertInto('task').values(row).execute()
  return id
}

interface Asking {
  unit: string
  account: string
  askedBy: string
  document: string
}

export async function addAskedMandate(db: Db, { unit, account, askedBy, document }: Asking): Promise<string> {
  const id = newId()
  const rights = { may_act: true, may_sign: true, may_vote: true }
  const term = { from_on: '2023-01-01', to_on: '2027-12-31', document_name: 'Giấy ủy quyền', document_sha256: document }
  const holder = { unit_id: unit, account_id: account, post: 'Chuyên viên', asked_by: askedBy, asked_at: morning }
  await db
    .insertInto('mandate')
    .values({ id, ...holder, ...rights, ...term })
    .execute()
  return id
}

export async function addLegalText(db: Db): Promise<string> {
  const id = newId()
  const row = { id, kind: 'Nghị định', number: newCode(8), title: 'Quy định thử', issuer: 'Chính phủ' }
  await db
    .insertInto('legal_text')
    .values({ ...row, in_force_from: '2020-01-01' })
    .execute()
  return id
}

/** The certificate on a mandate; where none was asked for, a row with the authority's own in its place. */
export async function certificateOf(db: Db, mandate: string, account: string): Promise<string> {
  const held = db.selectFrom('signer_certificate').select('serial').where('mandate_id', '=', mandate)
  const before = await held.executeTakeFirst()
  if (before !== undefined) return before.serial
  const naming = { name: 'Tỉnh Nam Định', passphrase: authorityTestPassphrase, isSample: false }
  const { id: authority_id, authority } = await ensureAuthority(db, naming, morning)
  const serial = newId().replaceAll('-', '')
  const valid_to = new Date('2027-12-31T23:59:59+07:00')
  const row = { id: newId(), authority_id, account_id: account, mandate_id: mandate, serial, sealed_key: '{}' }
  const certificate = Buffer.from(authority.certificate, 'base64')
  await db
    .insertInto('signer_certificate')
    .values({ ...row, certificate, issued_at: morning, valid_from: morning, valid_to })
    .execute()
  return serial
}

export const loginOf = async (db: Db, account: string) =>
  (await db.selectFrom('account').select('login').where('id', '=', account).executeTakeFirstOrThrow()).login

export async function addRecovery(
  db: Db,
  { account, openedBy }: { account: string; openedBy: string },
): Promise<string> {
  const id = newId()
  const times = { opened_at: morning, expires_at: new Date(morning.getTime() + 3_600_000) }
  const row = { id, account_id: account, reason: 'Mất điện thoại', paper: 'Thẻ căn cước', opened_by: openedBy }
  await db
    .insertInto('account_recovery')
    .values({ ...row, ...times })
    .execute()
  return id
}

export async function invite(db: Db, cast: Cast) {
  const login = `moi-${newCode(10).toLowerCase()}`
  const input = { fullName: 'Lưu Thị Mơ', login, email: undefined, way: 'slip' } as const
  const { account, code } = await openAccount(db, cast.em, input, { now: morning, origin: 'http://namdinh.test' })
  return { invited: account, invitation: code ?? '' }
}

export async function nameSecretary(db: Db, cast: Cast, account: string): Promise<string> {
  const id = newId()
  const row = {
    id,
    bloc_year_id: cast.blocYear,
    account_id: account,
    role: 'secretary',
    from_on: '2023-01-01',
  } as const
  await db.insertInto('bloc_role').values(row).execute()
  return id
}
