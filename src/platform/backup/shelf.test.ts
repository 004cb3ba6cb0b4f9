import { mkdir, mkdtemp, readdir, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { sqlRoot, testSecret } from '../../../test/global-setup.ts'
import { ownDatabase, ownSlug } from '../../../test/restore/own-database.ts'
import { openPool } from '../database/database.ts'
import { createTenant } from '../database/tenants.ts'
import { filePlace, folderStore, sha256Of } from '../files.ts'
import { writeManifest } from './manifest.ts'
import { shelved, writeToShelf } from './shelf.ts'
import type { BackupSource } from './write-backup.ts'

const bytes = Buffer.from('một tờ giấy')
const sha256 = sha256Of(bytes)
const at = (day: number) => new Date(Date.UTC(2026, 10, day, 19))

let source: BackupSource
let shelfFolder = ''

beforeAll(async () => {
  const ownerUrl = await ownDatabase()
  const slug = ownSlug()
  const owner = openPool(ownerUrl, { max: 2, onError: () => {} })
  await createTenant(owner, { slug, name: 'Tỉnh thử', hosts: [] }, { sqlRoot, secretKey: testSecret })
  await owner.query(`insert into t_${slug}.stored_file (sha256, length, media_type) values ($1, $2, 'text/plain')`, [
    sha256,
    bytes.length,
  ])
  await owner.end()
  const dataFolder = await mkdtemp(join(tmpdir(), 'gu-shelf-'))
  const files = folderStore(join(dataFolder, 'files'))
  await files.put(sha256, bytes)
  source = { ownerUrl, files, dataFolder, secretKey: testSecret, program: '0.0.0' }
  shelfFolder = join(dataFolder, 'backups')
})

const write = (day: number, keep = 2) => writeToShelf(source, { folder: shelfFolder, occasion: 'daily', keep }, at(day))

const names = async () => (await readdir(shelfFolder)).filter((name) => name.startsWith('daily-')).sort()

test('only so many stay, files that an earlier one holds are linked, and its folder is its owner’s alone', async () => {
  const first = await write(1)
  const second = await write(2)
  const [one, two] = await Promise.all(
    [first, second].map(({ folder }) => stat(filePlace(join(folder, 'files'), sha256))),
  )
  expect(one?.ino).toBe(two?.ino)
  expect((await stat(second.folder)).mode & 0o777).toBe(0o700)
  expect((await stat(join(second.folder, 'manifest.json'))).mode & 0o777).toBe(0o600)
  await write(3)
  expect(await names()).toEqual(['daily-20261102T190000Z', 'daily-20261103T190000Z'])
})

test('what a kill left behind goes away with the next one; what is not ours stays', async () => {
  await mkdir(join(shelfFolder, 'daily-20261104T190000Z', 'tables'), { recursive: true })
  await mkdir(join(shelfFolder, 'keep-me'))
  await write(5, 100)
  expect(await names()).toEqual(['daily-20261102T190000Z', 'daily-20261103T190000Z', 'daily-20261105T190000Z'])
  expect(await readdir(shelfFolder)).toContain('keep-me')
})

test('a backup whose manifest this program cannot read is not ours to throw away', async () => {
  const shelf = { folder: join(shelfFolder, 'third'), occasion: 'daily' as const, keep: 1 }
  const { folder, manifest } = await writeToShelf(source, shelf, at(1))
  await writeManifest(folder, { ...manifest, format: manifest.format + 1 })
  await writeToShelf(source, shelf, at(2))
  expect(await readdir(folder)).toContain('tables')
})

test('a backup that lacks a file says so and throws no older one away', async () => {
  const lost = { ...source.files, lend: () => Promise.reject(new Error('gone')) }
  const folder = join(shelfFolder, 'second')
  const shelf = { folder, occasion: 'daily' as const, keep: 1 }
  await writeToShelf(source, shelf, at(1))
  await rm(filePlace(join(folder, 'daily-20261101T190000Z', 'files'), sha256))
  const { manifest } = await writeToShelf({ ...source, files: lost }, shelf, at(2))
  expect(manifest.missing).toEqual([sha256])
  expect(await shelved(folder)).toHaveLength(2)
})

test('those who come at the same moment wait for each other', async () => {
  const written = await Promise.all([write(8, 100), write(9, 100)])
  expect(new Set(written.map(({ folder }) => folder)).size).toBe(2)
})
