import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { found } from '#platform/errors.ts'
import type { Db } from '#platform/database/database.ts'
import { newId } from '#platform/id.ts'
import { freshDatabase } from '../../../../test/database.ts'
import { memoryFiles } from '../../../../test/signing.ts'
import { issueRevocationList } from '../keys/authority.ts'
import { now as houseOpened, makeHouse, passphrase, signInTurn } from '../testing/signers.ts'
import type { TestHouse } from '../testing/signers.ts'
import { startTestAuthority } from '../testing/tsa.ts'
import type { TestAuthority } from '../testing/tsa.ts'
import { timestampClient } from '../cms/timestamp.ts'
import { verifyPdf } from '../verify-pdf.ts'
import { keepDocument, keepRevision, knownRevisions, latestRevision, revisionsOf } from './documents.ts'
import { documentsToPreserve, preserveDocument } from './preserve-document.ts'
import { trustOf } from './trust.ts'
import { addTrustedRoot, removeTrustedRoot, trustedRootRows } from './trusted-roots.ts'

let db: Db
let house: TestHouse
let tsa: TestAuthority
let revisions: Uint8Array[]
const files = memoryFiles()
const signedAt = new Date(houseOpened.getTime() + 60_000)
/** A little ahead, so that the stamping authority's certificate, made below, is valid by then. */
const now = new Date(Date.now() + 60_000)
const authority = newId()
const tellNobody = async () => {}

beforeAll(async () => {
  db = (await freshDatabase()).db
  house = await makeHouse()
  tsa = await startTestAuthority()
  revisions = await signInTurn(house, 6)
  await db
    .insertInto('certificate_authority')
    .values({
      id: authority,
      name: 'Khối thi đua thử nghiệm',
      certificate: Buffer.from(house.root),
      sealed_key: JSON.stringify(house.authority.key),
      created_at: new Date('2020-01-01T00:00:00Z'),
    })
    .execute()
})

afterAll(() => tsa.close())

async function publishList() {
  const nextUpdate = new Date(now.getTime() + 86_400_000)
  const asked = { number: 1, thisUpdate: now, nextUpdate, entries: [], passphrase }
  const list = Buffer.from(await issueRevocationList(house.authority, asked))
  const row = { authority_id: authority, number: 1, list, this_update: now, next_update: nextUpdate }
  await db.insertInto('revocation_list').values(row).execute()
}

/** A paper of ours with so many of its six signatures. */
async function layPaper(signatures: number, last: Uint8Array[] = revisions): Promise<string> {
  const id = newId()
  const [base, ...signed] = last
  const names = house.signers.map((_, index) => `unit-${index + 1}`)
  const fields = names.map((name) => ({ name, label: name, page: 2, rect: [0, 0, 1, 1] as const }))
  const code = Array.from(
    { length: 12 },
    () => '0123456789ABCDEFGHJKMNPQRSTVWXYZ'[Math.floor(Math.random() * 32)],
  ).join('')
  const document = { id, code, title: 'Bản ký kết', textSha256: 'a'.repeat(64), fields, pdf: found(base) }
  await db.transaction().execute(async (tx) => {
    await keepDocument(tx, files, document, signedAt)
    for (const [index, pdf] of signed.slice(0, signatures).entries()) {
      const own = { document: id, number: index + 1, pdf, field: found(names[index]), certificate: null }
      await keepRevision(tx, files, own, signedAt)
    }
  })
  return id
}

async function judged(id: string, bytes?: Uint8Array) {
  const rows = await revisionsOf(db, id)
  const pdf = bytes ?? (await files.get((await latestRevision(db, id)).sha256))
  const report = await verifyPdf(pdf, { ...(await trustOf(db)), at: now, knownRevisions: knownRevisions(rows) })
  if ('problem' in report) throw new Error(report.problem)
  return report
}

const isDue = async (id: string, isStamping = false) =>
  (await documentsToPreserve(db, { now, isStamping })).includes(id)

