import { createHash } from 'node:crypto'
import canonicalize from 'canonicalize'
import type { OfficeName, YearKind } from '../../../db/types.ts'

/** What the signers agree to, and nothing else: the one source of the paper and of its hash. */
export interface CanonicalAgreement {
  format: 'giao-uoc/agreement/1'
  id: string
  version: number
  title: string
  year: { label: string; kind: YearKind; from: string; to: string }
  bloc: { id: string; code: string; name: string; founding: string }
  tenant: string
  place: string
  signingOn: string
  theme: string
  legalBases: readonly string[]
  opening: string
  commitments: readonly string[]
  movements: readonly { title: string; from: string; to: string; scope: string }[]
  targets: readonly { text: string; measure: string; plan: string; unit: string }[]
  titles: readonly { text: string; unit: string }[]
  organisation: readonly string[]
  copies: number
  witness: string
  isSample: boolean
  /** A successor with a confirmed mandate may sign for a person named here; texts that do not say so have none. */
  substitutes?: true
  parties: readonly Party[]
}

export interface Party {
  unit: string
  name: string
  office: OfficeName | null
  field: string
  signer: { name: string; post: string; mandate: string; document: string }
}

function toNfc<Value>(value: Value): Value {
  if (typeof value === 'string') return value.normalize('NFC') as Value
  if (Array.isArray(value)) return value.map(toNfc) as Value
  if (value !== null && typeof value === 'object') {
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, toNfc(inner)])) as Value
  }
  return value
}

/** RFC 8785 JSON of the agreement, all text NFC: the same content always gives the same bytes. */
export function canonicalText(agreement: CanonicalAgreement): string {
  const text = canonicalize(toNfc(agreement))
  if (text === undefined) throw new Error('an agreement is always a JSON object')
  return text
}

/** SHA-256 of the UTF-8 bytes of the canonical text, in hex: what is printed in the paper and signed. */
export const canonicalHash = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex')

export const readCanonical = (text: string) => JSON.parse(text) as CanonicalAgreement
