import type { Actor } from '#platform/actor.ts'
import type { Db } from '#platform/database/database.ts'
import { RuleViolation } from '#platform/errors.ts'
import { sha256Of } from '#platform/files.ts'
import type { PartStore } from '#platform/parts.ts'
import { partsOf, uploadOf } from './queries.ts'

interface Gathering {
  parts: PartStore
  now: Date
}

/** A part whose bytes are gone, as after a restore, makes the upload one that must begin again. */
async function bytesOf(parts: PartStore, name: string): Promise<Uint8Array> {
  return parts.get(name).catch(() => {
    throw new RuleViolation('evidence.uploadLost')
  })
}

/** The whole file of one's own upload, as it was meant: all there, and with the hash that the browser told. */
export async function gatherUpload(db: Db, actor: Actor, id: string, { parts, now }: Gathering) {
  const upload = await uploadOf(db, actor, id, now)
  if (upload === undefined) throw new RuleViolation('evidence.uploadLost')
  if (upload.received !== upload.length) throw new RuleViolation('evidence.uploadIncomplete')
  const pieces: Uint8Array[] = []
  for (const { name } of await partsOf(db, id)) pieces.push(await bytesOf(parts, name))
  const bytes = Buffer.concat(pieces)
  const isMeant = bytes.length === upload.length && (upload.sha256 === null || upload.sha256 === sha256Of(bytes))
  if (!isMeant) throw new RuleViolation('evidence.uploadLost')
  return { bytes, name: upload.file_name }
}