describe('a paper of ours', () => {
  test('waits for its last signature, and for the list of its authority', async () => {
    const [part, whole] = [await layPaper(5), await layPaper(6)]
    expect([await isDue(part), await isDue(whole)]).toEqual([false, true])
    const result = await preserveDocument(db, whole, { files, now }, tellNobody)
    expect(result).toMatchObject({ state: 'missing' })
    expect((await revisionsOf(db, whole)).length).toBe(7)
    expect(await isDue(whole)).toBe(true)
    await publishList()
  })

  test('gets its proofs as a revision of its own, told once, and is not asked again', async () => {
    const id = await layPaper(6)
    const told: unknown[] = []
    const result = await preserveDocument(db, id, { files, now }, async (_tx, facts) => void told.push(facts))
    expect(result).toEqual({ state: 'preserved', revision: 7, renewBefore: null })
    expect(told).toEqual([{ title: 'Bản ký kết', revision: 7 }])
    expect((await revisionsOf(db, id)).at(-1)).toMatchObject({ number: 7, kind: 'proofs', field: null })
    const report = await judged(id)
    expect(report).toMatchObject({ verdict: 'valid', revisions: { state: 'complete' } })
    expect(report.signatures[0]?.chain[0]?.revocation).toMatchObject({ state: 'good', source: 'crl' })
    expect([await isDue(id), await isDue(id, true)]).toEqual([false, true])
  })

  test('is still the whole signed paper without the proofs that were added since', async () => {
    const id = await layPaper(6)
    await preserveDocument(db, id, { files, now }, tellNobody)
    expect(await judged(id, found(revisions.at(-1)))).toMatchObject({
      verdict: 'valid',
      revisions: { state: 'beforeProofs', known: 8, contained: 7 },
    })
    expect(await judged(id, found(revisions.at(-2)))).toMatchObject({ revisions: { state: 'missing' } })
  })

  test('is preserved once, though two ask at the same moment, and not when its telling fails', async () => {
    const id = await layPaper(6)
    await expect(preserveDocument(db, id, { files, now }, () => Promise.reject(new Error('no')))).rejects.toThrow('no')
    const twice = await Promise.all([1, 2].map(() => preserveDocument(db, id, { files, now }, tellNobody)))
    expect(twice.map(({ state }) => state).toSorted()).toEqual(['busy', 'preserved'])
    expect(await revisionsOf(db, id)).toHaveLength(8)
  })

  test('gets a time stamp over all where there is an authority that is trusted, and says when to renew it', async () => {
    const id = await layPaper(6)
    const pieces = { files, now, timestamp: timestampClient({ url: tsa.url }) }
    expect(await preserveDocument(db, id, pieces, tellNobody)).toMatchObject({ state: 'preserved' })
    const [stamp] = (await judged(id)).documentTimestamps
    expect(stamp?.timestamp?.trust).toMatchObject({ trusted: false })
    await addTrustedRoot(db, { der: tsa.root, kind: 'time' }, now, tellNobody)
    const after = await judged(id)
    expect(after.documentTimestamps[0]?.timestamp?.trust).toMatchObject({ trusted: true })
    expect(after.signatures.map(({ provenBy }) => provenBy)).toEqual(Array.from({ length: 6 }, () => 'kept'))
    const renewal = found((await revisionsOf(db, id)).at(-1)?.renew_before)
    const due = (at: Date) => documentsToPreserve(db, { now: at, isStamping: true })
    expect(await due(now)).not.toContain(id)
    expect(await due(new Date(renewal.getTime() - 50 * 86_400_000))).toContain(id)
  })
})

test('a root is trusted once, for one thing, until it is removed', async () => {
  const { root } = await makeHouse()
  const told: string[] = []
  const tell = async (_tx: unknown, { kind }: { kind: string }) => void told.push(kind)
  const add = (kind: 'signer' | 'time') => addTrustedRoot(db, { der: root, kind }, now, tell)
  expect([await add('signer'), await add('signer'), await add('time')]).toEqual([true, false, true])
  const leaf = { der: found(house.signers[0]).certificate, kind: 'signer' as const }
  expect(await addTrustedRoot(db, leaf, now, tell)).toBe(false)
  const mine = (await trustedRootRows(db)).filter(({ certificate }) => certificate.equals(root))
  expect(mine.map(({ kind }) => kind).toSorted()).toEqual(['signer', 'time'])
  const { id } = found(mine[0])
  expect([await removeTrustedRoot(db, id, now, tell), await removeTrustedRoot(db, id, now, tell)]).toEqual([
    true,
    false,
  ])
  expect(told).toHaveLength(3)
})
