import { fillGap } from '../judging/signature-gap.ts'
import { prepareSignature } from '../signing/prepare-signature.ts'
import { sampleStamp } from './papers.ts'
import type { Issued, TestPki } from './pki.ts'

interface OpensslSignature {
  readonly field: string
  readonly signer: Issued
  /** More parameters for `openssl cms -sign`. */
  readonly how?: readonly string[]
  readonly subFilter?: string
  /** Instead of what openssl makes. */
  readonly rewrite?: (cms: Uint8Array) => Uint8Array | Promise<Uint8Array>
}

/** Signs a prepared field as a stranger would: the CMS is made by `openssl cms -sign -cades`. */
export async function signWithOpenssl(pki: TestPki, pdf: Uint8Array, wanted: OpensslSignature): Promise<Uint8Array> {
  const { field, signer, how = ['-cades', '-md', 'sha256'], rewrite = (cms) => cms } = wanted
  const job = await prepareSignature(pdf, {
    field,
    certificate: pki.issuing,
    chain: [],
    stamp: sampleStamp(signer.name, 'openssl'),
    signerName: signer.name,
    signedAt: new Date('2026-11-23T02:00:00Z'),
    certify: false,
  })
  const prepared = withSubFilter(job.prepared, wanted.subFilter)
  const [, length, again, rest] = job.byteRange
  const content = Buffer.concat([prepared.subarray(0, length), prepared.subarray(again, again + rest)])
  const file = await pki.write('content', content)
  const keys = ['-signer', signer.pem, '-inkey', signer.key, '-certfile', 'issuing.pem']
  const made = ['-binary', '-outform', 'DER', '-out', 'signature.der']
  await pki.openssl('cms', '-sign', '-in', file, ...keys, ...how, ...made)
  return fillGap(prepared, job.byteRange, await rewrite(await pki.read('signature.der')))
}

/** Another kind, padded so that nothing moves. */
function withSubFilter(prepared: Uint8Array, subFilter: string | undefined): Uint8Array {
  const ours = '/SubFilter /ETSI.CAdES.detached'
  const copy = Buffer.from(prepared)
  if (subFilter !== undefined)
    copy.write(`/SubFilter /${subFilter}`.padEnd(ours.length), copy.lastIndexOf(ours), 'latin1')
  return copy
}
