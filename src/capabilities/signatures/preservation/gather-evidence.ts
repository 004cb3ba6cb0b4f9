import type { Certificate } from '../trust/certificate.ts'
import { checkRevocation } from '../revocation/check-revocation.ts'
import { openEvidence } from '../revocation/evidence.ts'
import type { RawEvidence } from '../revocation/evidence.ts'
import { isAbout } from '../revocation/ocsp.ts'
import { writeOcspRequest } from '../revocation/ocsp-request.ts'
import { addressesIn } from './evidence-addresses.ts'
import type { EvidenceFetcher } from './fetch-evidence.ts'
import type { ValidationData } from './read-validation-data.ts'
import type { WantedProof } from './wanted-proofs.ts'

export interface EvidenceSources {
  /** What is at hand: in the file, and the lists of our own authority. */
  readonly known: RawEvidence
  readonly fetcher?: EvidenceFetcher | undefined
  readonly now: Date
}

export interface Gathered {
  readonly data: ValidationData
  /** Names of certificates that nothing shows not to have been revoked. */
  readonly missing: readonly string[]
}

/** One certificate below its issuer, which must be shown good at a moment. */
interface Link {
  readonly certificate: Certificate
  readonly issuer: Certificate
  readonly at: Date
}

/** Proofs for every certificate of these paths, asked for only where what is at hand does not suffice. */
export async function gatherEvidence(wanted: readonly WantedProof[], sources: EvidenceSources): Promise<Gathered> {
  const responses: Uint8Array[] = []
  const lists: Uint8Array[] = []
  const missing = wanted.flatMap(({ path, whose }) => (path.length === 0 ? [whose] : []))
  for (const link of wanted.flatMap(linksIn)) {
    const fresh = { known: { responses, lists }, now: sources.now }
    const found = proofAtHand(link, fresh) ?? proofAtHand(link, sources) ?? (await fetchProof(link, sources))
    if (found) {
      responses.push(...found.responses)
      lists.push(...found.lists)
    } else missing.push(nameOf(link))
  }
  const certificates = wanted.flatMap(({ path }) => path.map(({ der }) => der))
  return { data: { certificates, responses, lists }, missing }
}

const linksIn = ({ path, at }: WantedProof): Link[] =>
  path.slice(0, -1).map((certificate, index) => ({ certificate, issuer: path[index + 1] ?? certificate, at }))

const nameOf = ({ certificate }: Link) => certificate.subject.commonName ?? certificate.serial

/** Those of the known proofs that speak of this certificate, when together they show it good. */
function proofAtHand(link: Link, { known, now }: Pick<EvidenceSources, 'known' | 'now'>): RawEvidence | null {
  const { certificate, issuer, at } = link
  const all = openEvidence(known)
  const evidence = {
    responses: all.responses.filter(({ statements }) => statements.some((one) => isAbout(one, certificate, issuer))),
    lists: all.lists.filter(({ issuerDer }) => Buffer.compare(issuerDer, certificate.issuerDer) === 0),
  }
  const { state } = checkRevocation(certificate, issuer, evidence, { at, now })
  if (state !== 'good' && state !== 'revokedLater') return null
  return { responses: evidence.responses.map(({ der }) => der), lists: evidence.lists.map(({ der }) => der) }
}

const mostAddresses = 3

async function fetchProof(link: Link, { fetcher, now }: EvidenceSources): Promise<RawEvidence | null> {
  if (!fetcher) return null
  const { ocsp, lists } = addressesIn(link.certificate)
  const request = writeOcspRequest(link.certificate, link.issuer)
  const tries = [
    ...ocsp.slice(0, mostAddresses).map((url) => async () => asResponse(await fetcher.askOcsp(url, request))),
    ...lists.slice(0, mostAddresses).map((url) => async () => asList(await fetcher.fetchList(url))),
  ]
  for (const ask of tries) {
    const found = proofAtHand(link, { known: await ask(), now })
    if (found) return found
  }
  return null
}

const asResponse = (bytes: Uint8Array | null): RawEvidence => ({ responses: bytes ? [bytes] : [], lists: [] })
const asList = (bytes: Uint8Array | null): RawEvidence => ({ responses: [], lists: bytes ? [bytes] : [] })
