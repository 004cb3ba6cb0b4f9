import { createServer } from 'node:http'
import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { found } from '#platform/errors.ts'
import { prepareFields } from '../signing/prepare-fields.ts'
import type { PdfReport } from '../report/report.ts'
import { signWithOpenssl } from '../testing/openssl-signer.ts'
import { opensslTimestamp, pdfsig, signaturesOf } from '../testing/outside-checkers.ts'
import { samplePaper, samplePlaces } from '../testing/papers.ts'
import { makePki } from '../testing/pki.ts'
import type { Issued, TestPki } from '../testing/pki.ts'
import { stampedBy } from '../testing/stamps.ts'
import { startTestAuthority } from '../testing/tsa.ts'
import type { TestAuthority } from '../testing/tsa.ts'
import { timestampClient } from '../cms/timestamp.ts'
import { verifyPdf } from '../verify-pdf.ts'
import { addDocumentTimestamp } from './add-document-timestamp.ts'
import { evidenceFetcher } from './fetch-evidence.ts'
import { preservePdf } from './preserve-pdf.ts'
import type { PreservationPieces } from './preserve-pdf.ts'

let pki: TestPki
let tsa: TestAuthority
let server: Server
let host: string
let signers: Issued[]
let responder: Issued
let stamps: Issued
/** Two signatures, one by RSA and one by ECDSA, without a time stamp of their own. */
let signed: Uint8Array
const asked: string[] = []

const day = 86_400_000
const now = () => new Date()
const inDays = (days: number) => new Date(Date.now() + days * day)

async function answer(request: IncomingMessage, response: ServerResponse) {
  asked.push(request.url ?? '')
  if (request.url === '/crl') return response.end(await pki.crl())
  if (request.url === '/root-crl') return response.end(await pki.rootCrl())
  if (request.url !== '/ocsp') return response.writeHead(404).end()
  const parts: Buffer[] = []
  for await (const part of request) parts.push(part as Buffer)
  await pki.write('asked.der', Buffer.concat(parts))
  const signing = ['-index', 'index.txt', '-CA', 'issuing.pem', '-rsigner', responder.pem, '-rkey', responder.key]
  await pki.openssl('ocsp', ...signing, '-reqin', 'asked.der', '-respout', 'answer.der', '-ndays', '7')
  return response.end(await pki.read('answer.der'))
}

beforeAll(async () => {
  server = createServer((request, response) => void answer(request, response))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  host = `127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`
  pki = await makePki(`http://${host}`)
  signers = [await pki.issue('Nguyen Van A', 'rsa'), await pki.issue('Tran Thi B', 'p256')]
  responder = await pki.issue('Tra loi OCSP', 'p256', 'responder')
  stamps = await pki.issue('Dau thoi gian', 'p256', 'tsa')
  tsa = await startTestAuthority({ certificate: stamps.pem, key: stamps.key, issuer: `${pki.folder}/issuing.pem` })
  signed = await prepareFields(samplePaper('Bản ký kết'), samplePlaces(['Một', 'Hai']))
  for (const [index, signer] of signers.entries()) {
    signed = await signWithOpenssl(pki, signed, { field: `unit-${index + 1}`, signer })
  }
}, 60_000)

afterAll(async () => {
  server.close()
  await tsa.close()
  await pki.close()
})

beforeEach(() => void asked.splice(0))

async function report(pdf: Uint8Array, at = now()): Promise<PdfReport> {
  const result = await verifyPdf(pdf, { trust: [pki.root], at })
  if ('problem' in result) throw new Error(result.problem)
  return result
}

const pieces = (more: Partial<PreservationPieces> = {}): PreservationPieces => ({
  trust: [pki.root],
  knownRevisions: [],
  evidence: { responses: [], lists: [] },
  fetcher: evidenceFetcher({ hosts: [host] }),
  timestamp: timestampClient({ url: tsa.url }),
  now: now(),
  ...more,
})

async function preserved(pdf: Uint8Array, more: Partial<PreservationPieces> = {}): Promise<Uint8Array> {
  const result = await preservePdf(pdf, pieces(more))
  if ('missing' in result) throw new Error(result.missing.join())
  expect(Buffer.from(result.pdf.subarray(0, pdf.length)).equals(pdf)).toBe(true)
  return result.pdf
}

/** Of the newest document time stamp. */
function opensslSays(pdf: Uint8Array): Promise<string> {
  const { cms, content } = found(signaturesOf(pdf).at(-1))
  return opensslTimestamp(cms, content, pki.root)
}

const levels = ({ signatures }: PdfReport) => signatures.map(({ level }) => level)

