import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { sqlRoot, testSecret } from '../../../test/global-setup.ts'
import { ownDatabase, ownSlug } from '../../../test/restore/own-database.ts'
import { noteFailure, noteGood } from '#platform/backup/last-backup.ts'
import { readEnvironment } from '#platform/config.ts'
import { openPool } from '#platform/database/database.ts'
import { createTenant } from '#platform/database/tenants.ts'
import { filePlace, folderStore, sha256Of } from '#platform/files.ts'
import { examine } from './examine.ts'

const now = new Date('2026-11-23T02:00:00Z')
const bytes = Buffer.from('Giấy ủy quyền')
const slug = ownSlug()
const other = ownSlug()

let url = ''
let dataFolder = ''

beforeAll(async () => {
  url = await ownDatabase()
  dataFolder = await mkdtemp(join(tmpdir(), 'gu-doctor-'))
  await folderStore(join(dataFolder, 'files')).put(sha256Of(bytes), bytes)
  const owner = openPool(url, { max: 2, onError: () => {} })
  for (const one of [slug, other]) {
    await createTenant(owner, { slug: one, name: 'Tỉnh thử', hosts: [] }, { sqlRoot, secretKey: testSecret })
  }
  await owner.end()
  await ask(
    `insert into t_${slug}.stored_file (sha256, length, media_type) values ('${sha256Of(bytes)}', 1, 'text/plain')`,
  )
})

async function ask(question: string) {
  const owner = openPool(url, { max: 1, onError: () => {} })
  await owner.query(question)
  await owner.end()
}

/** Name, verdict and what was said in English of everything that is not fine, unless all is asked for. */
async function findings(name: string, settings: Record<string, string> = {}) {
  const environment = readEnvironment({ GIAO_UOC_DATA: dataFolder, DATABASE_URL: url, ...settings })
  const files = folderStore(join(dataFolder, 'files'))
  const checks = await examine({ environment, dataFolder, files, now, isThorough: true })
  return checks.filter((check) => check.name === name).map(({ verdict, what }) => `${verdict}: ${what.en}`)
}

test('what is as it should be is told as well', async () => {
  expect(await findings('roles')).toEqual([expect.stringMatching(/^ok/)])
  expect(await findings('migrations')).toEqual([expect.stringMatching(/^ok/)])
  expect(await findings('files')).toEqual(['ok: 1 of 1 stored files were read, each of them whole.'])
})

test('a right that nobody should have is named, with who has it', async () => {
  await ask(`grant delete on t_${slug}.audit_entry to t_${slug}; grant usage on schema t_${slug} to t_${other}`)
  expect((await findings('roles')).toSorted()).toEqual([
    `bad: Roles may change tables that are only added to: t_${slug}: DELETE audit_entry.`,
    `bad: Roles reach what is not theirs: t_${other} → t_${slug}.`,
  ])
  await ask(`revoke delete on t_${slug}.audit_entry from t_${slug}; revoke usage on schema t_${slug} from t_${other}`)
})

test('a stored file that was changed is named', async () => {
  const place = filePlace(join(dataFolder, 'files'), sha256Of(bytes))
  await writeFile(place, 'khác')
  expect(await findings('files')).toEqual([`bad: 1 files are lost or damaged: ${sha256Of(bytes)}.`])
  await writeFile(place, bytes)
})

test('a secret that others can read, and a folder that cannot be written', async () => {
  const path = join(dataFolder, 'secret-key')
  await writeFile(path, testSecret, { mode: 0o600 })
  expect(await findings('data-folder')).toEqual([expect.stringMatching(/^ok/)])
  await chmod(path, 0o644)
  expect(await findings('data-folder')).toEqual([`bad: Other users of this machine can read: ${path}.`])
  await rm(path)
})

test('a database that does not answer is told with its reason, and all else is looked at still', async () => {
  const nowhere = { DATABASE_URL: 'postgres://giao_uoc@127.0.0.1:1/nothing' }
  expect((await findings('database', nowhere))[0]).toMatch(/^bad: The database does not run: .*cannot be reached/)
  expect(await findings('node', nowhere)).toHaveLength(1)
})

test('settings: an address without https is bad, a mail server that does not answer too', async () => {
  expect((await findings('address', { BASE_URL: 'http://thidua.test' }))[0]).toMatch(/^bad/)
  expect(await findings('proxies', { BASE_URL: 'https://thidua.test' })).toEqual([expect.stringMatching(/^warn/)])
  expect((await findings('mail', { SMTP_URL: 'smtp://127.0.0.1:1' }))[0]).toMatch(/^bad: .*ECONNREFUSED/)
})

test('checkpoints: no folder, one that takes them, and one that does not', async () => {
  expect(await findings('checkpoints')).toEqual([expect.stringMatching(/^warn/)])
  const folder = await mkdtemp(join(tmpdir(), 'gu-checkpoints-'))
  expect(await findings('checkpoints', { CHECKPOINT_DIR: folder })).toEqual([expect.stringMatching(/^ok/)])
  const gone = join(folder, 'gone')
  expect((await findings('checkpoints', { CHECKPOINT_DIR: gone }))[0]).toMatch(/^bad: .*ENOENT/)
})

const rootOf = (kind: string) => `insert into t_${slug}.trusted_root (id, kind, name, certificate, sha256, added_at)
  values (gen_random_uuid(), '${kind}', 'Gốc thử', '', '${sha256Of(bytes)}', now())`

