import { readCrl } from './crl.ts'
import type { Crl } from './crl.ts'
import { readOcsp } from './ocsp.ts'
import type { OcspResponse } from './ocsp.ts'

/** Proofs about revocation as they came, DER: OCSP responses and lists of revoked certificates. */
export interface RawEvidence {
  readonly responses: readonly Uint8Array[]
  readonly lists: readonly Uint8Array[]
}

export interface Evidence {
  readonly responses: readonly OcspResponse[]
  readonly lists: readonly Crl[]
}

export const noEvidence: RawEvidence = { responses: [], lists: [] }

const mostProofs = 200

/** What cannot be read, or is of a kind that is not supported, proves nothing and is left out. */
export function openEvidence(...sources: readonly RawEvidence[]): Evidence {
  return {
    responses: unique(sources.flatMap(({ responses }) => responses)).flatMap((der) => readable(der, readOcsp)),
    lists: unique(sources.flatMap(({ lists }) => lists)).flatMap((der) => readable(der, readCrl)),
  }
}

export function unique(all: readonly Uint8Array[]): Uint8Array[] {
  return [...new Map(all.map((der) => [Buffer.from(der).toString('latin1'), der])).values()].slice(0, mostProofs)
}

function readable<Read>(der: Uint8Array, read: (der: Uint8Array) => Read): Read[] {
  try {
    return [read(der)]
  } catch {
    return []
  }
}
