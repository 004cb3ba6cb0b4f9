import { createHash } from 'node:crypto'
import { PDF, rgb } from '@libpdf/core'
import { assert, asyncProperty, integer, uint8Array } from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { found } from '#platform/errors.ts'
import { children, open, readElement } from './asn1/read.ts'
import { element, octets, sequence, tagged } from './asn1/write.ts'
import { authorityCertificate, createAuthority } from './keys/authority.ts'
import { prepareFields } from './signing/prepare-fields.ts'
import type { PdfReport } from './report/report.ts'
import * as attacks from './testing/attacks.ts'
import { signaturesOf } from './testing/outside-checkers.ts'
import { samplePaper, samplePlaces } from './testing/papers.ts'
import { makeHouse, now, passphrase, signAs, signInTurn } from './testing/signers.ts'
import type { TestHouse } from './testing/signers.ts'
import { startTestAuthority } from './testing/tsa.ts'
import type { TestAuthority } from './testing/tsa.ts'
import { timestampClient } from './cms/timestamp.ts'
import { verifyPdf } from './verify-pdf.ts'

let house: TestHouse
let tsa: TestAuthority
/** Six signatures, with time stamps. */
let stamped: Uint8Array[]
/** Five signatures, without. */
let plain: Uint8Array[]

beforeAll(async () => {
  house = await makeHouse()
  tsa = await startTestAuthority()
  stamped = await signInTurn(house, 6, timestampClient({ url: tsa.url }))
  plain = await signInTurn(house, 5)
})

afterAll(() => tsa.close())

const day = 86_400_000
const after = (days: number) => new Date(now.getTime() + days * day)
const soon = after(1)
const six = () => found(stamped.at(-1))
const five = () => found(plain.at(-1))

async function report(pdf: Uint8Array, options: { at?: Date; trust?: Uint8Array[] } = {}): Promise<PdfReport> {
  const result = await verifyPdf(pdf, { trust: [house.root], at: soon, ...options })
  if ('problem' in result) throw new Error(result.problem)
  return result
}

const kept = (revisions: readonly Uint8Array[]) =>
  revisions.map((bytes) => ({ sha256: createHash('sha256').update(bytes).digest('hex'), length: bytes.length }))

describe('our own file', () => {
  test('with six signatures is valid, each intact, trusted and stamped', async () => {
    const { verdict, signatures, fields } = await report(six(), { trust: [house.root, tsa.root] })
    expect(verdict).toBe('valid')
    expect(fields).toEqual({ prepared: 6, signed: 6, due: 0 })
    for (const signature of signatures) {
      expect(signature).toMatchObject({ state: 'intact', problems: [], changes: [], trust: { trusted: true } })
      expect(signature.timestamp?.trust.trusted).toBe(true)
    }
    expect(signatures.map(({ coversWholeFile }) => coversWholeFile)).toEqual([false, false, false, false, false, true])
    expect(signatures.map(({ certifies }) => certifies)).toEqual([true, false, false, false, false, false])
  })

  test('tells who signed, for whom, when and on which mandate', async () => {
    const { signatures } = await report(six())
    expect(signatures[0]).toMatchObject({
      field: 'unit-1',
      signer: { commonName: 'Nguyễn Thị Ngọc Ánh', organization: 'Hội Liên hiệp Phụ nữ tỉnh', title: 'Chủ tịch' },
      signedAt: '2026-11-23T02:00:00.000Z',
      algorithm: 'ECDSA P-256, SHA-256',
      certificate: { mandate: 'uy-quyen-1', internal: true, issuer: { commonName: 'Khối thi đua thử nghiệm' } },
    })
  })

  test('is clean at every stage and says how many fields are signed', async () => {
    for (const [signed, revision] of stamped.entries()) {
      const { verdict, fields } = await report(revision)
      const expected = signed === 0 ? 'unsigned' : signed === 6 ? 'valid' : 'partlySigned'
      expect([verdict, fields]).toEqual([expected, { prepared: 6, signed, due: 6 - signed }])
    }
  })

  test('is complete without the signature of an optional field', async () => {
    const [must, may] = samplePlaces(['Đơn vị', 'Người chứng kiến'])
    const base = await prepareFields(samplePaper('Một'), [found(must), { ...found(may), optional: true }])
    const signed = await signAs(house, found(house.signers[0]), base, { field: 'unit-1', certify: true })
    expect(await report(signed)).toMatchObject({ verdict: 'valid', fields: { prepared: 2, signed: 1, due: 0 } })
  })

  test('without any signature or field is unsigned', async () => {
    expect(await report(samplePaper('Trống'))).toMatchObject({
      verdict: 'unsigned',
      fields: { prepared: 0, signed: 0 },
    })
  })
})

