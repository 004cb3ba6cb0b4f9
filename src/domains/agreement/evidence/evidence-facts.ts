import type { Locale } from '#platform/words.ts'
import type { Evidence, UnitEvidence } from './gather-evidence.ts'
import { words } from './words.ts'

/** One line of the evidence, as screen and paper both show it. */
export interface EvidenceFact {
  label: string
  value: string
}

type Words = ReturnType<typeof words>

/** "09:05:02, 23/02/2023" in Vietnam, where the clock is seven hours ahead all year. */
export function momentOf(at: Date): string {
  const [day = '', clock = ''] = new Date(at.getTime() + 7 * 3_600_000).toISOString().split('T')
  return `${clock.slice(0, 8)}, ${dayText(day)}`
}

const dayText = (day: string) => day.split('-').reverse().join('/')

const fact = (label: string, value: string | null | undefined): EvidenceFact[] =>
  value === null || value === undefined || value === '' ? [] : [{ label, value }]

function byWhom({ place, mandate, confirmedBy }: UnitEvidence, t: Words): EvidenceFact[] {
  const isInstead = place.signed_mandate_id !== null && place.signed_mandate_id !== place.mandate_id
  const signer = place.signed_name === null ? null : t.person(place.signed_name, place.signed_post ?? '')
  const decided = mandate.decided_at === null ? '' : momentOf(mandate.decided_at)
  return [
    ...(signer === null || isInstead ? fact(t.named, t.person(place.signer_name, place.signer_post)) : []),
    ...fact(t.signer, signer),
    ...fact(t.mandate, t.mandateOf(mandate.document_name, dayText(mandate.from_on), dayText(mandate.to_on))),
    ...fact(t.confirmedBy, confirmedBy === null ? null : t.confirmed(confirmedBy, decided)),
  ]
}

function certificateFact({ place, signature }: UnitEvidence, t: Words): EvidenceFact[] {
  const certificate = signature?.certificate
  if (!certificate) return []
  const { serial, issuer } = certificate
  const number = serial.toUpperCase()
  const issued = t.certificateOf(number, issuer.commonName ?? '?')
  const isItself = issuer.commonName === signature.signer?.commonName
  return fact(place.way === 'pen' ? t.seal : t.certificate, isItself ? t.selfSigned(number) : issued)
}

/** What the system recorded of a pen: the scan, who sent it and who saw it. */
function penFacts({ scan, witnesses }: UnitEvidence, t: Words): EvidenceFact[] {
  if (scan === null) return []
  const seen = witnesses.map(({ name, unit_name, at }) => t.witness(name, unit_name, momentOf(at)))
  return [
    ...fact(t.penOn, dayText(scan.signed_on)),
    ...fact(t.scan, scan.scan_sha256),
    ...fact(t.broughtBy, t.confirmed(scan.uploader_name, momentOf(scan.uploaded_at))),
    ...fact(t.witnesses, seen.join('; ')),
  ]
}

function howSigned(unit: UnitEvidence, t: Words): EvidenceFact[] {
  const { place, signature } = unit
  if (place.way === null) return []
  const stamp = signature?.timestamp
  const stamped = stamp ? t.timestampOf(momentOf(new Date(stamp.time)), stamp.authority ?? '?') : t.noTimestamp
  return [
    ...fact(t.way, t.ways[place.way]),
    ...penFacts(unit, t),
    ...fact(t.recordedAt, place.decided_at === null ? null : momentOf(place.decided_at)),
    ...fact(t.device, place.device),
    ...certificateFact(unit, t),
    ...fact(t.timestamp, stamped),
  ]
}

/** All that is known of one unit's place. */
export function unitFacts(unit: UnitEvidence, locale: Locale): EvidenceFact[] {
  const t = words(locale)
  const { place } = unit
  const at = place.withdrawn_at
  const withdrawal = at === null ? null : t.withdrawn(momentOf(at), place.withdrawal_reason ?? '')
  return [
    ...fact(t.state, t.states[place.state]),
    ...byWhom(unit, t),
    ...howSigned(unit, t),
    ...fact(t.refusal, place.refusal_reason),
    ...fact(t.withdrawal, withdrawal),
  ]
}

/** What all of them signed. */
export function textFacts({ agreement, code, textSha256 }: Evidence, locale: Locale): EvidenceFact[] {
  const t = words(locale)
  return [
    ...fact(t.title, agreement.title),
    ...fact(t.version, String(agreement.version)),
    ...fact(t.code, code.replace(/(.{4})(?=.)/g, '$1-')),
    ...fact(t.hash, textSha256),
    ...fact(t.frozenAt, agreement.frozen_at && momentOf(agreement.frozen_at)),
    ...fact(t.signedAt, agreement.signed_at && momentOf(agreement.signed_at)),
  ]
}

/** The kept bytes of the paper, the oldest first; what no unit's field names carries proofs for later. */
export function revisionRows({ revisions, units }: Evidence, locale: Locale) {
  const t = words(locale)
  const names = new Map(units.map(({ place }) => [place.field, place.unit_name]))
  return revisions.map(({ number, field, made_at, sha256 }) => ({
    number: String(number),
    of: number === 0 ? t.base : (names.get(field ?? '') ?? t.proofs),
    at: momentOf(made_at),
    sha256,
  }))
}
