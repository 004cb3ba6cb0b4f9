import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { tellSigned } from '../src/app/demo/tell-demo.ts'
import type { Installation } from '../src/app/installation.ts'
import { record } from '../src/capabilities/audit/record.ts'
import { queueMail } from '../src/capabilities/notifications/send-mail.ts'
import { verifyPdf } from '../src/capabilities/signatures/verify-pdf.ts'
import { tablePath, writeManifest, type Manifest } from '../src/platform/backup/manifest.ts'
import { sha256Of } from '../src/platform/files.ts'
import { expectWholeChain } from './kill/proof.ts'
import { hasDebianPostgres, startDebianPostgres } from './restore/debian-postgres.ts'
import { killOnce } from './restore/killed.ts'
import { backUp, contents, environmentOf, open, openPlaces, restore } from './restore/places.ts'

/** Programs start, write and read whole databases while other tests work. */
const patience = 240_000

const { folder, removeAll } = openPlaces()
const slug = 'nam_dinh'

let original: Installation
let backupFolder = ''
let backup: Manifest
/** Restored by the first test. */
let second = environmentOf('')

beforeAll(async () => {
  original = await open(environmentOf(await folder()))
  await tellSigned(original)
  const db = original.tenants.databaseOf(slug)
  const mail = {
    to: 'anh@namdinh.test',
    subject: 'Thư chờ',
    text: 'Chưa gửi.',
    messageKey: 'waiting-1',
    kind: 'notice' as const,
  }
  await db.transaction().execute((tx) => queueMail(tx, mail))
  backupFolder = await folder()
  backup = await backUp(original, backupFolder, { secrets: ['secret-key'] })
}, patience)

afterAll(async () => {
  await original.close()
  await removeAll()
}, patience)

async function waitingMails({ owner }: Installation): Promise<number> {
  return (await owner.query(`select from graphile_worker.jobs where key like '%waiting-1'`)).rowCount ?? 0
}

async function papersOf({ tenants, files }: Installation) {
  const revisions = await tenants
    .databaseOf(slug)
    .selectFrom('document_revision')
    .select(['document_id', 'sha256'])
    .orderBy('number')
    .execute()
  const newest = new Map(revisions.map(({ document_id, sha256 }) => [document_id, sha256]))
  return Promise.all([...newest.values()].map(async (sha256) => ({ sha256, bytes: await files.get(sha256) })))
}

/** Every paper: its bytes, all of its signatures by our verifier and by poppler's. */
async function expectWholePapers(installation: Installation, scratch: string): Promise<number> {
  let signatures = 0
  for (const { sha256, bytes } of await papersOf(installation)) {
    expect(sha256Of(bytes)).toBe(sha256)
    const report = await verifyPdf(bytes, { trust: [], at: new Date() })
    if ('problem' in report) throw new Error(report.problem)
    expect(report.signatures.every(({ state }) => state === 'intact')).toBe(true)
    const path = join(scratch, 'paper.pdf')
    await writeFile(path, bytes)
    const said = spawnSync('pdfsig', ['-nocert', path], { encoding: 'utf8' }).stdout
    expect(said.match(/Signature is Valid/g)?.length ?? 0).toBe(report.signatures.length)
    signatures += report.signatures.length
  }
  return signatures
}

/** Tables, rights, keys and indexes: what the rows stand in. */
async function shapeOf({ owner }: Installation): Promise<string[]> {
  const { rows } = await owner.query<{ part: string }>(
    `select format('%s %s', c.relname, (select array_agg(a::text order by a::text) from unnest(c.relacl) a)) as part
       from pg_class c where c.relnamespace = 't_nam_dinh'::regnamespace and c.relkind = 'r'
     union all select replace(indexdef, 'extensions.', '') from pg_indexes where schemaname = 't_nam_dinh'
     union all select format('%s %s %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) from pg_constraint
       where connamespace = 't_nam_dinh'::regnamespace and contype <> 'n'
     order by part`,
  )
  return rows.map(({ part }) => part)
}

