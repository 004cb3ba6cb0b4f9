import {
  knownRevisions,
  revisionsOf,
  type DocumentRow,
  type RevisionRow,
} from '#capabilities/signatures/keeping/documents.ts'
import { trustOf } from '#capabilities/signatures/keeping/trust.ts'
import type { PdfReport, PdfVerification } from '#capabilities/signatures/report/report.ts'
import type { PdfReader } from '#capabilities/signatures/uploads/pdf-reader.ts'
import { verifyPdf } from '#capabilities/signatures/verify-pdf.ts'
import { paperOf, type PublishedAgreement } from '../queries.ts'
import type { Db } from '#platform/database/database.ts'
import type { FileStore } from '#platform/files.ts'
import { agreementCan } from '#domains/agreement/agreement.ts'
import { handoverOfDocument } from '#domains/blocs/handover/queries.ts'
import { minutesOfDocument } from '#domains/conferences/minutes/queries.ts'
import { documentOfFile, ownerOf, type PaperOwner } from './queries.ts'

/** What became of a document of ours; a draft that was opened again belongs to nobody any more. */
export type Standing = 'published' | 'void' | 'unpublished' | 'withdrawn' | 'internal'

export interface OurDocument {
  document: DocumentRow
  revisions: readonly RevisionRow[]
  standing: Standing
  owner: PaperOwner | null
  /** Who signs it, by which mandates: only of a text that the public may read or might hold in print. */
  paper: PublishedAgreement | null
}

export interface CheckedFile {
  report: PdfVerification
  ours: OurDocument | null
  /** The moment for which certificates were judged. */
  judgedAt: Date
}

function standingOf(owner: PaperOwner | null): Standing {
  if (owner === null) return 'withdrawn'
  if (owner.agreement.state === 'void') return 'void'
  return agreementCan('publish', owner.agreement) ? 'published' : 'unpublished'
}

/** A record of a hand-over, minutes: the bloc's own papers, which the page checks and does not show. */
async function isOfTheBloc(db: Db, document: string): Promise<boolean> {
  return ((await handoverOfDocument(db, document)) ?? (await minutesOfDocument(db, document))) !== undefined
}

export async function ourDocument(db: Db, document: DocumentRow): Promise<OurDocument> {
  const [revisions, owner] = await Promise.all([revisionsOf(db, document.id), ownerOf(db, document)])
  const isInternal = owner === null && (await isOfTheBloc(db, document.id))
  const standing = isInternal ? 'internal' : standingOf(owner)
  const shows = owner !== null && (standing === 'published' || standing === 'void')
  return { document, revisions, standing, owner, paper: shows ? await paperOf(db, owner.agreement) : null }
}

interface Judged {
  bytes: Uint8Array
  ours: OurDocument | null
  now: Date
}

type Verify = PdfReader['verify']

async function judge(db: Db, verify: Verify, { bytes, ours, now }: Judged): Promise<CheckedFile> {
  // Our own revisions were received at a known moment: a certificate that has expired since was good then.
  const judgedAt = ours?.revisions.findLast(({ kind }) => kind !== 'proofs')?.made_at ?? now
  const report = await verify(bytes, {
    ...(await trustOf(db)),
    at: now,
    ...(ours === null ? {} : { knownRevisions: knownRevisions(ours.revisions) }),
  })
  return { report, ours, judgedAt }
}

/** The newest revision that we keep of a document, checked as any other file. */
export async function checkKept(db: Db, files: FileStore, ours: OurDocument, now: Date): Promise<CheckedFile> {
  const newest = ours.revisions.at(-1)
  const bytes = newest === undefined ? new Uint8Array() : await files.get(newest.sha256)
  return judge(db, verifyPdf, { bytes, ours, now })
}

/** A file from anywhere, read in a process of its own; nothing of it is kept. */
export async function checkUpload(db: Db, pdfs: PdfReader, bytes: Uint8Array, now: Date): Promise<CheckedFile> {
  const document = await documentOfFile(db, bytes)
  const ours = document === undefined ? null : await ourDocument(db, document)
  return judge(db, pdfs.verify, { bytes, ours, now })
}

/** How an upload stands to what we keep. */
export type Origin = 'same' | 'part' | 'changed' | 'foreign'

export function originOf({ revisions }: PdfReport): Origin {
  if (revisions === null || revisions.state === 'unknown') return 'foreign'
  if (revisions.state === 'complete' || revisions.state === 'beforeProofs') return 'same'
  return revisions.state === 'missing' ? 'part' : 'changed'
}
