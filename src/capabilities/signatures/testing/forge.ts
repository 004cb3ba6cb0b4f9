import { found } from '#platform/errors.ts'
import { readCertificate } from '../trust/certificate.ts'
import { sha256, signedAttributesOf, writeSignedData } from '../cms/cms-write.ts'
import { prepareFields } from '../signing/prepare-fields.ts'
import { prepareSignature } from '../signing/prepare-signature.ts'
import { addObject } from '../pdf/append.ts'
import { isKind, ref } from '../pdf/value.ts'
import { integer, sequence } from '../asn1/write.ts'
import { signWith } from '../keys/signer-key.ts'
import { layField } from './attacks-on-signatures.ts'
import { append, drawing, editFirstPage, firstPage, put, whiteBox } from './edit.ts'
import { samplePaper, samplePlaces } from './papers.ts'
import { signAs } from './signers.ts'
import type { TestHouse } from './signers.ts'

/** What a forger who is one of the signers, or wrote the paper, can do with a key of his own. */
export type Forgery = (house: TestHouse) => Promise<Uint8Array>

type Range = readonly number[]

/** Really signed, over whatever the range says: only its shape is wrong. */
const overRange =
  (deform: (range: readonly [number, number, number, number]) => Range): Forgery =>
  async (house) => {
    const signer = found(house.signers[0])
    const base = await prepareFields(samplePaper('Giao ước'), samplePlaces([signer.unit]))
    const request = { field: 'unit-1', certificate: signer.certificate, chain: [house.root], stamp: signer.stamp }
    const job = await prepareSignature(base, {
      ...request,
      signerName: signer.name,
      signedAt: new Date(0),
      certify: false,
    })
    const range = deform(job.byteRange)
    const bytes = Buffer.from(job.prepared)
    const place = bytes.lastIndexOf('/ByteRange [')
    const room = bytes.indexOf('/Contents', place) - place - 1
    bytes.write(`/ByteRange [${range.join(' ')}]`.padEnd(room), place, 'latin1')
    const pieces = range.flatMap((from, index) =>
      index % 2 === 0 ? [bytes.subarray(from, from + (range[index + 1] ?? 0))] : [],
    )
    const attributes = signedAttributesOf(sha256(Buffer.concat(pieces)), readCertificate(signer.certificate))
    const raw = await signWith(signer.key, new Uint8Array(attributes))
    const signature = sequence(integer(raw.subarray(0, 32)), integer(raw.subarray(32)))
    const parts = {
      certificate: readCertificate(signer.certificate),
      chain: [house.root],
      signature,
      timestampToken: null,
    }
    const cms = writeSignedData({ ...parts, signedAttributes: attributes })
    bytes.write(Buffer.from(cms).toString('hex'), job.byteRange[1] + 1, 'latin1')
    return bytes
  }

/** The coverage anomalies: a verifier that only computes the digest finds each of them right. */
export const coverage: Readonly<Record<string, Forgery>> = {
  'the range has one part, up to the signature': overRange(([from, length]) => [from, length]),
  'the gap is larger than the signature, behind it': overRange(([from, length, again, rest]) => [
    from,
    length,
    again + 40,
    rest - 40,
  ]),
  'the gap is larger than the signature, before it': overRange(([from, length, again, rest]) => [
    from,
    length - 40,
    again,
    rest,
  ]),
  'the last bytes are left out': overRange(([from, length, again, rest]) => [from, length, again, rest - 30]),
  'the first bytes are left out': overRange(([, length, again, rest]) => [9, length - 9, again, rest]),
  'the range has three parts and two gaps': overRange(([from, length, again, rest]) =>
    [from, 100, 120, length - 120].concat(again, rest),
  ),
}

async function signedBy(house: TestHouse, base: Uint8Array, certify = true): Promise<Uint8Array> {
  return signAs(house, found(house.signers[0]), base, { field: 'unit-1', certify })
}

const prepared = (paper: Uint8Array) => prepareFields(paper, samplePlaces(['Một', 'Hai']))

/** Prepared before signing, brought out after it (shadow attacks): nothing here is refused by the one who signs. */
export const shadows: Readonly<Record<string, Forgery>> = {
  'hide: a cover is taken off': async (house) => {
    const covered = editFirstPage((draft, page) => ({
      Contents: [page.dict.get('Contents') ?? null, drawing(draft, whiteBox)],
    }))(samplePaper('Hai mặt'))
    return append(await signedBy(house, await prepared(covered)), (draft) => {
      const cover = firstPage(draft).dict.get('Contents')
      const [, last] = Array.isArray(cover) ? (cover as unknown[]) : []
      if (isKind(last as null, 'ref')) draft.objects.set((last as { num: number }).num, null)
    })
  },
  'replace: another drawing under the same number': async (house) => {
    const signed = await signedBy(house, await prepared(samplePaper('Hai mặt')))
    return append(signed, (draft) => {
      const contents = firstPage(draft).dict.get('Contents')
      if (isKind(contents, 'ref'))
        draft.objects.set(contents.num, { kind: 'stream', dict: new Map(), data: Buffer.from(whiteBox) })
    })
  },
  'hide and replace: a second page waits unseen': async (house) => {
    let waiting = 0
    const twofold = append(samplePaper('Hai mặt'), (draft) => {
      waiting = addObject(draft, new Map([...firstPage(draft).dict, ['Contents', drawing(draft, whiteBox)]]))
    })
    return append(await signedBy(house, await prepared(twofold)), (draft) => {
      const page = firstPage(draft)
      put(draft, page, { Contents: ref(waiting) })
    })
  },
}

/** One of the signers lays the picture of his own, right signature over the text. */
export const sneakySigner: Forgery = async (house) => {
  const signed = await signedBy(house, await prepared(samplePaper('Giao ước')))
  const laid = layField({ rect: [50, 300, 450, 500] })(signed)
  return signAs(house, found(house.signers[1]), laid, { field: 'la', certify: false })
}

/** A second certification that allows more than the first one. */
export const certifiedAgain: Forgery = async (house) => {
  const signed = await signedBy(house, await prepared(samplePaper('Giao ước')))
  return signAs(house, found(house.signers[1]), signed, { field: 'unit-2', certify: true })
}

/** Signature wrapping: the signed bytes stay, and others stand between them behind a shorter value. */
export const wrapped: Forgery = async (house) => {
  const signed = Buffer.from(await signedBy(house, await prepared(samplePaper('Giao ước'))))
  const start = signed.lastIndexOf('/Contents <') + '/Contents '.length
  const end = signed.indexOf('>', start)
  const hex = signed.subarray(start, end).toString('latin1').replace(/0+$/, '')
  const even = hex.length % 2 === 1 ? hex : `${hex}0`
  signed.write(`${even}>/Extra <`.padEnd(end - start, '0'), start, 'latin1')
  return signed
}
