import type { Party } from '#domains/agreement/canonical-text.ts'
import type { OfficeName } from '#domains/blocs/bloc-year.ts'

/** A member as the public reads it. */
export interface StoryMember {
  unit: string
  name: string
  office: OfficeName | null
  /** The last day in the bloc, of one that left within the year. */
  leftOn: string | null
  /** The first day in the bloc, of one that came after the agreement was signed. */
  joinedOn: string | null
}

interface PresentMember {
  unit: string
  full_name: string
  office: OfficeName | null
  from_on: string
}

interface Past {
  unit_id: string
  to_on: string | null
  name?: string
}

const asMember = ({ unit, full_name: name, office }: PresentMember): StoryMember => ({
  unit,
  name,
  office,
  leftOn: null,
  joinedOn: null,
})

/** Members that left within the year and did not come back, with their last day. */
function gone(present: readonly PresentMember[], ended: readonly Past[]): StoryMember[] {
  const last = new Map(ended.map((past) => [past.unit_id, past]))
  return [...last.values()]
    .filter(({ unit_id }) => !present.some(({ unit }) => unit === unit_id))
    .map(({ unit_id: unit, name = '', to_on: leftOn }) => ({ unit, name, office: null, leftOn, joinedOn: null }))
}

/**
 * Who signed, in the order and under the names of the paper, and what changed since: a merger in July ends a membership
 * and leaves the signed past as it was.
 */
export function storyMembers(
  parties: readonly Party[] | null,
  present: readonly PresentMember[],
  ended: readonly Past[],
): StoryMember[] {
  if (parties === null) return [...present.map(asMember), ...gone(present, ended)]
  const here = new Set(present.map((member) => member.unit))
  const signed = new Set(parties.map((party) => party.unit))
  const leftOn = (unit: string) =>
    here.has(unit) ? null : (ended.findLast((membership) => membership.unit_id === unit)?.to_on ?? null)
  return [
    ...parties.map(({ unit, name, office }) => ({ unit, name, office, leftOn: leftOn(unit), joinedOn: null })),
    ...present
      .filter((member) => !signed.has(member.unit))
      .map((member) => ({ ...asMember(member), joinedOn: member.from_on })),
  ]
}
