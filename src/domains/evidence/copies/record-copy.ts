import { z } from 'zod'
import type { Pictures } from '#capabilities/pictures/open-pictures.ts'
import type { Db } from '#platform/database/database.ts'
import { found } from '#platform/errors.ts'
import { sha256Of, storeFile, type FileStore } from '#platform/files.ts'

const job = z.object({ copy: z.uuid() })

const box = z.object({ page: z.number(), left: z.number(), top: z.number(), width: z.number(), height: z.number() })

interface CoveringPieces {
  files: FileStore
  pictures: Pictures
}

const types = { pdf: 'application/pdf', picture: 'image/jpeg' } as const

/** The job that makes a copy; one that was dropped meanwhile is not made. */
export async function recordCopy(db: Db, data: unknown, { files, pictures }: CoveringPieces): Promise<void> {
  const { copy: id } = job.parse(data)
  const copy = await db
    .selectFrom('evidence_copy')
    .innerJoin('evidence', 'evidence.id', 'evidence_copy.evidence_id')
    .select(['evidence.medium', 'evidence.file_sha256', 'words', 'boxes', 'state'])
    .where('evidence_copy.id', '=', id)
    .executeTakeFirst()
  if (copy?.state !== 'asked') return
  const medium = copy.medium === 'pdf' ? 'pdf' : 'picture'
  const covers = { words: copy.words, boxes: z.array(box).parse(copy.boxes) }
  const covered = await files.lend(found(copy.file_sha256), (file) => pictures.cover(medium, file, covers))
  if (!covered.ok) {
    if (covered.fault === 'busy') throw new Error(`covering ${id}: too many pictures at once`)
    const failed = { state: 'failed', fault: covered.fault } as const
    await db.updateTable('evidence_copy').set(failed).where('id', '=', id).where('state', '=', 'asked').execute()
    return
  }
  const { bytes, pages, places } = covered.what
  const mediaType = types[medium]
  await files.put(sha256Of(bytes), bytes)
  await db.transaction().execute(async (tx) => {
    const sha256 = await storeFile(tx, files, bytes, mediaType)
    const made = { state: 'made', sha256, media_type: mediaType, pages, places } as const
    await tx.updateTable('evidence_copy').set(made).where('id', '=', id).where('state', '=', 'asked').execute()
  })
}
