import { assert, asyncProperty, integer, uint8Array } from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { found } from '#platform/errors.ts'
import { oids } from '../asn1/identifiers.ts'
import { children, open, readElement, readOid } from '../asn1/read.ts'
import type { Element } from '../asn1/read.ts'
import { element, integer as der, octets, oid, sequence, setOf, tagged } from '../asn1/write.ts'
import { prepareFields } from '../signing/prepare-fields.ts'
import type { SignatureReport } from '../report/report.ts'
import { signWithOpenssl } from '../testing/openssl-signer.ts'
import { opensslCms, signaturesOf } from '../testing/outside-checkers.ts'
import { samplePaper, samplePlaces } from '../testing/papers.ts'
import { makePki } from '../testing/pki.ts'
import type { Issued, TestPki } from '../testing/pki.ts'
import { inAttributes, inSignedData, inSigner, raw, withUnsigned } from '../testing/rewrite-cms.ts'
import { verifyPdf } from '../verify-pdf.ts'

let pki: TestPki
let base: Uint8Array
let signer: Issued
let good: Uint8Array

beforeAll(async () => {
  pki = await makePki()
  signer = await pki.issue('Nguyen Van A', 'p256')
  base = await prepareFields(samplePaper('Bản ký kết'), samplePlaces(['Một']))
  good = await sign(signer)
}, 60_000)

afterAll(() => pki.close())

interface How {
  readonly how?: readonly string[]
  readonly subFilter?: string
  readonly rewrite?: (cms: Uint8Array) => Uint8Array
}

const sign = (one: Issued, how: How = {}) => signWithOpenssl(pki, base, { field: 'unit-1', signer: one, ...how })

async function judged(pdf: Uint8Array, trust: readonly Uint8Array[] = [pki.root]): Promise<SignatureReport> {
  const result = await verifyPdf(pdf, { trust, at: new Date() })
  if ('problem' in result) throw new Error(result.problem)
  return found(result.signatures[0])
}

/** What `openssl cms -verify` says, or the error it ends with. */
const opensslSays = (pdf: Uint8Array) => opensslCms(found(signaturesOf(pdf)[0]), pki.root).catch(String)

describe('a signature made by openssl', () => {
  const pssPadding = ['-keyopt', 'rsa_padding_mode:pss']
  test.each([
    ['rsa', ['-md', 'sha256'], 'RSA 2048, SHA-256'],
    ['rsa', ['-md', 'sha512'], 'RSA 2048, SHA-512'],
    ['rsa', ['-md', 'sha256', ...pssPadding, '-keyopt', 'rsa_pss_saltlen:32'], 'RSA 2048 PSS, SHA-256'],
    [
      'pss',
      ['-md', 'sha384', '-keyopt', 'rsa_pss_saltlen:48', '-keyopt', 'rsa_mgf1_md:sha384'],
      'RSA 2048 PSS, SHA-384',
    ],
    ['p256', ['-md', 'sha256'], 'ECDSA P-256, SHA-256'],
    ['p384', ['-md', 'sha384'], 'ECDSA P-384, SHA-384'],
  ] as const)('with a key %s and %j is valid to both', async (key, how, algorithm) => {
    const one = await pki.issue(`Nguoi ky ${key}`, key)
    const pdf = await sign(one, { how: ['-cades', ...how] })
    expect(await judged(pdf)).toMatchObject({
      state: 'intact',
      problems: [],
      algorithm,
      trust: { trusted: true },
      level: 'B-B',
    })
    expect(await opensslSays(pdf)).toContain('CAdES Verification successful')
  })

  test.each([
    ['SHA-1', 'rsa', ['-md', 'sha1'], ['digest.unsupported']],
    ['MD5', 'rsa', ['-md', 'md5'], ['digest.unsupported']],
    [
      'PSS without a salt',
      'rsa',
      ['-md', 'sha256', '-keyopt', 'rsa_padding_mode:pss', '-keyopt', 'rsa_pss_saltlen:0'],
      ['algorithm.unsupported'],
    ],
    ['RSA of 1024 bits', 'small', ['-md', 'sha256'], ['algorithm.unsupported']],
  ] as const)('with %s is not accepted', async (_, key, how, problems) => {
    const one = await pki.issue(`Yeu ${key}`, key)
    const report = await judged(await sign(one, { how: ['-cades', ...how] }))
    expect(report.problems).toEqual(expect.arrayContaining([...problems]))
    expect(report.state).not.toBe('intact')
  })

  test('of the older kind is judged and told apart', async () => {
    const older = { subFilter: 'adbe.pkcs7.detached', how: ['-md', 'sha256'] }
    const plain = await judged(await sign(signer, older))
    expect(plain).toMatchObject({ state: 'intact', problems: [], level: null, trust: { trusted: true } })
    expect(plain.remarks).toEqual(['subFilter.notBaseline', 'signingCertificate.missing'])
    expect((await judged(await sign(signer, { how: ['-md', 'sha256'] }))).problems).toEqual([
      'signingCertificate.missing',
    ])
    const touched = Buffer.from(await sign(signer, older))
    touched[touched.indexOf('stream\n') + 10] = 0
    expect(await judged(touched)).toMatchObject({ state: 'broken', problems: ['digest.wrong'] })
  })

  test.each(['adbe.pkcs7.sha1', 'adbe.x509.rsa_sha1'])('under the name %s is refused as weak', async (subFilter) => {
    expect(await judged(await sign(signer, { subFilter }))).toMatchObject({
      state: 'unjudged',
      problems: ['subFilter.weak'],
    })
  })

  test('in indefinite lengths is read', async () => {
    const endless = (tag: number, ...parts: Uint8Array[]) =>
      Buffer.concat([Uint8Array.of(tag, 0x80), ...parts, Uint8Array.of(0, 0)])
    const rewrite = (cms: Uint8Array) => {
      const [type, wrapper] = open(readElement(cms))
      const parts = open(children(found(wrapper))[0]).map(raw)
      return endless(0x30, found(type).bytes, endless(0xa0, endless(0x30, ...parts)))
    }
    const pdf = await sign(signer, { rewrite })
    expect(await judged(pdf)).toMatchObject({ state: 'intact', problems: [], level: 'B-B' })
  })
})

