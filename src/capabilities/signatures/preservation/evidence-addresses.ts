import { oids } from '../asn1/identifiers.ts'
import { children, open, readElement, readOid } from '../asn1/read.ts'
import type { Element } from '../asn1/read.ts'
import { validationOids } from '../asn1/validation-identifiers.ts'
import type { Certificate } from '../trust/certificate.ts'

/** Where a certificate itself says that its revocation can be asked for. */
export interface EvidenceAddresses {
  readonly ocsp: readonly string[]
  readonly lists: readonly string[]
}

const uri = 0x86
const text = ({ content }: Element) => Buffer.from(content).toString('latin1')

/** A strange extension names no address. */
export function addressesIn({ extensions }: Certificate): EvidenceAddresses {
  const read = (oid: string, find: (value: Element) => string[]) => {
    const value = extensions.get(oid)?.value
    try {
      return value ? find(readElement(value)) : []
    } catch {
      return []
    }
  }
  return {
    ocsp: read(validationOids.authorityInformation, ocspIn),
    lists: read(oids.listDistributionPoints, pointsIn),
  }
}

function ocspIn(value: Element): string[] {
  return open(value).flatMap((access) => {
    const [method, place] = open(access)
    return place?.tag === uri && readOid(method) === validationOids.ocsp ? [text(place)] : []
  })
}

function pointsIn(value: Element): string[] {
  const points = open(value).flatMap((point) => children(point).filter(({ tag }) => tag === 0xa0))
  const names = points.flatMap((point) => children(point).filter(({ tag }) => tag === 0xa0))
  return names.flatMap((name) => children(name).flatMap((one) => (one.tag === uri ? [text(one)] : [])))
}
