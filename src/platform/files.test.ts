import { chmod, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openSmallDisk } from '../../test/small-disk.ts'
import { folderStore, sha256Of, type FileStore } from './files.ts'
import { outageOf } from './outage.ts'

let folder = ''
let files: FileStore
const bytes = new TextEncoder().encode('Giấy ủy quyền')

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gu-files-'))
  files = folderStore(folder)
})

afterAll(() => rm(folder, { recursive: true, force: true }))

test('bytes come back by their hash, and the same bytes are kept once', async () => {
  const sha256 = sha256Of(bytes)
  await Promise.all([files.put(sha256, bytes), files.put(sha256, bytes), files.put(sha256, bytes)])
  expect(new Uint8Array(await files.get(sha256))).toEqual(bytes)
  expect(await readdir(join(folder, sha256.slice(0, 2)))).toEqual([sha256])
})

test('a file that was damaged is whole again when its bytes are brought again, as a restore does', async () => {
  const sha256 = sha256Of(bytes)
  await files.put(sha256, bytes)
  await writeFile(join(folder, sha256.slice(0, 2), sha256), 'hỏng')
  await files.put(sha256, bytes)
  expect(new Uint8Array(await files.get(sha256))).toEqual(bytes)
})

test('what was never kept is not found', async () => {
  await expect(files.get('0'.repeat(64))).rejects.toThrow('ENOENT')
})

const outage = (name: string) => (error: unknown) => outageOf(error) === name

test('a full disk keeps nothing half, and says that it is full', async () => {
  await expect(writeFile('/dev/full', bytes)).rejects.toSatisfy(outage('full'))
  const disk = await openSmallDisk(64)
  if (disk === undefined) return
  const store = folderStore(join(disk.folder, 'files'))
  const large = Buffer.alloc(100_000, 'không vừa')
  await store.put(sha256Of(bytes), bytes)
  await expect(store.put(sha256Of(large), large)).rejects.toSatisfy(outage('full'))
  const left = await readdir(join(disk.folder, 'files'), { recursive: true, withFileTypes: true })
  expect(left.filter((entry) => entry.isFile()).map(({ name }) => name)).toEqual([sha256Of(bytes)])
  await disk.remove()
})

test('a disk that cannot be written still gives what it holds', async () => {
  const disk = await openSmallDisk(64)
  const place = disk?.folder ?? (await mkdtemp(join(tmpdir(), 'gu-files-')))
  const store = folderStore(join(place, 'files'))
  await store.put(sha256Of(bytes), bytes)
  if (disk === undefined) await chmod(join(place, 'files'), 0o500)
  else disk.makeReadOnly()
  const other = Buffer.from('chỉ đọc')
  await expect(store.put(sha256Of(other), other)).rejects.toSatisfy(outage('readOnly'))
  expect(new Uint8Array(await store.get(sha256Of(bytes)))).toEqual(bytes)
  await disk?.remove()
})