describe('trust', () => {
  test('comes only from the given roots', async () => {
    const other = await createAuthority({ name: 'Khối thi đua thử nghiệm', passphrase, now })
    for (const trust of [[], [authorityCertificate(other)]]) {
      const { verdict, signatures } = await report(five(), { trust })
      expect(verdict).toBe('untrusted')
      expect(signatures[0]).toMatchObject({ state: 'intact', trust: { trusted: false, reason: 'unknownIssuer' } })
    }
  })

  test('after the certificate has expired needs a trusted time stamp', async () => {
    const late = { at: after(1200) }
    expect((await report(five(), late)).signatures[0]?.trust).toEqual({ trusted: false, reason: 'expired' })
    expect((await report(six(), late)).signatures[0]?.trust).toEqual({ trusted: false, reason: 'expired' })
    const trust = [house.root, tsa.root]
    const early = await signInTurn(house, 1, timestampClient({ url: tsa.url }))
    const { signatures, verdict } = await report(found(early[1]), { ...late, trust })
    expect([verdict, signatures[0]?.trust.trusted]).toEqual(['partlySigned', true])
  })

  test('outlives the certificate for what we have kept since', async () => {
    const knownRevisions = kept(plain).map((revision) => ({ ...revision, keptAt: soon }))
    const late = { trust: [house.root], at: after(1200) }
    const ours = await verifyPdf(five(), { ...late, knownRevisions })
    expect(ours).toMatchObject({ verdict: 'partlySigned' })
    const other = await verifyPdf(found((await signInTurn(house, 1))[1]), { ...late, knownRevisions })
    expect(other).toMatchObject({ signatures: [{ trust: { trusted: false, reason: 'expired' } }] })
  })

  test('before the certificate is valid there is none', async () => {
    const { signatures } = await report(five(), { at: after(-1) })
    expect(signatures[0]?.trust).toEqual({ trusted: false, reason: 'notYetValid' })
  })
})

describe('an attack', () => {
  const named = [
    { name: 'a box painted over the text', attack: attacks.paintOver, kind: 'content', page: 1 },
    { name: 'another text', attack: attacks.replaceContent, kind: 'content', page: 1 },
    { name: 'a stamp laid over the text', attack: attacks.addAnnotation, kind: 'annotation', page: 1 },
    { name: 'a signature moved', attack: attacks.moveWidget, kind: 'annotation', page: 2 },
    { name: 'a signature with another picture', attack: attacks.swapStamp, kind: 'appearance', page: 2 },
    { name: 'a picture without a signature', attack: attacks.paintField, kind: 'appearance', page: 2 },
    { name: 'a signature shown twice', attack: attacks.borrowSignature, kind: 'annotation', page: 2 },
    { name: 'pages in another order', attack: attacks.swapPages, kind: 'pages', page: null },
    { name: 'a script', attack: attacks.addScript, kind: 'document', page: null },
  ] as const

  test.each(named)('$name is named', async ({ attack, kind, page }) => {
    const { verdict, signatures } = await report(attack(five()))
    expect(verdict).toBe('altered')
    const [first] = signatures
    expect(first?.state).toBe('changedAfter')
    expect(first?.changes).toContainEqual(expect.objectContaining({ kind, page }))
  })

  test('is not what adding validation data is', async () => {
    expect(await report(attacks.addValidationData(six()))).toMatchObject({ verdict: 'valid' })
  })

  test('that a later signer signs over is held against the earlier signatures only', async () => {
    const changed = attacks.paintOver(found(plain[3]))
    const signed = await signAs(house, found(house.signers[3]), changed, { field: 'unit-4', certify: false })
    const { verdict, signatures } = await report(signed)
    expect(verdict).toBe('altered')
    expect(signatures.map(({ state }) => state)).toEqual(['changedAfter', 'changedAfter', 'changedAfter', 'intact'])
  })

  test('with a whole new file around the old bytes loses its history', async () => {
    const alone = Buffer.from(attacks.hideSignatures(five())).toString('latin1')
    const cut = alone.lastIndexOf('/Prev')
    const orphan = Buffer.from(`${alone.slice(0, cut)}/Prex${alone.slice(cut + 5)}`, 'latin1')
    expect(await verifyPdf(orphan, { trust: [house.root], at: soon })).not.toMatchObject({ verdict: 'valid' })
  })

  test('by a flipped bit is a wrong digest in every signature', async () => {
    const { verdict, signatures } = await report(attacks.flipBit(five()))
    expect(verdict).toBe('altered')
    for (const { state, problems } of signatures) {
      expect(state).toBe('broken')
      expect(problems).toContain('digest.wrong')
    }
  })

  test('that takes the signatures out of sight leaves traces', async () => {
    expect(await report(attacks.hideSignatures(five()))).toMatchObject({ verdict: 'altered', fields: { signed: 5 } })
    expect(await report(attacks.hideFields(five()))).toMatchObject({ verdict: 'altered', hiddenSignatures: 5 })
  })

  test('with bytes behind the end is seen', async () => {
    expect(await report(attacks.growTail(five()))).toMatchObject({ verdict: 'altered', trailingBytes: 8 })
  })

  test('made by another library is seen too', async () => {
    const pdf = await PDF.load(five())
    pdf.getPage(0)?.drawRectangle({ x: 50, y: 300, width: 400, height: 200, color: rgb(1, 1, 1) })
    const { verdict, signatures } = await report(await pdf.save({ incremental: true }))
    expect(verdict).toBe('altered')
    expect(signatures[0]?.changes).toContainEqual(expect.objectContaining({ kind: 'content', page: 1 }))
  })
})