describe('trust', () => {
  test('is not given to a use that is none of signing papers', async () => {
    for (const kind of ['tsa', 'responder'] as const) {
      const one = await pki.issue(`Viec khac ${kind}`, 'p256', kind)
      expect((await judged(await sign(one))).trust).toEqual({ trusted: false, reason: 'notForSigning' })
    }
  })

  test('is not given to a critical condition nobody here understands', async () => {
    const one = await pki.issue('La', 'p256', 'strange')
    expect((await judged(await sign(one))).trust).toEqual({ trusted: false, reason: 'strangeExtension' })
  })

  test('is not given to one whom a signer issued, nor below the depth an authority allows', async () => {
    const deep = await pki.issue('Cap duoi', 'p256', 'authority')
    for (const above of [deep, signer]) {
      const request = ['-subj', '/C=VN/CN=Con', '-nodes', '-keyout', 'child.key', '-out', 'child.csr']
      await pki.openssl('req', '-new', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', ...request)
      const issuing = [
        '-CA',
        above.pem,
        '-CAkey',
        above.key,
        '-CAcreateserial',
        '-extfile',
        'ca.cnf',
        '-extensions',
        'bare',
      ]
      await pki.openssl('x509', '-req', '-in', 'child.csr', ...issuing, '-out', 'child.pem')
      const child = { name: 'Con', certificate: signer.certificate, pem: 'child.pem', key: 'child.key' }
      const pdf = await sign(child, { how: ['-cades', '-md', 'sha256', '-certfile', above.pem] })
      expect((await judged(pdf)).trust).toEqual({ trusted: false, reason: 'unknownIssuer' })
      expect(await opensslSays(pdf)).toContain('Error')
    }
  })

  test('is given to the root of signers alone, when it is one for signers', async () => {
    const only = async (kind: 'signer' | 'time') => {
      const result = await verifyPdf(good, { trust: [{ der: pki.root, kind }], at: new Date() })
      return 'problem' in result ? null : result.verdict
    }
    expect([await only('signer'), await only('time')]).toEqual(['valid', 'untrusted'])
  })
})

const isOf = (type: string) => (attribute: Element) => readOid(open(attribute)[0]) === type
const without = (type: string) => inAttributes((all) => all.filter((one) => !isOf(type)(one)).map(raw))
const instead = (type: string, value: Uint8Array) =>
  inAttributes((all) => all.map((one) => (isOf(type)(one) ? sequence(oid(type), setOf(value)) : one.bytes)))
const something = (number: number) => sequence(oid(`1.2.3.${number}`), setOf(der(number)))

describe('signature data that is malformed', () => {
  test.each<[string, (cms: Uint8Array) => Uint8Array, string]>([
    [
      'with content of its own',
      (cms) =>
        inSignedData(cms, ([v, d, , ...rest]) => [
          found(v),
          found(d),
          sequence(oid(oids.data), tagged(0, octets(Buffer.from('khác')))),
          ...rest,
        ]),
      'cms.contentInside',
    ],
    [
      'with two signers',
      (cms) =>
        inSignedData(cms, (parts) => [
          ...parts.slice(0, -1),
          element(0x31, ...[1, 2].map(() => found(open(readElement(found(parts.at(-1))), 0x31)[0]).bytes)),
        ]),
      'cms.moreSigners',
    ],
    ['with no signer', (cms) => inSignedData(cms, (parts) => [...parts.slice(0, -1), element(0x31)]), 'cms.noSigner'],
    [
      'without signed attributes',
      inSigner((parts) => parts.filter((part) => part[0] !== 0xa0)),
      'cms.noSignedAttributes',
    ],
    ['without a digest', without(oids.messageDigest), 'digest.missing'],
    [
      'with the digest twice',
      inAttributes((all) => [...all, ...all.filter(isOf(oids.messageDigest))].map(raw)),
      'cms.attributeTwice',
    ],
    ['with another digest', instead(oids.messageDigest, octets(new Uint8Array(32))), 'digest.wrong'],
    ['without a content type', without(oids.contentType), 'contentType.missing'],
    ['with another content type', instead(oids.contentType, oid(oids.signedData)), 'contentType.wrong'],
    [
      'that names another certificate',
      instead(oids.signingCertificateV2, sequence(sequence(sequence(octets(new Uint8Array(32)))))),
      'signingCertificate.wrong',
    ],
    ['that names no certificate', without(oids.signingCertificateV2), 'signingCertificate.missing'],
    [
      'with two digest algorithms',
      inSigner(([v, who, , ...rest]) => [found(v), found(who), sequence(oid('2.16.840.1.101.3.4.2.3')), ...rest]),
      'digest.mismatch',
    ],
    [
      'with attributes of indefinite length',
      inSigner((parts) =>
        parts.map((part) =>
          part[0] === 0xa0
            ? Buffer.concat([Uint8Array.of(0xa0, 0x80), readElement(part).content, Uint8Array.of(0, 0)])
            : part,
        ),
      ),
      'cms.notDer',
    ],
    [
      'by Ed25519',
      inSigner((parts) => parts.map((part, at) => (at === 4 ? sequence(oid('1.3.101.112')) : part))),
      'algorithm.unsupported',
    ],
    ['with an attribute more', inAttributes((all) => [...all.map(raw), something(9)]), 'signature.wrong'],
    ['with bytes behind it', (cms) => Buffer.concat([cms, Buffer.from('x')]), 'cms.trailing'],
    [
      'with a thousand unsigned attributes',
      withUnsigned(...Array.from({ length: 1000 }, (_, at) => something(at))),
      'cms.tooManyAttributes',
    ],
    ['nested without end', () => Buffer.from('3080'.repeat(5000), 'hex'), 'cms.unreadable'],
    [
      'with an integer where a name belongs',
      inSigner(([v, , ...rest]) => [found(v), der(7), ...rest]),
      'cms.unreadable',
    ],
    [
      'without its certificate',
      (cms) => inSignedData(cms, (parts) => parts.filter((part) => part[0] !== 0xa0)),
      'certificate.missing',
    ],
  ])('%s has a finding of its own', async (_, rewrite, finding) => {
    const report = await judged(await sign(signer, { rewrite }))
    expect(report.problems).toContain(finding)
    expect(report.state).not.toBe('intact')
    expect(report.level).toBeNull()
  })

  test('by a certificate with a negative or an endless serial number cannot be read', async () => {
    for (const serial of [[0xff], Array.from({ length: 30 }, () => 1)]) {
      const number = element(0x02, Uint8Array.from(serial))
      const rewrite = (cms: Uint8Array) =>
        inSignedData(cms, (parts) =>
          parts.map((part) =>
            part[0] === 0xa0 ? tagged(0, ...children(readElement(part)).map((one) => renumber(one, number))) : part,
          ),
        )
      expect((await judged(await sign(signer, { rewrite }))).problems).toContain('certificate.unreadable')
    }
  })

  test('anyhow never throws and never passes for another’s', async () => {
    const place = integer({ min: 0, max: 1200 })
    await assert(
      asyncProperty(place, uint8Array({ minLength: 1, maxLength: 6 }), async (at, noise) => {
        const pdf = Buffer.from(good)
        const start = pdf.lastIndexOf('/Contents <') + 11 + at * 2
        pdf.write(Buffer.from(noise).toString('hex').toUpperCase(), start, 'latin1')
        const { state, signer: named } = await judged(pdf)
        expect(state !== 'intact' || named?.commonName === 'Nguyen Van A').toBe(true)
      }),
      { numRuns: 80 },
    )
  })
})

function renumber(certificate: Element, serial: Uint8Array): Uint8Array {
  const [signed, ...rest] = open(certificate)
  const [version, , ...more] = open(signed)
  return sequence(sequence(found(version).bytes, serial, ...more.map(raw)), ...rest.map(raw))
}

describe('a time stamp in a signature', () => {
  test('that fits nothing is remarked, and the time is only claimed', async () => {
    const token = found(signaturesOf(good)[0]).cms
    const rewrite = withUnsigned(sequence(oid(oids.timeStampToken), setOf(token)))
    const report = await judged(await sign(signer, { rewrite }))
    expect(report).toMatchObject({ state: 'intact', timestamp: null, provenBy: null, level: 'B-B' })
    expect(report.remarks).toEqual(['timestamp.wrong'])
  })
})