describe('preserving a signed paper', () => {
  test('keeps proofs and lays a time stamp over all, and others still call it valid', async () => {
    expect(levels(await report(signed))).toEqual(['B-B', 'B-B'])
    const first = await preserved(signed)
    const after = await report(first)
    expect(after).toMatchObject({ verdict: 'valid', fields: { prepared: 2, signed: 2, due: 0 } })
    expect(after.signatures.map(({ state, provenBy }) => [state, provenBy])).toEqual([
      ['intact', 'documentTimestamp'],
      ['intact', 'documentTimestamp'],
    ])
    expect(after.documentTimestamps).toMatchObject([
      { state: 'intact', problems: [], changes: [], coversWholeFile: true, timestamp: { trust: { trusted: true } } },
    ])
    expect(levels(after)).toEqual(['B-LTA', 'B-LTA'])
    // pdfsig judges no document time stamps; openssl does.
    expect((await pdfsig(first)).match(/Signature is Valid/g)).toHaveLength(2)
    expect(await opensslSays(first)).toContain('Verification: OK')
    expect(asked.filter((path) => path === '/ocsp')).toHaveLength(2)
  })

  test('outlives the certificates, once more when renewed in time', async () => {
    const first = await preserved(signed)
    const late = await report(first, inDays(200))
    expect(late).toMatchObject({ verdict: 'valid' })
    const renewed = await preserved(first)
    const twice = await report(renewed)
    expect(twice.documentTimestamps).toHaveLength(2)
    expect(twice).toMatchObject({ verdict: 'valid' })
    expect((await pdfsig(renewed)).match(/Signature is Valid/g)).toHaveLength(2)
    expect(await opensslSays(renewed)).toContain('Verification: OK')
    expect(await report(first, inDays(400))).toMatchObject({ verdict: 'untrusted' })
  })

  test('without a time stamp authority keeps the proofs alone', async () => {
    const kept = await preserved(signed, { timestamp: undefined })
    const after = await report(kept)
    expect(after).toMatchObject({ verdict: 'valid', documentTimestamps: [] })
    expect(after.signatures[0]?.chain.map(({ revocation }) => revocation.state)).toEqual(['good', 'good'])
    expect(levels(after)).toEqual(['B-B', 'B-B'])
  })

  test('reaches B-LT where each signature has a time stamp of its own', async () => {
    const [first] = signers
    const one = await prepareFields(samplePaper('Bản ký kết'), samplePlaces(['Một']))
    const rewrite = stampedBy(pki, { by: stamps, at: now() })
    const pdf = await signWithOpenssl(pki, one, { field: 'unit-1', signer: found(first), rewrite })
    expect(levels(await report(pdf))).toEqual(['B-T'])
    expect(levels(await report(await preserved(pdf, { timestamp: undefined })))).toEqual(['B-LT'])
    expect(levels(await report(await preserved(pdf)))).toEqual(['B-LTA'])
  })

  test('takes lists that are at hand and asks nobody', async () => {
    const evidence = { responses: [], lists: [await pki.crl(), await pki.rootCrl()] }
    const kept = await preserved(signed, { evidence, fetcher: undefined })
    expect(levels(await report(kept))).toEqual(['B-LTA', 'B-LTA'])
    expect(asked).toEqual([])
  })

  test('asks no host that was not named, and writes nothing when a proof is missing', async () => {
    for (const hosts of [[], ['127.0.0.1'], ['127.0.0.1:1'], ['example.vn']]) {
      const result = await preservePdf(signed, pieces({ fetcher: evidenceFetcher({ hosts }) }))
      expect(result).toEqual({ missing: ['Nguyen Van A', 'Noi cap thu nghiem', 'Tran Thi B'] })
    }
    expect(asked).toEqual([])
  })

  test('of a paper that was changed afterwards is refused', async () => {
    const copy = Buffer.from(signed)
    copy[copy.indexOf('stream\n') + 10] = (copy[copy.indexOf('stream\n') + 10] ?? 0) ^ 1
    expect(await preservePdf(copy, pieces())).toEqual({ missing: ['unit-1', 'unit-2'] })
  })
})

describe('a document time stamp', () => {
  test('over a file that was changed under it is broken', async () => {
    const first = Buffer.from(await preserved(signed))
    const at = first.indexOf('stream\n') + 10
    first[at] = (first[at] ?? 0) ^ 1
    const { verdict, documentTimestamps } = await report(first)
    expect(verdict).toBe('altered')
    expect(documentTimestamps).toMatchObject([{ state: 'broken', problems: ['timestamp.wrong'] }])
  })

  test('of an authority that is not trusted for time proves nothing', async () => {
    const stranger = await startTestAuthority()
    const stamped = await addDocumentTimestamp(signed, timestampClient({ url: stranger.url }))
    await stranger.close()
    const { verdict, documentTimestamps, signatures } = await report(stamped)
    expect(verdict).toBe('valid')
    expect(found(documentTimestamps[0]).timestamp?.trust).toEqual({ trusted: false, reason: 'unknownIssuer' })
    expect(signatures.map(({ provenBy }) => provenBy)).toEqual([null, null])
    const apart = await verifyPdf(await preserved(signed), { trust: [{ der: pki.root, kind: 'signer' }], at: now() })
    expect(apart).toMatchObject({ documentTimestamps: [{ timestamp: { trust: { trusted: false } } }] })
  })
})

describe('revocation', () => {
  test('after the time stamp leaves the signature valid, before it does not', async () => {
    const lasting = await preserved(signed)
    const late = inDays(1)
    await pki.revoke(found(signers[1]), new Date(Date.now() + 3_600_000))
    const list = await pki.crl()
    const judge = (pdf: Uint8Array) =>
      verifyPdf(pdf, { trust: [pki.root], at: late, evidence: { responses: [], lists: [list] } })
    const after = await judge(lasting)
    expect(after).toMatchObject({ verdict: 'valid' })
    expect('problem' in after ? null : after.signatures[1]?.chain[0]?.revocation.state).toBe('revokedLater')
    const unproven = await judge(signed)
    expect(unproven).toMatchObject({ verdict: 'revoked' })
    expect('problem' in unproven ? null : unproven.signatures[1]?.trust).toEqual({ trusted: false, reason: 'revoked' })
    const refused = await preservePdf(signed, pieces({ now: late, evidence: { responses: [], lists: [list] } }))
    expect(refused).toEqual({ missing: ['unit-2'] })
  })
})
