import type { Actor } from '#platform/actor.ts'

/** The right to read as words that stand in the index beside what may be read; each like its predicate in `access.ts`. */
export const everyone = ['public']
export const signedIn = ['signed-in']
export const authority = 'authority'
export const administrator = 'administrator'
export const member = (blocYear: string) => `member:${blocYear}`
/** Acts for the unit that leads: its people and the secretary. */
export const head = (blocYear: string) => `head:${blocYear}`
export const secretary = (blocYear: string) => `secretary:${blocYear}`
export const unit = (id: string) => `unit:${id}`
/** Works for a unit that is a member of the year now. */
export const memberUnit = (blocYear: string, id: string) => `member:${blocYear}:${id}`

/** Members of a year, who leads it, and the authority: movements, targets, evidence. */
export const yearReaders = (blocYear: string) => [authority, member(blocYear), head(blocYear)]

/** All keys that a person holds. */
export function keysOf(actor: Actor): string[] {
  const heads = actor.offices.filter(({ office }) => office === 'head')
  const keys = [
    ...signedIn,
    ...actor.tenantRoles,
    ...actor.units.map((held) => unit(held.unit)),
    ...actor.memberships.flatMap((held) => [member(held.blocYear), memberUnit(held.blocYear, held.unit)]),
    ...heads.map(({ blocYear }) => head(blocYear)),
    ...actor.blocRoles.flatMap(({ blocYear }) => [head(blocYear), secretary(blocYear)]),
  ]
  return [...new Set(keys)]
}