/** Rows, files, signatures and the chain of a restored installation, and that the chain goes on. */
async function expectRestored(restored: Installation, from: Manifest): Promise<Manifest> {
  const again = await folder()
  const manifest = await backUp(restored, again)
  expect(contents(manifest)).toEqual(contents(from))
  expect(await shapeOf(restored)).toEqual(await shapeOf(original))
  expect(manifest.files).toEqual(from.files)
  expect(await expectWholePapers(restored, again)).toBeGreaterThanOrEqual(6)
  const db = restored.tenants.databaseOf(slug)
  const fork = await db
    .selectFrom('audit_entry')
    .selectAll()
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow()
  const lastEntry = from.tenants[0]?.auditHead ?? 0
  expect([fork.action, fork.number]).toEqual(['installation.restored', lastEntry + 1])
  expect(fork.facts).toMatchObject({ backup: from.id, takenAt: from.takenAt, lastEntry })
  const operator = { account: null, name: 'thử', actingUnit: null }
  const subject = { kind: 'installation', id: null }
  await db.transaction().execute((tx) => record(tx, operator, new Date(), { action: 'installation.tried', subject }))
  await expectWholeChain(db, `t_${slug}`)
  return manifest
}

describe('the drill', () => {
  test(
    'a backup comes back on an empty machine: every row, file, signature and entry',
    async () => {
      expect(backup.missing).toEqual([])
      second = environmentOf(await folder())
      const { manifest, waitingSent } = await restore(second, backupFolder)
      expect([manifest.id, waitingSent]).toEqual([backup.id, 0])
      const restored = await open(second)
      try {
        await expectRestored(restored, backup)
        expect(await waitingMails(restored)).toBe(0)
        const role = restored.tenants.databaseOf(slug)
        await expect(role.deleteFrom('audit_entry').execute()).rejects.toThrow('permission denied')
        await expect(role.withSchema('giao_uoc').selectFrom('person').selectAll().execute()).rejects.toThrow(
          /denied|exist/,
        )
      } finally {
        await restored.close()
      }
    },
    patience,
  )

  test.runIf(hasDebianPostgres)(
    'from the embedded PostgreSQL to Debian’s and back',
    async () => {
      const debian = await startDebianPostgres()
      try {
        const there = environmentOf(await folder(), { DATABASE_URL: debian.url })
        await restore(there, backupFolder)
        const onDebian = await open(there)
        const between = await folder()
        const middle = await backUp(onDebian, between, { secrets: ['secret-key'] })
        await onDebian.close()
        expect(middle.server.startsWith('15')).toBe(true)
        expect(contents(middle)).toEqual(contents(backup))
        const here = environmentOf(await folder())
        await restore(here, between)
        const back = await open(here)
        try {
          await expectRestored(back, middle)
        } finally {
          await back.close()
        }
      } finally {
        await debian.stop()
      }
    },
    patience,
  )
})

/** A copy whose manifest or bytes were changed. */
async function changed(change: (path: string) => Promise<void>): Promise<string> {
  const copy = await folder()
  spawnSync('cp', ['-a', join(backupFolder, 'backup'), copy])
  await change(join(copy, 'backup'))
  return copy
}

