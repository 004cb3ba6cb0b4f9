import { canonicalJson } from '#platform/canonical-json.ts'
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

/** RFC 8785 JSON of the agreement, all text NFC: the same content always gives the same bytes. */
export const canonicalText = (agreement: CanonicalAgreement): string => canonicalJson(agreement)

export const readCanonical = (text: string) => JSON.parse(text) as CanonicalAgreement
