import type { Actor } from '#platform/actor.ts'
import { asFile, type FileOnDisk } from '#platform/content.ts'
import type { Db } from '#platform/database/database.ts'
import { RuleViolation } from '#platform/errors.ts'
import type { PartStore } from '#platform/parts.ts'
import { partsOf, uploadOf } from './queries.ts'

interface Gathering<Answer> {
  parts: PartStore
  now: Date
  /** What is done with the whole file, which is gone afterwards. */
  use: (file: { content: FileOnDisk; name: string }) => Promise<Answer>
}

/** One part after the other; one whose bytes are gone, as after a restore, makes the upload one that must begin again. */
async function* bytesOf(parts: PartStore, names: readonly { name: string }[]) {
  for (const { name } of names) {
    yield await parts.get(name).catch(() => {
      throw new RuleViolation('evidence.uploadLost')
    })
  }
}

/** The whole file of one's own upload, as it was meant: all there, and with the hash that the browser told. */
export async function gatherUpload<Answer>(
  db: Db,
  actor: Actor,
  id: string,
  { parts, now, use }: Gathering<Answer>,
): Promise<Answer> {
  const upload = await uploadOf(db, actor, id, now)
  if (upload === undefined) throw new RuleViolation('evidence.uploadLost')
  if (upload.received !== upload.length) throw new RuleViolation('evidence.uploadIncomplete')
  return asFile(parts.scratch(id), bytesOf(parts, await partsOf(db, id)), async (content) => {
    const isMeant = content.length === upload.length && (upload.sha256 === null || upload.sha256 === content.sha256)
    if (!isMeant) throw new RuleViolation('evidence.uploadLost')
    return use({ content, name: upload.file_name })
  })
}