describe('refused with a sentence, and nothing restored', () => {
  test('a backup that was broken off has no manifest', async () => {
    const copy = await changed(async (path) => void spawnSync('rm', [join(path, 'manifest.json')]))
    await expect(restore(environmentOf(await folder()), copy)).rejects.toThrow('holds no whole backup')
  })

  test('one flipped byte in a table or in a file is named', async () => {
    const flip = async (file: string) => {
      const bytes = await readFile(file)
      bytes.writeUInt8(bytes.readUInt8(bytes.length >> 1) ^ 1, bytes.length >> 1)
      await writeFile(file, bytes)
    }
    const table = await changed((path) => flip(tablePath(path, `t_${slug}`, 'person')))
    await expect(restore(environmentOf(await folder()), table)).rejects.toThrow('tables/t_nam_dinh/person.gz')
    const file = await changed(async (path) => {
      const [line = ''] = (await readFile(join(path, 'files.sha256'), 'utf8')).split('\n')
      await flip(join(path, line.slice(66)))
    })
    await expect(restore(environmentOf(await folder()), file)).rejects.toThrow(/files\/[0-9a-f]{2}\//)
  })

  test('a backup of a newer program, or one of another origin', async () => {
    const first = backup.tenants[0]
    if (first === undefined) throw new Error('the demo has a tenant')
    const withMigration = (name: string, checksum: string) => {
      const others = first.migrations.filter((migration) => migration.name !== name)
      const tenants = [{ ...first, migrations: [...others, { name, checksum }] }]
      return changed((path) => writeManifest(path, { ...backup, program: '9.0.0', tenants }))
    }
    const newer = await withMigration('9999-later.sql', '0'.repeat(64))
    await expect(restore(environmentOf(await folder()), newer)).rejects.toThrow('made by Giao Ước 9.0.0')
    const other = await withMigration('0001-audit.sql', '0'.repeat(64))
    await expect(restore(environmentOf(await folder()), other)).rejects.toThrow('not of one origin')
  })

  test(
    'an installation that holds records',
    async () => {
      await expect(restore(second, backupFolder)).rejects.toThrow('There is data already (nam_dinh')
    },
    patience,
  )

  test(
    'another secret, unless it is said that the old one is lost; waiting mails go out when asked for',
    async () => {
      const data = await folder()
      const environment = environmentOf(data, { SECRET_KEY: 'quite another secret of 32 letters' })
      await expect(restore(environment, backupFolder)).rejects.toThrow('is not the one of the backup')
      const { waitingSent } = await restore(environment, backupFolder, { newSecret: true, sendWaiting: true })
      expect([waitingSent, backup.waiting?.rows]).toEqual([backup.waiting?.rows, waitingSent])
      const restored = await open(environment)
      expect(await waitingMails(restored)).toBe(1)
      const person = restored.tenants.databaseOf(slug).selectFrom('person').select('id').limit(1)
      expect(await person.execute()).toHaveLength(1)
      await restored.close()
    },
    patience,
  )

  test('a folder that holds something is no place for a backup', async () => {
    await expect(backUp(original, backupFolder)).rejects.toThrow('holds something already')
  })
})

describe('killed −9', () => {
  test(
    'a backup leaves no manifest, and the next one into a new folder is whole',
    async () => {
      const into = await folder()
      const path = join(into, 'backup')
      const { GIAO_UOC_DATA } = original.environment
      const begun = () => existsSync(tablePath(path, `t_${slug}`, 'account'))
      expect(await killOnce(['backup', path], { GIAO_UOC_DATA }, begun)).toBe(true)
      expect(existsSync(join(path, 'manifest.json'))).toBe(false)
      await expect(restore(environmentOf(await folder()), into)).rejects.toThrow('holds no whole backup')
      expect(contents(await backUp(original, await folder()))).toEqual(contents(backup))
    },
    patience,
  )

  test(
    'a restore leaves an installation that says it is half restored, and that can be restored into again',
    async () => {
      const data = await folder()
      const begun = () => existsSync(join(data, 'files'))
      const words = ['restore', join(backupFolder, 'backup')]
      expect(await killOnce(words, { GIAO_UOC_DATA: data }, begun)).toBe(true)
      await expect(open(environmentOf(data))).rejects.toThrow('has not ended')
      await restore(environmentOf(data), backupFolder)
      const restored = await open(environmentOf(data))
      expect(contents(await backUp(restored, await folder()))).toEqual(contents(backup))
      await restored.close()
    },
    patience,
  )
})
