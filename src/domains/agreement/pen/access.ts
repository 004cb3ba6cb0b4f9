import { worksFor, type Actor } from '#platform/actor.ts'
import { isApart } from '#platform/separation.ts'
import { mayDraft } from '../access.ts'

interface Scan {
  unit_id: string
  uploaded_by: string
  signer_account_id: string
}

interface Spoken {
  account_id: string
  unit_id: string
}

/** The head's people for any unit, and every unit's own people for theirs. */
export const mayBringScan = (actor: Actor, agreement: { bloc_year_id: string }, unit: string) =>
  mayDraft(actor, agreement) || worksFor(actor, unit)

/** What a would-be witness looks at, and who has spoken of it before. */
export interface Seen {
  scan: Scan
  blocYear: string
  spoken: readonly Spoken[]
}

const partsOf = ({ scan, spoken }: Seen) => ({
  signed: scan.signer_account_id,
  brought: scan.uploaded_by,
  units: [scan.unit_id, ...spoken.map((each) => each.unit_id)],
})

/** Someone of a member that neither signed here nor has spoken yet; who brought the scan and who signed never do. */
export const mayWitness = (actor: Actor, seen: Seen) =>
  unitsIn(actor, seen).length > 0 &&
  [null, ...seen.spoken.map((each) => each.account_id)].every((witnessed) =>
    isApart(actor, 'witnessSignature', { ...partsOf(seen), witnessed }),
  )

const unitsIn = (actor: Actor, { blocYear }: Seen) =>
  actor.memberships.filter((held) => held.blocYear === blocYear).map((held) => held.unit)

/** The member unit for which this person witnesses: the one they act for, where it is one. */
export const witnessUnit = (actor: Actor, seen: Seen): string | undefined => {
  const units = unitsIn(actor, seen)
  return units.find((unit) => unit === actor.actingUnit) ?? units[0]
}
