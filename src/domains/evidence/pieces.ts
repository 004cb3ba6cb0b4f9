import type { Pictures } from '#capabilities/pictures/open-pictures.ts'
import type { PdfReader } from '#capabilities/signatures/uploads/pdf-reader.ts'
import type { Actor } from '#platform/actor.ts'
import type { Db, Tx } from '#platform/database/database.ts'
import type { FileStore } from '#platform/files.ts'
import type { PartStore } from '#platform/parts.ts'
import type { Subject, SubjectKey } from './subject.ts'

/** The subject as its own domain reads it for someone who may bring evidence for it; nothing to anybody else. */
export type ReadSubject = (db: Db | Tx, actor: Actor, subject: SubjectKey) => Promise<Subject | undefined>

/** What the store needs from outside. */
export interface EvidencePieces {
  files: FileStore
  /** Files on their way in. */
  parts: PartStore
  pictures: Pictures
  pdfs: PdfReader
  readSubject: ReadSubject
}
