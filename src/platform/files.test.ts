import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { folderStore, sha256Of, type FileStore } from './files.ts'

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

test('what was never kept is not found', async () => {
  await expect(files.get('0'.repeat(64))).rejects.toThrow('ENOENT')
})
