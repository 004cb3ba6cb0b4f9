import { readCertificate } from './certificate.ts'
import type { Certificate } from './certificate.ts'

/** A root trusted for signers alone or for time stamps alone. */
export interface TrustRoot {
  readonly der: Uint8Array
  readonly kind: 'signer' | 'time'
}

/** The whole of what is trusted; never the system's store. */
export interface TrustList {
  readonly signer: readonly Certificate[]
  readonly time: readonly Certificate[]
}

/** Bare bytes are trusted for both. Throws Asn1Error when one is no certificate. */
export function openTrustList(roots: readonly (Uint8Array | TrustRoot)[]): TrustList {
  const all = roots.map((root) => {
    const { der, kind } = root instanceof Uint8Array ? { der: root, kind: null } : root
    return { certificate: readCertificate(der), kind }
  })
  const of = (wanted: TrustRoot['kind']) =>
    all.flatMap(({ certificate, kind }) => (kind === null || kind === wanted ? [certificate] : []))
  return { signer: of('signer'), time: of('time') }
}
