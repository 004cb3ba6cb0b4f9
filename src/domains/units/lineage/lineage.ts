import { leadsOn, type Deed, type Party } from './deed.ts'

/** A step from one unit to another: by which deed, and to or from whom. */
export interface Step {
  deed: Deed
  party: Party
}

const holds = (deed: Deed) => deed.undone_at === null && leadsOn(deed.kind)
const sideOf = (deed: Deed, side: Party['side']) => deed.parties.filter((party) => party.side === side)
const isUnit = (unit: string) => (party: Party) => party.unit === unit

function stepsOf(unit: string, deeds: readonly Deed[], [from, to]: readonly [Party['side'], Party['side']]): Step[] {
  return deeds
    .filter((deed) => holds(deed) && sideOf(deed, from).some(isUnit(unit)))
    .flatMap((deed) => sideOf(deed, to).map((party) => ({ deed, party })))
    .filter(({ party }) => party.unit !== unit)
}

/** Into whom a unit went, and out of whom it came: one step. */
export const successorsOf = (unit: string, deeds: readonly Deed[]) => stepsOf(unit, deeds, ['before', 'after'])
export const predecessorsOf = (unit: string, deeds: readonly Deed[]) => stepsOf(unit, deeds, ['after', 'before'])

/** Each way from a unit to those that carry on its work today, step by step. */
export function waysOn(unit: string, deeds: readonly Deed[]): Party[][] {
  return successorsOf(unit, deeds).flatMap(({ party }) => {
    const further = party.unit === null ? [] : waysOn(party.unit, deeds)
    return further.length === 0 ? [[party]] : further.map((way) => [party, ...way])
  })
}

/** A unit in the drawing: one of ours by its id, one elsewhere by its name. */
const keyOf = ({ unit, tenant, name }: Party) => unit ?? `${tenant ?? ''} ${name}`

export interface DrawnUnit {
  key: string
  party: Party
  /** How many steps stand before it at most: its column. */
  depth: number
}

export interface DrawnStep {
  from: string
  to: string
  deed: Deed
}

/** The whole family of a unit as a picture needs it: units by column, and the steps between them. */
export function drawLineage(deeds: readonly Deed[]): { units: DrawnUnit[]; steps: DrawnStep[] } {
  const leading = deeds.filter(holds).toSorted((one, other) => one.effective_on.localeCompare(other.effective_on))
  const units = new Map<string, DrawnUnit>()
  const steps: DrawnStep[] = []
  const at = (party: Party, depth: number) => {
    const key = keyOf(party)
    const known = units.get(key)
    const drawn = { key, party: known?.party ?? party, depth: Math.max(known?.depth ?? 0, depth) }
    units.set(key, drawn)
    return drawn
  }
  for (const deed of leading) {
    const before = sideOf(deed, 'before').map((party) => at(party, 0))
    const depth = 1 + Math.max(0, ...before.map((unit) => unit.depth))
    for (const party of sideOf(deed, 'after')) {
      if (before.some(({ key }) => key === keyOf(party))) continue
      const { key } = at(party, depth)
      steps.push(...before.map((unit) => ({ from: unit.key, to: key, deed })))
    }
  }
  return { units: [...units.values()], steps }
}