/** The file with the last signature's CMS rewritten in place. */
function withCms(pdf: Uint8Array, rewrite: (cms: Uint8Array) => Uint8Array): Uint8Array {
  const cms = Buffer.from(found(signaturesOf(pdf).at(-1)).cms)
  const copy = Buffer.from(pdf)
  const start = copy.lastIndexOf(cms.toString('hex').toUpperCase())
  const hex = Buffer.from(rewrite(cms)).toString('hex').toUpperCase()
  copy.write(hex.padEnd(cms.length * 2, '0'), start, 'latin1')
  return copy
}

function withSignedData(cms: Uint8Array, rewrite: (parts: Uint8Array[]) => Uint8Array[]): Uint8Array {
  const [type, wrapper] = open(readElement(cms))
  const parts = open(children(found(wrapper))[0]).map(({ bytes }) => bytes)
  return sequence(found(type).bytes, tagged(0, sequence(...rewrite(parts))))
}

describe('a signature that only looks like one', () => {
  const problemsOfLast = async (pdf: Uint8Array) => found((await report(pdf)).signatures.at(-1)).problems

  test.each([
    ['byteRange.notFour', (range: number[]) => [...range, 0]],
    ['byteRange.start', ([, b, c, d]: number[]) => [1, b, c, d]],
    ['byteRange.gap', ([a, b, c = 0, d = 0]: number[]) => [a, b, c + 1, d - 1]],
    ['byteRange.end', ([a, b, c, d = 0]: number[]) => [a, b, c, d - 20]],
    ['byteRange.beyond', ([a, b, c, d = 0]: number[]) => [a, b, c, d + 20]],
    ['byteRange.negative', ([a, b, c]: number[]) => [a, b, c, -1]],
  ])('is broken: %s', async (problem, change) => {
    const copy = Buffer.from(five())
    const at = copy.lastIndexOf('/ByteRange [')
    const old = found(/\/ByteRange \[([\d ]+)\] */.exec(copy.subarray(at).toString('latin1')))
    const range = change(found(old[1]).split(' ').map(Number)).join(' ')
    copy.write(`/ByteRange [${range}]`.padEnd(old[0].length), at, 'latin1')
    expect(await problemsOfLast(copy)).toContain(problem)
  })

  test('with two signers, content of its own, or anything behind it is broken', async () => {
    const twice = withCms(five(), (cms) =>
      withSignedData(cms, (parts) => {
        const signer = found(open(readElement(found(parts.at(-1))), 0x31)[0]).bytes
        return [...parts.slice(0, -1), element(0x31, signer, signer)]
      }),
    )
    expect(await problemsOfLast(twice)).toEqual(['cms.moreSigners'])
    const inside = withCms(five(), (cms) =>
      withSignedData(cms, ([version, digests, content, ...rest]) => {
        const type = found(open(readElement(found(content)))[0]).bytes
        const filled = sequence(type, tagged(0, octets(Buffer.from('khác'))))
        return [found(version), found(digests), filled, ...rest]
      }),
    )
    expect(await problemsOfLast(inside)).toContain('cms.contentInside')
    expect(await problemsOfLast(withCms(five(), (cms) => Buffer.concat([cms, Buffer.from('x')])))).toEqual([
      'cms.trailing',
    ])
  })

  test('with a certificate it does not name is not believed', async () => {
    const { cms } = found(signaturesOf(found(plain[4])).at(-1))
    const swapped = withCms(five(), () => cms)
    expect(await problemsOfLast(swapped)).toContain('digest.wrong')
  })

  test('with its certificate taken out has no signer', async () => {
    const bare = withCms(five(), (cms) => withSignedData(cms, (parts) => parts.filter((part) => part[0] !== 0xa0)))
    const { signatures } = await report(bare)
    expect(signatures.at(-1)).toMatchObject({ state: 'broken', problems: ['certificate.missing'], signer: null })
  })
})

