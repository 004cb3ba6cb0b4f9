import { found } from '#platform/errors.ts'
import { children, open, readElement } from '../asn1/read.ts'
import type { Element } from '../asn1/read.ts'
import { element, integer, sequence, tagged } from '../asn1/write.ts'

type Parts = Uint8Array[]
export const raw = ({ bytes }: Element) => bytes

/** Rewrites version, digests, content, certificates and signers of CMS SignedData. */
export function inSignedData(cms: Uint8Array, rewrite: (parts: Parts) => Parts): Uint8Array {
  const [type, wrapper] = open(readElement(cms))
  const parts = open(children(found(wrapper))[0]).map(raw)
  return sequence(found(type).bytes, tagged(0, sequence(...rewrite(parts))))
}

/** Rewrites version, identifier, digest, signed attributes, algorithm, signature, unsigned attributes. */
export const inSigner = (rewrite: (parts: Parts) => Parts) => (cms: Uint8Array) =>
  inSignedData(cms, (parts) => {
    const signer = open(found(open(readElement(found(parts.at(-1))), 0x31)[0])).map(raw)
    return [...parts.slice(0, -1), element(0x31, sequence(...rewrite(signer)))]
  })

export const inAttributes = (rewrite: (attributes: Element[]) => Parts) =>
  inSigner(([version = integer(1), who = integer(1), digest = integer(1), attributes = integer(1), ...rest]) => [
    version,
    who,
    digest,
    tagged(0, ...rewrite(children(readElement(attributes)))),
    ...rest,
  ])

/** Adds attributes that nobody signs. */
export const withUnsigned = (...attributes: Parts) =>
  inSigner((parts) => [...parts.slice(0, 6), tagged(1, ...attributes)])
