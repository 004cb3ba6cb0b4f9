import { z } from 'zod'
import { extractOfficeText } from '#capabilities/documents/extract/extract-office-text.ts'
import type { Pictures } from '#capabilities/pictures/open-pictures.ts'
import type { Shown, ShownAll } from '#capabilities/pictures/picture-job.ts'
import type { Db, Tx } from '#platform/database/database.ts'
import { found } from '#platform/errors.ts'
import { sha256Of, storeFile, type FileStore } from '#platform/files.ts'

const job = z.object({ sha256: z.string() })

interface ReadingPieces {
  files: FileStore
  pictures: Pictures
  now: Date
}

async function keepPicture(tx: Tx, files: FileStore, source: string, [page, shown]: readonly [number, Shown]) {
  const sha256 = await storeFile(tx, files, shown.bytes, 'image/webp')
  const row = { source_sha256: source, page, sha256, width: shown.width, height: shown.height }
  await tx
    .insertInto('evidence_picture')
    .values(row)
    .onConflict((conflict) => conflict.columns(['source_sha256', 'page']).doUpdateSet({ sha256 }))
    .execute()
}

async function keepShown(tx: Tx, { files, now }: ReadingPieces, sha256: string, shown: ShownAll) {
  const pictures = [shown.small, ...shown.large]
  for (const each of pictures.entries()) await keepPicture(tx, files, sha256, each)
  const { pages, width, height, likeness, text: body } = shown
  await tx
    .updateTable('evidence_content')
    .set({ state: 'made', made_at: now, fault: null, pages, width, height, likeness, body })
    .where('sha256', '=', sha256)
    .execute()
}

const settle = (db: Db, sha256: string, told: { state: 'made' | 'failed'; fault?: string; body?: string }, now: Date) =>
  db
    .updateTable('evidence_content')
    .set({ ...told, made_at: now })
    .where('sha256', '=', sha256)
    .execute()

const mostText = 200_000

async function readOffice(db: Db, sha256: string, { files, now }: ReadingPieces) {
  const body = (await files.lend(sha256, extractOfficeText)).slice(0, mostText)
  await settle(db, sha256, { state: 'made', body }, now)
}

async function readDrawn(db: Db, sha256: string, medium: 'pdf' | 'picture', pieces: ReadingPieces) {
  const seen = await pieces.files.lend(sha256, (file) => pieces.pictures.show(medium, file))
  if (!seen.ok) {
    // Too many at once is a matter of time: the queue tries again.
    if (seen.fault === 'busy') throw new Error(`reading ${sha256}: too many pictures at once`)
    await settle(db, sha256, { state: 'failed', fault: seen.fault }, pieces.now)
    return
  }
  for (const { bytes: made } of [seen.what.small, ...seen.what.large]) await pieces.files.put(sha256Of(made), made)
  await db.transaction().execute((tx) => keepShown(tx, pieces, sha256, seen.what))
}

/** The job after a file was brought: pictures for the pages, text for the search. Done again, it does the same. */
export async function recordContent(db: Db, data: unknown, pieces: ReadingPieces): Promise<void> {
  const { sha256 } = job.parse(data)
  const row = db.selectFrom('evidence_content').select(['medium', 'state']).where('sha256', '=', sha256)
  const { medium, state } = found(await row.executeTakeFirst())
  if (state !== 'waiting') return
  if (medium === 'pdf' || medium === 'picture') await readDrawn(db, sha256, medium, pieces)
  else await readOffice(db, sha256, pieces)
}
