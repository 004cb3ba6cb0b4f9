import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openPdfReader } from '../src/capabilities/signatures/uploads/pdf-reader.ts'
import { sharesBloc } from '../src/domains/blocs/queries.ts'
import { unitRoutes } from '../src/domains/units/routes.tsx'
import type { Db } from '../src/platform/database/database.ts'
import { folderStore, type FileStore } from '../src/platform/files.ts'
import { makeCast } from './cast.ts'
import { testDatabase } from './database.ts'
import { openSmallDisk } from './small-disk.ts'
import { openTestWeb } from './web.ts'

// An image: PDFs are read by a process of their own first.
const paper = Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), Buffer.alloc(100_000, 7)])

/** A place for files that is full until it is emptied; where nothing can be mounted, a store that fails as one does. */
async function openFullStore() {
  const disk = await openSmallDisk(64)
  if (disk !== undefined) {
    const fill = join(disk.folder, 'fill')
    await writeFile(fill, Buffer.alloc(80_000)).catch(() => undefined)
    const names = () => readdir(join(disk.folder, 'files'), { recursive: true }).catch(() => [])
    return { store: folderStore(join(disk.folder, 'files')), names, remove: () => disk.remove() }
  }
  const folder = await mkdtemp(join(tmpdir(), 'gu-full-'))
  const failing: FileStore = { ...folderStore(folder), put: () => writeFile('/dev/full', paper) }
  return { store: failing, names: () => readdir(folder), remove: () => rm(folder, { recursive: true }) }
}

function openWeb(db: Db, files: FileStore) {
  const elsewhere = { yearsOfUnit: async () => [], hosts: async () => () => undefined }
  const asking = { files, pdfs: openPdfReader(), announce: async () => {}, sharesBloc }
  return openTestWeb(db, unitRoutes({ ...asking, originOf: () => 'http://namdinh.test', ...elsewhere }))
}

test('someone who uploads to a full disk reads so, nothing is half saved, and it works once there is room', async () => {
  const { db } = await testDatabase()
  const cast = await makeCast(db)
  const full = await openFullStore()
  const path = `/don-vi/${cast.headUnit}/uy-quyen/moi`
  const form = {
    account: cast.an.account,
    post: 'Chủ tịch',
    maySign: 'on',
    fromOn: '01/01/2023',
    toOn: '31/12/2023',
    documentName: 'Giấy ủy quyền 05/GUQ',
    document: new File([paper], 'giay.png', { type: 'image/png' }),
  }
  const refused = await openWeb(db, full.store).as(cast.an).post(path, form)
  expect([refused.status, refused.headers.get('retry-after')]).toEqual([503, '60'])
  expect(refused.text).toContain('Ổ đĩa của máy chủ đã đầy nên việc vừa làm chưa được ghi')
  const asked = () => db.selectFrom('mandate').select('id').where('unit_id', '=', cast.headUnit).execute()
  expect(await asked()).toEqual([])
  expect((await full.names()).filter((name) => name.length > 2)).toEqual([])
  await full.remove()

  const folder = await mkdtemp(join(tmpdir(), 'gu-room-'))
  const done = await openWeb(db, folderStore(folder)).as(cast.an).post(path, form)
  expect(done.status).toBe(303)
  expect(await asked()).toHaveLength(1)
})
