import type { Db, Tx } from '#platform/database/database.ts'
import { found, RuleViolation } from '#platform/errors.ts'
import type { FileStore } from '#platform/files.ts'
import { newId } from '#platform/id.ts'
import { completeSignature } from '../signing/complete-signature.ts'
import { prepareSignature, type SignatureRequest } from '../signing/prepare-signature.ts'
import { restoreJob, storeJob, type StoredJob } from '../signing/signing-job.ts'
import type { TimestampClient } from '../cms/timestamp.ts'
import { lockUsable } from './certificates.ts'
import { keepRevision, latestRevision, lockDocument } from './documents.ts'

/** A signer's browser answers within a moment; whoever walked away frees the paper after this. */
const jobLivesMs = 60_000

/** A person signs with a certificate of theirs, the system with its seal. */
export type SignedBy = { certificate: string } | { seal: string }

const columnsOf = (by: SignedBy) => ({
  certificate_id: 'certificate' in by ? by.certificate : null,
  seal_id: 'seal' in by ? by.seal : null,
})

export interface OpenJob {
  document: string
  account: string
  by: SignedBy
  /** Whether it certifies the paper follows from the bytes it is prepared on: the first signature does. */
  request: Omit<SignatureRequest, 'certify'>
}

export interface Turn {
  job: string
  /** DER of the attributes that the signer's key signs. */
  signedAttributes: Uint8Array
}

/** Ends the turn that is open, whoever holds it: the text is no longer to be signed. */
export async function dropOpenTurn(tx: Tx, document: string, now: Date): Promise<void> {
  await tx
    .updateTable('signing_job')
    .set({ state: 'dropped', closed_at: now })
    .where('document_id', '=', document)
    .where('state', '=', 'open')
    .execute()
}

async function dropExpired(tx: Tx, document: string, account: string, now: Date) {
  await tx
    .updateTable('signing_job')
    .set({ state: 'dropped', closed_at: now })
    .where('document_id', '=', document)
    .where('state', '=', 'open')
    .where((where) => where.or([where('expires_at', '<=', now), where('account_id', '=', account)]))
    .execute()
}

/**
 * Takes the turn to sign: one open job a document, prepared on its newest bytes. Throws `signatures.busy` while another
 * signer holds the turn; the caller asks again a moment later.
 */
export async function openSigningJob(db: Db, files: FileStore, input: OpenJob, now: Date): Promise<Turn> {
  const latest = await latestRevision(db, input.document)
  const base = await files.get(latest.sha256)
  const job = await prepareSignature(base, { ...input.request, certify: latest.number === 0 })
  const id = newId()
  await db.transaction().execute(async (tx) => {
    await lockDocument(tx, input.document)
    await dropExpired(tx, input.document, input.account, now)
    const open = await tx
      .selectFrom('signing_job')
      .select('id')
      .where('document_id', '=', input.document)
      .where('state', '=', 'open')
      .executeTakeFirst()
    const newest = await latestRevision(tx, input.document)
    if (open !== undefined || newest.number !== latest.number) throw new RuleViolation('signatures.busy')
    await tx
      .insertInto('signing_job')
      .values({
        id,
        document_id: input.document,
        revision: latest.number,
        field: input.request.field,
        ...columnsOf(input.by),
        account_id: input.account,
        job: JSON.stringify(storeJob(job)),
        opened_at: now,
        expires_at: new Date(now.getTime() + jobLivesMs),
      })
      .execute()
  })
  return { job: id, signedAttributes: job.signedAttributes }
}

export interface GivenSignature {
  job: string
  account: string
  signature: Uint8Array
}

export interface Signed {
  document: string
  field: string
  revision: number
  /** Of the whole paper with this signature. */
  sha256: string
}

/** Whoever ends a job holds it alone; a second answer to the same job finds it closed. */
async function closeJob(tx: Tx, given: GivenSignature, now: Date) {
  const closed = await tx
    .updateTable('signing_job')
    .set({ state: 'done', closed_at: now })
    .where('id', '=', given.job)
    .where('account_id', '=', given.account)
    .where('state', '=', 'open')
    .where('expires_at', '>', now)
    .returning(['document_id', 'field', 'revision', 'certificate_id', 'seal_id'])
    .executeTakeFirst()
  if (closed === undefined) throw new RuleViolation('signatures.turnIsOver')
  return closed
}

export interface SigningPieces {
  files: FileStore
  timestamp?: TimestampClient | undefined
}

/**
 * Puts a signature into the paper. The timestamp is asked for before the transaction; in it the new revision, the end of
 * the job and whatever `afterwards` does become true together, or not at all.
 */
export async function giveSignature(
  db: Db,
  { files, timestamp }: SigningPieces,
  given: GivenSignature & { now: Date },
  afterwards: (tx: Tx, signed: Signed) => Promise<void>,
): Promise<Signed> {
  const { now } = given
  const row = found(
    await db
      .selectFrom('signing_job')
      .innerJoin('document_revision', (join) =>
        join
          .onRef('document_revision.document_id', '=', 'signing_job.document_id')
          .onRef('document_revision.number', '=', 'signing_job.revision'),
      )
      .select(['signing_job.job', 'signing_job.document_id', 'document_revision.sha256'])
      .where('signing_job.id', '=', given.job)
      .where('signing_job.account_id', '=', given.account)
      .executeTakeFirst(),
  )
  const job = restoreJob(row.job as unknown as StoredJob, await files.get(row.sha256))
  const pdf = await completeSignature(job, given.signature, timestamp === undefined ? {} : { timestamp })
  return db.transaction().execute(async (tx) => {
    await lockDocument(tx, row.document_id)
    const closed = await closeJob(tx, given, now)
    const { document_id: document, field, certificate_id: certificate, seal_id: seal } = closed
    if (certificate !== null) await lockUsable(tx, certificate, now)
    const number = closed.revision + 1
    const sha256 = await keepRevision(tx, files, { document, number, pdf, field, certificate, seal }, now)
    const signed = { document, field, revision: number, sha256 }
    await afterwards(tx, signed)
    return signed
  })
}
