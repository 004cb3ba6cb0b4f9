import { createHash, verify, X509Certificate } from 'node:crypto'
import canonicalize from 'canonicalize'
import { crockfordLength, fromCrockford, toCrockford } from '../crockford.ts'

/** What the log was at a moment: its last entry, signed by the system's seal. Whoever keeps it can prove a later change. */
export interface Checkpoint {
  /** Slug. */
  tenant: string
  /** Of the last entry; 0 while there is none. */
  number: number
  /** Of that entry, 32 bytes. */
  hash: Uint8Array
  /** To the second. */
  at: Date
  /** The first 16 bytes of the SHA-256 of the seal's certificate. */
  seal: Uint8Array
}

export interface SignedCheckpoint extends Checkpoint {
  /** ECDSA P-256 with SHA-256 over `checkpointBytes`, raw r‖s. */
  signature: Uint8Array
}

const hashLength = 32
const sealLength = 16
const signatureLength = 64

/** What a tenant's first entry is chained to; the migration writes the same. */
export const genesisOf = (tenant: string) => createHash('sha256').update(`t_${tenant}`, 'utf8').digest()

export const sealNameOf = (certificate: Uint8Array) =>
  createHash('sha256').update(certificate).digest().subarray(0, sealLength)

/** '2026-11-23T02:00:00Z': a checkpoint knows no fractions of a second. */
const secondOf = (at: Date) => `${at.toISOString().slice(0, 19)}Z`

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex')

/** What is signed: RFC 8785 JSON, UTF-8. */
export function checkpointBytes({ tenant, number, hash, at, seal }: Checkpoint): Uint8Array {
  const text = canonicalize({
    kind: 'giao-uoc checkpoint 1',
    tenant,
    chain: hex(genesisOf(tenant)),
    number,
    hash: hex(hash),
    at: secondOf(at),
    seal: hex(seal),
  })
  return new TextEncoder().encode(text)
}

const compactTime = (at: Date) => secondOf(at).replaceAll(/[-:]/g, '')

/** One line that survives mail, paper and the reading of a PDF: no hyphen, no sign that looks like another. */
export function writeCheckpoint(checkpoint: SignedCheckpoint): string {
  const { tenant, number, hash, at, seal, signature } = checkpoint
  return [
    'GU1',
    tenant,
    number,
    toCrockford(hash),
    compactTime(at),
    toCrockford(seal),
    toCrockford(signature),
    '',
  ].join('/')
}

const begins = /G\s*U\s*1\s*\//g
const longest = 900
const signs = (name: string, bytes: number) => `(?<${name}>[0-9A-Za-z]{${crockfordLength(bytes)}})`
const compact = new RegExp(
  `^GU1/(?<tenant>[a-z][a-z0-9_]{1,40})/(?<number>\\d{1,15})/${signs('hash', hashLength)}/(?<at>\\d{8}T\\d{6}Z)/` +
    `${signs('seal', sealLength)}/${signs('signature', signatureLength)}/`,
)

function timeOf(compactTime: string): Date {
  const time = new Date(compactTime.replace(/^(....)(..)(..)T(..)(..)(..)Z$/, '$1-$2-$3T$4:$5:$6Z'))
  if (Number.isNaN(time.getTime())) throw new RangeError('no such time')
  return time
}

function readOne(broken: string): SignedCheckpoint | null {
  // Lines are broken, quoted ("> ") and spaced by mail programs, printers and readers of PDF.
  const parts = compact.exec(broken.replaceAll(/[\s>\u00ad\u200b-\u200d\u2060\ufeff]/gu, ''))?.groups
  if (parts === undefined) return null
  const text = (name: string) => parts[name] ?? ''
  try {
    return {
      tenant: text('tenant'),
      number: Number(text('number')),
      at: timeOf(text('at')),
      hash: fromCrockford(text('hash'), hashLength),
      seal: fromCrockford(text('seal'), sealLength),
      signature: fromCrockford(text('signature'), signatureLength),
    }
  } catch {
    return null
  }
}

export interface FoundCheckpoints {
  checkpoints: SignedCheckpoint[]
  /** Places where one begins that cannot be read to its end. */
  unreadable: number
}

/** Every checkpoint in a text, wherever its lines are broken. */
export function readCheckpoints(text: string): FoundCheckpoints {
  const found: FoundCheckpoints = { checkpoints: [], unreadable: 0 }
  for (const match of text.matchAll(begins)) {
    const one = readOne(text.slice(match.index, match.index + longest))
    if (one === null) found.unreadable += 1
    else found.checkpoints.push(one)
  }
  return found
}

/** Whether the seal of this certificate (DER) signed it. */
export function isSealedBy(checkpoint: SignedCheckpoint, certificate: Uint8Array): boolean {
  const key = new X509Certificate(certificate).publicKey
  return verify('sha256', checkpointBytes(checkpoint), { key, dsaEncoding: 'ieee-p1363' }, checkpoint.signature)
}
