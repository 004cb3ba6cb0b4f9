import { randomBytes } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import S3rver from 's3rver'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { backupSource } from '../../../test/restore/backup-source.ts'
import { checkBackup } from '../backup/check-backup.ts'
import { bringFilesBack } from '../backup/stored-files.ts'
import { writeBackup } from '../backup/write-backup.ts'
import { readEnvironment } from '../config.ts'
import { asFile } from '../content.ts'
import { folderStore, sha256Of } from '../files.ts'
import { openFiles, type OpenFiles } from '../open-files.ts'

let folder: string
let server: S3rver
let store: OpenFiles
let port: number

const settings = (port: number) => ({
  S3_BUCKET: 'minh-chung',
  S3_ENDPOINT: `http://127.0.0.1:${port}`,
  S3_ACCESS_KEY_ID: 'S3RVER',
  S3_SECRET_ACCESS_KEY: 'S3RVER',
  S3_PREFIX: 'nam-dinh/',
})

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'giao-uoc-s3-'))
  const configureBuckets = [{ name: 'minh-chung' }]
  server = new S3rver({ address: '127.0.0.1', port: 0, silent: true, directory: folder, configureBuckets })
  port = (await server.run()).port
  store = openFiles(readEnvironment(settings(port)), join(folder, 'unused'))
})

afterAll(async () => {
  await server.close()
  await rm(folder, { recursive: true, force: true })
})

/** The names of the objects below a folder, as the server lays them down. */
const objects = async () =>
  (await readdir(folder, { recursive: true })).filter((name) => name.endsWith('._S3rver_object'))

test('bytes come back by their hash, and twice the same is no trouble', async () => {
  const bytes = randomBytes(6 * 1024 * 1024)
  const sha256 = sha256Of(bytes)
  await store.files.put(sha256, bytes)
  await store.files.put(sha256, bytes)
  expect(Buffer.compare(await store.files.get(sha256), bytes)).toBe(0)
  expect((await objects()).some((name) => name.includes(`nam-dinh/files/${sha256.slice(0, 2)}/${sha256}`))).toBe(true)
})

test('what is not there, or is no longer what it was, is an error', async () => {
  await expect(store.files.get(sha256Of(randomBytes(8)))).rejects.toThrow('key does not exist')
  const bytes = randomBytes(100)
  const sha256 = sha256Of(bytes)
  await store.files.put(sha256, bytes)
  const name = (await objects()).find((one) => one.includes(sha256)) ?? ''
  await writeFile(join(folder, name), (await readFile(join(folder, name))).fill(0, 0, 1))
  await expect(store.files.get(sha256)).rejects.toThrow('not what they were')
})

test('a large file goes in and out chunk by chunk, and one that changed meanwhile breaks off', async () => {
  const bytes = randomBytes(20 * 1024 * 1024)
  const sha256 = sha256Of(bytes)
  await asFile(join(folder, 'tam'), [bytes], (file) => store.files.put(sha256, file))
  const hash = await store.files.lend(sha256, async (file) => sha256Of(await readFile(file.path)))
  expect(hash).toBe(sha256)
  expect(sha256Of(new Uint8Array(await new Response(await store.files.stream(sha256)).arrayBuffer()))).toBe(sha256)
  const name = (await objects()).find((one) => one.includes(sha256)) ?? ''
  await writeFile(join(folder, name), (await readFile(join(folder, name))).fill(0, 0, 1))
  const sent = new Response(await store.files.stream(sha256)).arrayBuffer()
  await expect(sent).rejects.toThrow('not what they were')
  await expect(store.files.lend(sha256, async () => 'used')).rejects.toThrow('not what they were')
})

test('what lies in S3 is backed up, one lost file is named, and all of it comes back into another bucket', async () => {
  const source = await backupSource(store.files)
  const lost = randomBytes(50)
  await source.register(lost)
  const kept = join(folder, 'backup')
  const now = new Date('2026-11-23T02:00:00Z')
  const whole = await writeBackup(source, { folder: kept, now })
  expect([whole.missing, whole.files.count]).toEqual([[], 2])
  await checkBackup(kept)
  await rm(join(folder, (await objects()).find((one) => one.includes(sha256Of(lost))) ?? ''))
  const second = await writeBackup(source, { folder: join(folder, 'second'), now })
  expect(second.missing).toEqual([sha256Of(lost)])
  const elsewhere = openFiles(readEnvironment({ ...settings(port), S3_PREFIX: 'khac/' }), folder).files
  await bringFilesBack(kept, folderStore(join(kept, 'files')), elsewhere)
  expect(Buffer.compare(await elsewhere.get(sha256Of(lost)), lost)).toBe(0)
})

test('the parts of one upload are removed, and no others', async () => {
  for (const name of ['mot/1', 'mot/2', 'hai/1']) await store.parts.put(name, Buffer.from(name))
  await store.parts.remove('mot')
  await expect(store.parts.get('mot/2')).rejects.toThrow('key does not exist')
  expect(Buffer.from(await store.parts.get('hai/1')).toString()).toBe('hai/1')
})

test('a bucket without its keys is told at the start', () => {
  expect(() => readEnvironment({ S3_BUCKET: 'x' })).toThrow('S3_ACCESS_KEY_ID')
})

test('without a bucket the bytes lie in the data folder', async () => {
  const place = join(folder, 'data')
  const { files, parts } = openFiles(readEnvironment({}), place)
  const bytes = randomBytes(10)
  await files.put(sha256Of(bytes), bytes)
  await parts.put('mot/1', bytes)
  expect((await readdir(place)).toSorted()).toEqual(['files', 'uploads'])
  await parts.remove('mot')
  await expect(parts.get('mot/1')).rejects.toThrow('ENOENT')
})
