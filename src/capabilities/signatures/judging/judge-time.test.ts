import { createHash, createPrivateKey, sign } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { found } from '#platform/errors.ts'
import { oids } from '../asn1/identifiers.ts'
import { children, readElement } from '../asn1/read.ts'
import { octets, oid, sequence, setOf, tagged } from '../asn1/write.ts'
import { validationOids } from '../asn1/validation-identifiers.ts'
import { readSignedData } from '../cms/cms-read.ts'
import { prepareFields } from '../signing/prepare-fields.ts'
import type { PdfReport } from '../report/report.ts'
import { signWithOpenssl } from '../testing/openssl-signer.ts'
import { opensslTimestamp, signaturesOf } from '../testing/outside-checkers.ts'
import { samplePaper, samplePlaces } from '../testing/papers.ts'
import { makePki } from '../testing/pki.ts'
import type { Issued, TestPki } from '../testing/pki.ts'
import { inSignedData, inSigner, raw } from '../testing/rewrite-cms.ts'
import { stampedBy } from '../testing/stamps.ts'
import { verifyPdf } from '../verify-pdf.ts'

let pki: TestPki
let base: Uint8Array
let signer: Issued
let tsa: Issued

beforeAll(async () => {
  pki = await makePki()
  signer = await pki.issue('Nguyen Van A', 'p256')
  tsa = await pki.issue('Dau thoi gian', 'p256', 'tsa')
  base = await prepareFields(samplePaper('Bản ký kết'), samplePlaces(['Một']))
}, 60_000)

afterAll(() => pki.close())

const minutes = (count: number) => new Date(Date.now() + count * 60_000)
const seconds = (date: Date) => new Date(Math.floor(date.getTime() / 1000) * 1000)
/** When the tests look at the paper: an hour after it was signed. */
const later = minutes(60)
const stampedAt = seconds(minutes(1))

interface Look {
  readonly trust?: readonly Uint8Array[]
  readonly lists?: readonly Uint8Array[]
  readonly at?: Date
}

async function report(pdf: Uint8Array, { trust = [pki.root], lists = [], at = later }: Look = {}): Promise<PdfReport> {
  const result = await verifyPdf(pdf, { trust, at, evidence: { responses: [], lists } })
  if ('problem' in result) throw new Error(result.problem)
  return result
}

const firstOf = async (pdf: Uint8Array, look?: Look) => found((await report(pdf, look)).signatures[0])

const stamped = (...stamps: Parameters<typeof stampedBy> extends [TestPki, ...infer Rest] ? Rest : never) =>
  signWithOpenssl(pki, base, { field: 'unit-1', signer, rewrite: stampedBy(pki, ...stamps) })

describe('a time stamp', () => {
  test('of a trusted authority tells when the signature was made, to openssl too', async () => {
    const pdf = await stamped({ by: tsa, at: stampedAt })
    const signature = await firstOf(pdf)
    expect(signature).toMatchObject({ provenBy: 'timestamp', judgedAt: stampedAt.toISOString(), level: 'B-T' })
    expect(signature.timestamp).toMatchObject({ authority: 'Dau thoi gian', trust: { trusted: true } })
    const { signer: info } = readSignedData(found(signaturesOf(pdf)[0]).cms)
    const token = found(info.unsigned.get(oids.timeStampToken)?.[0]).bytes
    expect(await opensslTimestamp(token, info.signature, pki.root)).toContain('Verification: OK')
  })

  test.each(['leaf', 'looseTsa', 'mixedTsa'] as const)('by a certificate of the kind %s is none', async (kind) => {
    const by = await pki.issue(`Khong phai ${kind}`, 'p256', kind)
    const pdf = await stamped({ by, at: stampedAt })
    expect(await firstOf(pdf)).toMatchObject({ state: 'intact', timestamp: null, provenBy: null, level: 'B-B' })
    expect((await firstOf(pdf)).remarks).toEqual(['timestamp.wrong'])
    const { signer: info } = readSignedData(found(signaturesOf(pdf)[0]).cms)
    const token = found(info.unsigned.get(oids.timeStampToken)?.[0]).bytes
    await expect(opensslTimestamp(token, info.signature, pki.root)).rejects.toThrow('unsuitable certificate purpose')
  })

  test('over something else, ahead of time or before its certificate proves nothing', async () => {
    const astray = await firstOf(await stamped({ by: tsa, at: stampedAt, astray: true }))
    expect([astray.state, astray.remarks, astray.provenBy]).toEqual(['intact', ['timestamp.wrong'], null])
    for (const at of [minutes(600), minutes(-6000)]) {
      const odd = await firstOf(await stamped({ by: tsa, at }))
      expect(odd).toMatchObject({ provenBy: null, timestamp: { trust: { trusted: false, reason: 'notYetValid' } } })
      expect(odd.remarks).toEqual(['timestamp.untrusted'])
    }
  })

  test('whose certificate has ended proves nothing any more', async () => {
    const pdf = await stamped({ by: tsa, at: stampedAt })
    const ended = await firstOf(pdf, { at: minutes(400 * 1440) })
    expect(ended).toMatchObject({
      provenBy: null,
      trust: { reason: 'expired' },
      timestamp: { trust: { reason: 'expired' } },
    })
  })

  test('beside one that is not to be believed counts', async () => {
    const other = await pki.issue('La', 'p256', 'looseTsa')
    const two = await firstOf(await stamped({ by: other, at: stampedAt }, { by: tsa, at: stampedAt }))
    expect(two).toMatchObject({ provenBy: 'timestamp', remarks: ['timestamp.wrong'] })
  })

  test('of an authority revoked since counts unless its key was lost or it was revoked before', async () => {
    const outcome = async (reason: string, at: Date) => {
      const by = await pki.issue(`Dau ${reason} ${at.getTime()}`, 'p256', 'tsa')
      const pdf = await stamped({ by, at: stampedAt })
      await pki.revoke(by, at, reason)
      return (await firstOf(pdf, { lists: [await pki.crl()] })).provenBy
    }
    expect(await outcome('superseded', minutes(20))).toBe('timestamp')
    expect(await outcome('keyCompromise', minutes(20))).toBe(null)
    expect(await outcome('superseded', minutes(-20))).toBe(null)
  })
})