const sealId = '0198f000-0000-7000-8000-000000000001'

test('stamps without a root for time, and without hosts to ask about it, prove nothing', async () => {
  const stamping = { SIGNING_TSA_URL: 'http://tsa.test' }
  expect([await findings('time-roots'), await findings('evidence-hosts')]).toEqual([[], []])
  expect(await findings('evidence-hosts', stamping)).toEqual([expect.stringMatching(/^warn/)])
  expect(await findings('evidence-hosts', { ...stamping, SIGNING_EVIDENCE_HOSTS: 'crl.test' })).toEqual([
    'ok: Proofs about revocation are fetched from crl.test.',
  ])
  await ask(rootOf('signer'))
  const untrusted = `warn: ${slug} trusts no root for time stamps: the stamps it gets prove nothing.`
  expect(await findings('time-roots', stamping)).toContain(untrusted)
  await ask(rootOf('time'))
  expect(await findings('time-roots', stamping)).toContain(`ok: ${slug} trusts a root for time stamps.`)
  await ask(`update t_${slug}.trusted_root set removed_at = now()`)
  expect(await findings('time-roots', stamping)).toContain(untrusted)
})

const entryOf = (number: number, day: string) => `insert into t_${slug}.audit_entry
  (number, at, actor_name, action, subject_kind, facts, previous_hash, hash)
  values (${number}, '${day}T00:00:00Z', 'An', 'unit.added', 'unit', '{}', '', '\\x0${number}')`

test('a log without a checkpoint for two days is told, and a folder that lacks the newest one', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'gu-checkpoints-'))
  const told = async (settings = {}) => (await findings('covered-log', settings)).filter((said) => said.includes(slug))
  await ask(entryOf(1, '2026-11-22'))
  expect(await told({ CHECKPOINT_DIR: folder })).toEqual([expect.stringMatching(/^ok/)])
  await ask(`update t_${slug}.audit_entry set at = '2026-11-20T00:00:00Z'`)
  expect(await told()).toEqual([expect.stringMatching(/^warn: .* of 3 days ago/)])
  await ask(`insert into t_${slug}.seal (id, certificate, sealed_key, created_at)
    values ('${sealId}', '', '{}', now())`)
  await ask(`insert into t_${slug}.audit_checkpoint values (1, '', '2026-11-20', '${sealId}', 'x')`)
  expect(await told()).toEqual([expect.stringMatching(/^ok/)])
  expect(await told({ CHECKPOINT_DIR: folder })).toEqual([`bad: The newest checkpoint of ${slug} is not in ${folder}.`])
  await ask(entryOf(2, '2026-11-21'))
  expect(await told()).toEqual([expect.stringMatching(/^bad: .* of 2 days ago/)])
})

test('a list of revoked certificates that is over or was never made, and an authority without its passphrase', async () => {
  const name = 'revocation-list'
  const passphrase = async (settings = {}) =>
    (await findings('authority-passphrase', settings)).filter((said) => said.includes(slug))
  expect(await findings(name)).toEqual([])
  expect(await passphrase()).toEqual([])
  await ask(`insert into t_${slug}.certificate_authority (id, name, certificate, sealed_key, created_at)
    values ('${sealId}', 'Nơi cấp', '', '{}', now())`)
  expect(await passphrase()).toEqual([expect.stringMatching(/^bad/)])
  expect(await passphrase({ SIGNING_CA_PASSPHRASE: 'một câu đủ dài' })).toEqual([])
  expect(await findings(name)).toEqual([`warn: ${slug} has not published a list of revoked certificates.`])
  const list = (number: number, until: string) =>
    ask(`insert into t_${slug}.revocation_list values ('${sealId}', ${number}, '', '2026-11-01', '${until}')`)
  await list(1, '2026-11-20')
  expect(await findings(name)).toEqual([expect.stringMatching(/^bad: .* is over since 2026-11-20/)])
  await list(2, '2026-11-28')
  expect(await findings(name)).toEqual([expect.stringMatching(/^ok: .* holds until 2026-11-28/)])
})

test('backups: none, one that failed, one that is old and one that is gone', async () => {
  expect((await findings('backup')).every((said) => said.startsWith('warn'))).toBe(true)
  await noteGood(dataFolder, join(dataFolder, 'gone'), new Date('2026-11-20T02:00:00Z'))
  await noteFailure(dataFolder, 'The disk is full', new Date('2026-11-22T19:00:00Z'))
  const said = (await findings('backup', { BACKUP_DIR: '/backups' })).join('\n')
  expect(said).toContain('bad: The backup of 2026-11-22T19:00:00.000Z failed: The disk is full')
  expect(said).toContain('bad: The last good backup is 72 hours old')
  expect(said).toContain('bad: The last backup is of no use')
})

test('a tenant without an administrator, and a restore that has not ended', async () => {
  expect(await findings('administrators')).toContain(`bad: ${slug} has no active administrator.`)
  await ask(`create table giao_uoc_migrations.restore (backup uuid, began_at timestamptz, ended_at timestamptz)`)
  await ask(`insert into giao_uoc_migrations.restore values (gen_random_uuid(), '2026-11-23T01:00:00Z')`)
  expect(await findings('migrations')).toEqual(['bad: The restore begun at 08:00, 23/11/2026 has not ended.'])
})
