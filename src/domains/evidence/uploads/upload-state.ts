import type { Readable } from 'node:stream'
import { DataStore, ERRORS, Upload } from '@tus/server'
import type { Actor } from '#platform/actor.ts'
import type { Db } from '#platform/database/database.ts'
import { newId } from '#platform/id.ts'
import type { PartStore } from '#platform/parts.ts'
import { openUploads, uploadOf } from './queries.ts'

/** What one request to the protocol works with. */
export interface UploadPieces {
  db: Db
  actor: Actor
  parts: PartStore
  blocYear: string
  now: Date
}

/** After so many bytes what came is kept, so that a broken line loses little. */
const partBytes = 4 * 1024 * 1024
const mostOpen = 5

const tooMany = { status_code: 429, body: 'Too many uploads are open\n' }
const hash = /^[\da-f]{64}$/u

/** Rows in the database, bytes in the store of parts: any web process may take the next part of any upload. */
export class UploadState extends DataStore {
  override extensions = ['creation']
  readonly #pieces: UploadPieces

  constructor(pieces: UploadPieces) {
    super()
    this.#pieces = pieces
  }

  override async create(upload: Upload): Promise<Upload> {
    const { db, actor, blocYear, now } = this.#pieces
    if (!upload.size) throw ERRORS.INVALID_LENGTH
    if ((await openUploads(db, actor, now)) >= mostOpen) throw tooMany
    const { filename, sha256 } = upload.metadata ?? {}
    await db
      .insertInto('evidence_upload')
      .values({
        id: upload.id,
        account_id: actor.account,
        bloc_year_id: blocYear,
        file_name: (filename ?? '').replaceAll('\0', '').normalize('NFC').slice(-200),
        length: upload.size,
        sha256: hash.test(sha256 ?? '') ? sha256 : null,
        begun_at: now,
        touched_at: now,
      })
      .execute()
    return upload
  }

  override async getUpload(id: string): Promise<Upload> {
    const { db, actor, now } = this.#pieces
    const row = await uploadOf(db, actor, id, now)
    if (row === undefined) throw ERRORS.FILE_NOT_FOUND
    const metadata = { filename: row.file_name }
    return new Upload({ id, size: row.length, offset: row.received, metadata })
  }

  override async write(stream: Readable, id: string, offset: number): Promise<number> {
    let [at, held, waiting]: [number, number, Uint8Array[]] = [offset, 0, []]
    const flush = async () => {
      if (held > 0) await this.#keep(id, at, Buffer.concat(waiting))
      ;[at, held, waiting] = [at + held, 0, []]
    }
    try {
      for await (const chunk of stream as AsyncIterable<Uint8Array>) {
        waiting.push(chunk)
        held += chunk.length
        if (held >= partBytes) await flush()
      }
    } finally {
      await flush()
    }
    return at
  }

  /** Bytes first, then the row that tells of them; of two that bring the same place only one is kept. */
  async #keep(id: string, at: number, bytes: Uint8Array) {
    const { db, parts, now } = this.#pieces
    const name = `${id}/${newId()}`
    await parts.put(name, bytes)
    await db.transaction().execute(async (tx) => {
      const { numUpdatedRows } = await tx
        .updateTable('evidence_upload')
        .set({ received: at + bytes.length, touched_at: now })
        .where('id', '=', id)
        .where('received', '=', at)
        .executeTakeFirst()
      if (numUpdatedRows !== 1n) throw ERRORS.INVALID_OFFSET
      const row = { upload_id: id, begins_at: at, length: bytes.length, name }
      await tx.insertInto('evidence_upload_part').values(row).execute()
    })
  }
}