describe('a signer who was revoked', () => {
  test('after the time stamp signed validly; before it, or with no time proven, not; openssl knows no such difference', async () => {
    const outcome = async (at: Date, stamps: Parameters<typeof stamped>) => {
      const own = await pki.issue(`Nguoi ${at.getTime()} ${stamps.length}`, 'p256')
      const rewrite = stamps.length > 0 ? { rewrite: stampedBy(pki, ...stamps) } : {}
      const pdf = await signWithOpenssl(pki, base, { field: 'unit-1', signer: own, ...rewrite })
      const before = await pki.crl()
      expect([(await report(pdf, { lists: [before] })).verdict, await opensslSays(pdf, before)]).toEqual([
        'valid',
        'good',
      ])
      await pki.revoke(own, at, 'keyCompromise')
      const list = await pki.crl()
      const [first] = (await report(pdf, { lists: [list] })).signatures
      return [
        (await report(pdf, { lists: [list] })).verdict,
        first?.chain[0]?.revocation.state,
        await opensslSays(pdf, list),
      ]
    }
    const stamp = { by: tsa, at: stampedAt }
    expect(await outcome(minutes(30), [stamp])).toEqual(['valid', 'revokedLater', 'revoked'])
    expect(await outcome(minutes(-30), [stamp])).toEqual(['revoked', 'revoked', 'revoked'])
    expect(await outcome(minutes(30), [])).toEqual(['revoked', 'revoked', 'revoked'])
  })

  test('is found by lists and answers that came in the signature itself', async () => {
    const own = await pki.issue('Trong chu ky', 'p256')
    const responder = await pki.issue('Tra loi', 'p256', 'responder')
    await pki.revoke(own, minutes(-30), 'superseded')
    const [list, response] = [await pki.crl(), await pki.ocsp(own, responder)]
    const carry =
      (...choices: Uint8Array[]) =>
      (cms: Uint8Array) =>
        inSignedData(cms, (parts) => [...parts.slice(0, -1), tagged(1, ...choices), ...parts.slice(-1)])
    const key = createPrivateKey(await readFile(own.key))
    const adobe = (cms: Uint8Array) => {
      const more = sequence(oid(validationOids.adobeRevocation), setOf(sequence(tagged(0, sequence(list)))))
      return inSigner(([version, who, digest, attributes, algorithm]) => {
        const all = setOf(...children(readElement(found(attributes))).map(raw), more)
        const signed = Buffer.concat([Uint8Array.of(0xa0), all.subarray(1)])
        return [found(version), found(who), found(digest), signed, found(algorithm), octets(sign('sha256', all, key))]
      })(cms)
    }
    const answer = tagged(1, oid(validationOids.ocspInCms), response)
    for (const [rewrite, source] of [
      [carry(list), 'crl'],
      [carry(answer), 'ocsp'],
      [adobe, 'crl'],
    ] as const) {
      const pdf = await signWithOpenssl(pki, base, { field: 'unit-1', signer: own, rewrite })
      const signature = await firstOf(pdf)
      expect(signature).toMatchObject({ state: 'intact', trust: { trusted: false, reason: 'revoked' } })
      expect(signature.chain[0]?.revocation).toMatchObject({ state: 'revoked', source, reason: 'superseded' })
    }
  })
})

/** Whether `openssl cms -verify -crl_check` takes the signer as good at the end. */
async function opensslSays(pdf: Uint8Array, list: Uint8Array): Promise<string> {
  const { cms, content } = found(signaturesOf(pdf)[0])
  const name = createHash('sha256').update(cms).digest('hex').slice(0, 12)
  const files = { cms: await pki.write(`${name}.cms`, cms), content: await pki.write(`${name}.bin`, content) }
  await pki.openssl('crl', '-in', await pki.write(`${name}.crl`, list), '-inform', 'DER', '-out', `${name}.pem`)
  const both = `${await readFile(`${pki.folder}/root.pem`, 'utf8')}${await readFile(`${pki.folder}/${name}.pem`, 'utf8')}`
  const trust = ['-CAfile', await pki.write(`${name}.trust`, both), '-certfile', 'issuing.pem', '-crl_check']
  const verify = ['cms', '-verify', '-cades', '-binary', '-inform', 'DER', '-in', files.cms, '-content', files.content]
  const at = ['-attime', String(Math.floor(later.getTime() / 1000)), '-out', `${name}.out`]
  const said = await pki.openssl(...verify, ...trust, ...at).catch(String)
  return said.includes('certificate revoked') ? 'revoked' : said.includes('successful') ? 'good' : said
}