describe('compared with the revisions we keep', () => {
  const state = async (pdf: Uint8Array) => {
    const result = await verifyPdf(pdf, { trust: [house.root], at: soon, knownRevisions: kept(plain) })
    if ('problem' in result) throw new Error(result.problem)
    return [result.verdict, result.revisions]
  }

  test('the last one is complete', async () => {
    expect(await state(five())).toEqual(['partlySigned', { state: 'complete', known: 6, contained: 6 }])
  })

  test('a cut-off signature is missed', async () => {
    expect(await state(found(plain[4]))).toEqual(['revisionMissing', { state: 'missing', known: 6, contained: 5 }])
  })

  test('what was added is seen even where signing allows it', async () => {
    const other = await signInTurn(house, 6)
    expect((await state(found(other.at(-1))))[1]).toMatchObject({ contained: 1, state: 'diverged' })
    expect((await state(Buffer.concat([five(), Buffer.from('\n')])))[1]).toMatchObject({ state: 'added' })
  })

  test('a stranger is unknown', async () => {
    expect(await state(samplePaper('Khác'))).toEqual(['unknownRevision', { state: 'unknown', known: 6, contained: 0 }])
  })
})

describe('bad input', () => {
  const problem = (bytes: Uint8Array) => verifyPdf(bytes, { trust: [], at: soon })

  test('is named and never thrown', async () => {
    expect(await problem(new Uint8Array())).toEqual({ problem: 'empty' })
    expect(await problem(Buffer.from('PK\u0003\u0004 not a pdf'))).toEqual({ problem: 'notPdf' })
    expect(await problem(Buffer.from('%PDF-1.7\n'))).toEqual({ problem: 'truncated' })
    expect(await problem(six().subarray(0, six().length - 300))).toEqual({ problem: 'truncated' })
    expect(await problem(Buffer.from('%PDF-1.7\nstartxref\n5\n%%EOF'))).toEqual({ problem: 'damaged' })
    expect(await problem(Buffer.alloc(20 * 1024 * 1024 + 1, '%PDF-'))).toEqual({ problem: 'tooLarge' })
  })

  test('a nest without end and a table in a circle are damaged', async () => {
    const nest = `%PDF-1.7\n1 0 obj\n${'['.repeat(100_000)}\nxref\n0 0\ntrailer\n<</Root 1 0 R>>\nstartxref\n0\n%%EOF`
    expect(await problem(Buffer.from(nest))).toEqual({ problem: 'damaged' })
    const circle = '%PDF-1.7\nxref\n0 0\ntrailer\n<</Root 1 0 R /Prev 9>>\nstartxref\n9\n%%EOF'
    expect(await problem(Buffer.from(circle))).toEqual({ problem: 'damaged' })
  })

  test('one changed byte anywhere in the signed bytes never passes', async () => {
    const [signature] = (await report(five())).signatures.slice(-1)
    const { cms } = found(signaturesOf(five()).at(-1))
    const gap = Buffer.from(five()).lastIndexOf(Buffer.from(cms).toString('hex').toUpperCase())
    const covered = integer({ min: 0, max: found(signature).coveredBytes - 1 }).filter(
      (at) => at < gap - 1 || at > gap + 40_000,
    )
    await assert(
      asyncProperty(covered, integer({ min: 1, max: 255 }), async (at, change) => {
        const copy = Buffer.from(five())
        copy[at] = (copy[at] ?? 0) ^ change
        const result = await verifyPdf(copy, { trust: [house.root], at: soon })
        expect('problem' in result ? 'problem' : result.verdict).toMatch(/problem|altered/)
      }),
      { numRuns: 60 },
    )
  })

  test('noise is never thrown back', async () => {
    const noisy = uint8Array({ maxLength: 400 }).map((tail) => Buffer.concat([Buffer.from('%PDF-1.7\n'), tail]))
    await assert(
      asyncProperty(noisy, async (bytes) => {
        expect(await verifyPdf(bytes, { trust: [], at: soon })).toHaveProperty('problem')
      }),
    )
  })
})
