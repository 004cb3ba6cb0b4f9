import { generateKeyPairSync, sign } from 'node:crypto'
import { PDF } from '@libpdf/core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { found } from '#platform/errors.ts'
import { oids } from '../asn1/identifiers.ts'
import { writeCertificate } from '../keys/certificate-write.ts'
import { readSignedData } from '../cms/cms-read.ts'
import { completeSignature } from './complete-signature.ts'
import { prepareFields } from './prepare-fields.ts'
import { prepareSignature } from './prepare-signature.ts'
import { signWith } from '../keys/signer-key.ts'
import { restoreJob, storeJob } from './signing-job.ts'
import { opensslCms, opensslTimestamp, pdfsig, signaturesOf } from '../testing/outside-checkers.ts'
import { samplePaper, samplePlaces, sampleStamp } from '../testing/papers.ts'
import { makeHouse, now, signAs, signInTurn } from '../testing/signers.ts'
import type { TestHouse, TestSigner } from '../testing/signers.ts'
import { startTestAuthority } from '../testing/tsa.ts'
import type { TestAuthority } from '../testing/tsa.ts'
import { timestampClient } from '../cms/timestamp.ts'

let house: TestHouse
let tsa: TestAuthority
let revisions: Uint8Array[]

beforeAll(async () => {
  house = await makeHouse()
  tsa = await startTestAuthority()
  revisions = await signInTurn(house, 6, timestampClient({ url: tsa.url }))
})

afterAll(() => tsa.close())

const last = () => revisions.at(-1) ?? new Uint8Array()
const signer = (index: number): TestSigner => found(house.signers[index])
const bytes = (text: Uint8Array) => new Uint8Array(text)

function requestFor(one: TestSigner, field: string) {
  const { certificate, stamp, name: signerName } = one
  return { field, certificate, chain: [house.root], stamp, signerName, signedAt: now, certify: false }
}

describe('six signers in turn', () => {
  test('every revision begins with the exact bytes of the one before', () => {
    for (const [index, revision] of revisions.slice(1).entries()) {
      const before = found(revisions[index])
      expect(Buffer.compare(revision.subarray(0, before.length), before)).toBe(0)
    }
  })

  test('pdfsig calls every signature valid after each signer', async () => {
    for (const [index, revision] of revisions.entries()) {
      if (index === 0) continue
      const said = await pdfsig(revision)
      expect(said.match(/Signature is Valid/g)).toHaveLength(index)
      expect(said.match(/Total document signed/g)).toHaveLength(1)
      expect(said).toContain('ETSI.CAdES.detached')
    }
  })

  test('openssl calls all six CAdES signatures and time stamps right', async () => {
    const signatures = signaturesOf(last())
    expect(signatures).toHaveLength(6)
    for (const signature of signatures) {
      expect(await opensslCms(signature, house.root)).toContain('CAdES Verification successful')
      const { signer } = readSignedData(signature.cms)
      const token = found(signer.unsigned.get(oids.timeStampToken)?.[0]).bytes
      expect(await opensslTimestamp(token, signer.signature, tsa.root)).toContain('Verification: OK')
    }
  })

  test('names stand in the signature right to the last tone mark', async () => {
    expect(await pdfsig(last())).toContain('CN=Nguyễn Thị Ngọc Ánh,title=Chủ tịch,O=Hội Liên hiệp Phụ nữ tỉnh')
  })

  test('the signed attributes are those of PAdES, without a time', () => {
    const [first] = signaturesOf(last())
    const { signed } = readSignedData(found(first).cms).signer
    expect([...signed.keys()].sort()).toEqual([oids.contentType, oids.messageDigest, oids.signingCertificateV2].sort())
  })

  test('only the first signature forbids changes, and the catalog says so', () => {
    const text = Buffer.from(last()).toString('latin1')
    expect(text.match(/\/TransformMethod \/DocMDP/g)).toHaveLength(1)
    expect(text).toContain('/Perms')
  })

  test('another library reads the result and finds six fields', async () => {
    const pdf = await PDF.load(last())
    expect(
      pdf
        .getForm()
        ?.getSignatureFields()
        .filter((field) => field.isSigned()),
    ).toHaveLength(6)
  })
})

