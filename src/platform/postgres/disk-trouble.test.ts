import { mkdir, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openSmallDisk } from '../../../test/small-disk.ts'
import { lockDataFolder } from './data-folder.ts'
import { diskTrouble } from './disk-trouble.ts'
import { startEmbeddedPostgres } from './embedded-postgres.ts'

const full = Object.assign(new Error('no space left on device'), { code: 'ENOSPC' })

test('a disk with room and a right to write is not to blame', async () => {
  expect(await diskTrouble(tmpdir())).toBeUndefined()
  expect((await diskTrouble(tmpdir(), full))?.sentence.en).toContain('is full')
})

test('a full or read-only disk is told in words wherever the database meets it', async () => {
  const disk = await openSmallDisk(1024)
  // Where nothing can be mounted, the test above has told the sentence of the error itself.
  if (disk === undefined) return
  expect((await diskTrouble(disk.folder))?.sentence.vi).toContain('đã đầy')
  await mkdir(join(disk.folder, 'data'))
  await writeFile(join(disk.folder, 'fill'), Buffer.alloc(2_000_000)).catch(() => undefined)
  await expect(lockDataFolder(join(disk.folder, 'data'))).rejects.toThrow('is full')
  await expect(startEmbeddedPostgres({ dataFolder: join(disk.folder, 'data') })).rejects.toThrow('is full')
  disk.makeReadOnly()
  expect((await diskTrouble(disk.folder))?.sentence.en).toContain('is read-only')
  await expect(startEmbeddedPostgres({ dataFolder: join(disk.folder, 'data') })).rejects.toThrow('cannot write')
  await disk.remove()
})
