import type { UnitRoleName, UnitStatusName } from '../../../db/types.ts'

export type { UnitRoleName, UnitStatusName }

/** A name of a unit with its days; both ends belong to it. */
export interface UnitName {
  full_name: string
  short_name: string
  from_on: string
  to_on: string | null
  document: string
}

/** A unit as lists show it: under the name of a day. */
export interface UnitInList {
  id: string
  full_name: string
  short_name: string
  level_code: string
  status: UnitStatusName
  /** The former or coming name by which the search found it, when that is not today's. */
  matched_name: string | null
}

export const unitRoleNames = ['leader', 'officer'] as const satisfies UnitRoleName[]
export const unitStatusNames = ['active', 'ended'] as const satisfies UnitStatusName[]

/** The last name, whose end is open or lies latest. */
export function lastName<Name extends Pick<UnitName, 'from_on'>>(names: readonly Name[]): Name | undefined {
  return names.toSorted((one, other) => other.from_on.localeCompare(one.from_on))[0]
}
