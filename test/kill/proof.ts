import { createHash } from 'node:crypto'
import { expect } from 'vitest'
import { hashEntry, type Facts } from '../../src/capabilities/audit/record.ts'
import { revisionsOf } from '../../src/capabilities/signatures/keeping/documents.ts'
import { verifyPdf } from '../../src/capabilities/signatures/verify-pdf.ts'
import { agreementById, signersOf } from '../../src/domains/agreement/queries.ts'
import type { Db, Tx } from '../../src/platform/database/database.ts'
import { sha256Of, type FileStore } from '../../src/platform/files.ts'

const hashed = [
  ...(['number', 'at', 'account_id', 'actor_name', 'acting_unit_id', 'action'] as const),
  ...(['subject_kind', 'subject_id', 'facts', 'previous_hash', 'hash'] as const),
]

/** Each entry holds the hash of the one before, from the tenant's name to the head. */
export async function expectWholeChain(db: Db, schema: string): Promise<void> {
  const [entries, head] = await db
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute(
      async (tx) =>
        [
          await tx.selectFrom('audit_entry').select(hashed).orderBy('number').execute(),
          await tx.selectFrom('audit_head').selectAll().executeTakeFirstOrThrow(),
        ] as const,
    )
  let previous: Buffer = createHash('sha256').update(schema).digest()
  for (const [index, { previous_hash, hash, facts, ...entry }] of entries.entries()) {
    expect([entry.number, previous_hash.equals(previous)]).toEqual([index + 1, true])
    previous = hashEntry(previous, { ...entry, facts: facts as Facts })
    expect(hash.equals(previous)).toBe(true)
  }
  expect([head.number, head.hash.equals(previous)]).toEqual([entries.length, true])
}

async function stateOf(tx: Tx, agreement: string) {
  const { document_id, state } = await agreementById(tx, agreement)
  const signers = await signersOf(tx, agreement)
  const revisions = await revisionsOf(tx, document_id ?? '')
  return { state, revisions, signed: signers.filter((signer) => signer.state === 'signed'), all: signers.length }
}

/** Not half-signed: rows, kept bytes and the signatures in them tell of the same signers. Answers how many. */
export async function expectWholePaper(db: Db, files: FileStore, agreement: string): Promise<number> {
  const reading = db.transaction().setIsolationLevel('repeatable read')
  const { state, revisions, signed, all } = await reading.execute((tx) => stateOf(tx, agreement))
  const papers = await Promise.all(revisions.map(({ sha256 }) => files.get(sha256)))
  expect(papers.map((bytes) => [sha256Of(bytes), bytes.length])).toEqual(
    revisions.map(({ sha256, length }) => [sha256, length]),
  )
  const newest = revisions.length - 1
  const report = await verifyPdf(papers[newest] ?? new Uint8Array(), { trust: [], at: new Date() })
  if ('problem' in report) throw new Error(report.problem)
  const whole = report.signatures.filter((signature) => signature.state === 'intact')
  expect([report.signatures.length, whole.length, signed.length]).toEqual([newest, newest, newest])
  expect(signed.map(({ field }) => field).toSorted()).toEqual(report.signatures.map(({ field }) => field).toSorted())
  expect(state).toBe(newest === 0 ? 'frozen' : newest === all ? 'signed' : 'signing')
  return newest
}
