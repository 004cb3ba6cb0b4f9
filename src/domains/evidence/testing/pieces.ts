import { randomInt } from 'node:crypto'
import { openPictures } from '#capabilities/pictures/open-pictures.ts'
import { openPdfReader } from '#capabilities/signatures/uploads/pdf-reader.ts'
import type { Actor } from '#platform/actor.ts'
import type { Db } from '#platform/database/database.ts'
import type { FileStore } from '#platform/files.ts'
import { newId } from '#platform/id.ts'
import { memoryParts } from '../../../../test/signing.ts'
import { morning } from '../../../../test/cast.ts'
import { dataPage } from '../../../capabilities/pictures/testing/pictures.ts'
import { addEvidence } from '../add-evidence.ts'
import type { EvidencePieces } from '../pieces.ts'
import type { Subject, SubjectKey } from '../subject.ts'

/** Subjects as a higher domain would keep them: by kind and id, whoever asks. */
export function openSubjects() {
  const kept = new Map<string, Subject>()
  return {
    add(subject: Omit<Subject, 'id' | 'kind' | 'label' | 'path'> & Partial<Subject>): Subject {
      const id = newId()
      const whole = { kind: 'thu', label: 'Báo cáo tháng 2/2023', path: '/viec-can-lam', id, ...subject }
      kept.set(whole.id, whole)
      return whole
    },
    close(subject: Subject) {
      kept.set(subject.id, { ...subject, isClosed: true })
    },
    read: async (_db: unknown, actor: Actor, key: SubjectKey) => {
      const subject = kept.get(key.id)
      return subject && actor.units.some(({ unit }) => unit === subject.unit) ? { ...subject, ...key } : undefined
    },
  }
}

export function evidencePieces(files: FileStore, subjects = openSubjects()): EvidencePieces {
  return { files, parts: memoryParts(), pictures: openPictures(), pdfs: openPdfReader(), readSubject: subjects.read }
}

export const telling = (unit: string, title = 'Báo cáo kết quả') => ({
  unit,
  title,
  shows: '',
  documentNumber: '',
  documentIssuer: '',
  documentOn: undefined,
  takenOn: undefined,
})

/** A PDF like no other. */
export const somePdf = () => dataPage([`so ${randomInt(1_000_000_000)}`])

interface Bringing {
  db: Db
  blocYear: string
  unit: string
  pieces: EvidencePieces
  title?: string
  bytes?: Uint8Array
  subject?: SubjectKey | undefined
}

/** Brings a PDF as this person. */
export async function bringPiece(actor: Actor, { db, blocYear, unit, pieces, title, bytes, subject }: Bringing) {
  const file = { content: bytes ?? somePdf(), name: 'bao-cao.pdf' }
  const input = { ...telling(unit, title), blocYear, file, subject }
  return addEvidence(db, actor, input, { ...pieces, now: morning })
}