describe('a job', () => {
  test('survives a restart as JSON and gives the same document', async () => {
    const base = found(revisions[0])
    const job = await prepareSignature(base, requestFor(signer(0), 'unit-1'))
    const again = restoreJob(JSON.parse(JSON.stringify(storeJob(job))), base)
    const signature = await signWith(signer(0).key, bytes(again.signedAttributes))
    const [one, other] = [await completeSignature(job, signature), await completeSignature(again, signature)]
    expect(Buffer.compare(one, other)).toBe(0)
    expect(await pdfsig(one)).toContain('Signature is Valid')
  })

  test('is stale once another one on the same base is complete', async () => {
    const base = found(revisions[0])
    const slow = storeJob(await prepareSignature(base, requestFor(signer(1), 'unit-2')))
    const quick = await signAs(house, signer(0), base, { field: 'unit-1', certify: true })
    expect(() => restoreJob(slow, quick)).toThrow('job.stale')
    const late = await completeSignature(
      restoreJob(slow, base),
      await signWith(signer(1).key, bytes(restoreJob(slow, base).signedAttributes)),
    )
    expect(Buffer.compare(late.subarray(0, quick.length), quick)).not.toBe(0)
  })

  test('is refused when its bytes were touched meanwhile', async () => {
    const base = found(revisions[0])
    const job = await prepareSignature(base, requestFor(signer(0), 'unit-1'))
    const touched = { ...job, prepared: Buffer.from(job.prepared) }
    touched.prepared[base.length + 60] = 65
    const signature = await signWith(signer(0).key, bytes(job.signedAttributes))
    await expect(completeSignature(touched, signature)).rejects.toThrow('job.broken')
  })

  test('takes no signature made with another key, nor noise', async () => {
    const base = found(revisions[0])
    const job = await prepareSignature(base, requestFor(signer(0), 'unit-1'))
    const stranger = await signWith(signer(1).key, bytes(job.signedAttributes))
    await expect(completeSignature(job, stranger)).rejects.toThrow('signature.wrongKey')
    await expect(completeSignature(job, new Uint8Array(64))).rejects.toThrow('signature.wrongKey')
    await expect(completeSignature(job, new Uint8Array(3))).rejects.toThrow('signature.wrongKey')
  })

  test('takes an RSA signature too', async () => {
    const issuer = generateKeyPairSync('ec', { namedCurve: 'P-256' })
    const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
    const certificate = writeCertificate({
      kind: 'signer',
      subject: { commonName: 'Lê Văn RSA', organization: '', title: null, country: 'VN', serialNumber: null },
      issuer: null,
      publicKey: publicKey.export({ format: 'der', type: 'spki' }),
      validFrom: now,
      validTo: new Date(now.getTime() + 86_400_000),
      sign: (data) => sign('sha256', data, issuer.privateKey),
    })
    const job = await prepareSignature(found(revisions[0]), { ...requestFor(signer(0), 'unit-3'), certificate })
    const signature = sign('sha256', job.signedAttributes, privateKey)
    expect(await pdfsig(await completeSignature(job, signature))).toContain('Signature is Valid')
  })
})

describe('preparing', () => {
  test('refuses a field that is signed or missing, and a stamp that is no PDF', async () => {
    const signed = requestFor(signer(0), 'unit-1')
    await expect(prepareSignature(last(), signed)).rejects.toThrow('field.signed')
    await expect(prepareSignature(last(), { ...signed, field: 'nobody' })).rejects.toThrow('field.missing')
    const base = found(revisions[0])
    await expect(prepareSignature(base, { ...signed, stamp: bytes(Buffer.from('x')) })).rejects.toThrow('stamp')
  })

  test('refuses a page that is not there, a name twice, a second form, and what is no PDF', async () => {
    const paper = samplePaper('Thử')
    const place = found(samplePlaces(['Đơn vị'])[0])
    await expect(prepareFields(paper, [{ ...place, page: 9 }])).rejects.toThrow('page.missing')
    await expect(prepareFields(paper, [place, place])).rejects.toThrow('field.twice')
    await expect(prepareFields(last(), [place])).rejects.toThrow('pdf.hasFields')
    await expect(prepareFields(bytes(Buffer.from('%PDF-1.7 no')), [place])).rejects.toThrow('pdf.unreadable')
  })

  test('writes names typed in pieces as whole letters', async () => {
    const base = found(revisions[0])
    const request = { ...requestFor(signer(0), 'unit-1'), signerName: 'Nguyễn Thị Ngọc Ánh'.normalize('NFD') }
    const { prepared } = await prepareSignature(base, { ...request, stamp: sampleStamp('Ánh', 'Hội') })
    const whole = Buffer.from('\uFEFFNguyễn Thị Ngọc Ánh', 'utf16le').swap16().toString('hex').toUpperCase()
    expect(Buffer.from(prepared).toString('latin1')).toContain(`/Name <${whole}>`)
  })

  test('works on a paper whose table is a compressed stream', async () => {
    const pdf = await PDF.load(samplePaper('Bảng nén'))
    pdf.setTitle('Bảng nén')
    const packed = await pdf.save({ useXRefStream: true })
    const prepared = await prepareFields(packed, samplePlaces(['Một', 'Hai']))
    const signed = await signAs(house, signer(0), prepared, { field: 'unit-1', certify: true })
    expect(await pdfsig(signed)).toContain('Signature is Valid')
    expect(
      Buffer.from(signed)
        .toString('latin1')
        .match(/\/Type \/XRef/g),
    ).toHaveLength(3)
  })
})
