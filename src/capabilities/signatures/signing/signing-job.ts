import { SigningError } from './signing-error.ts'
import { sha256 } from '../cms/cms-write.ts'

/**
 * A document waiting for one raw signature. It holds no secret. Only one job per document can become part of it:
 * a second one prepared on the same base is stale once the first is complete.
 */
export interface SigningJob {
  readonly field: string
  /** The bytes the job was prepared on. */
  readonly base: { readonly sha256: string; readonly length: number }
  /** The base with the signature's revision behind it and zeros where the signature will be. */
  readonly prepared: Uint8Array
  /** Start and length of the two signed parts of `prepared`. */
  readonly byteRange: readonly [number, number, number, number]
  /** SHA-256 of the two parts. */
  readonly digest: Uint8Array
  /** DER SET: what the signer signs, with SHA-256 as the digest of ECDSA or RSA PKCS#1 v1.5. */
  readonly signedAttributes: Uint8Array
  readonly certificate: Uint8Array
  readonly chain: readonly Uint8Array[]
}

/** The job without the base's bytes, as JSON: bytes are base64. It survives a restart in a column of its own. */
export interface StoredJob {
  readonly version: 1
  readonly field: string
  readonly base: { readonly sha256: string; readonly length: number }
  readonly appended: string
  readonly byteRange: readonly [number, number, number, number]
  readonly digest: string
  readonly signedAttributes: string
  readonly certificate: string
  readonly chain: readonly string[]
}

const text = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64')
const bytes = (text: string) => new Uint8Array(Buffer.from(text, 'base64'))

export function storeJob(job: SigningJob): StoredJob {
  return {
    version: 1,
    field: job.field,
    base: job.base,
    appended: text(job.prepared.subarray(job.base.length)),
    byteRange: job.byteRange,
    digest: text(job.digest),
    signedAttributes: text(job.signedAttributes),
    certificate: text(job.certificate),
    chain: job.chain.map(text),
  }
}

/** `base` is the document as it is now. Throws `job.stale` when it is no longer what the job was prepared on. */
export function restoreJob(stored: StoredJob, base: Uint8Array): SigningJob {
  if (isStale(stored, base)) throw new SigningError('job.stale')
  return {
    field: stored.field,
    base: stored.base,
    prepared: Buffer.concat([base, bytes(stored.appended)]),
    byteRange: stored.byteRange,
    digest: bytes(stored.digest),
    signedAttributes: bytes(stored.signedAttributes),
    certificate: bytes(stored.certificate),
    chain: stored.chain.map(bytes),
  }
}

function isStale(job: Pick<SigningJob, 'base'>, base: Uint8Array): boolean {
  return job.base.length !== base.length || job.base.sha256 !== Buffer.from(sha256(base)).toString('hex')
}
