import { createHash } from 'node:crypto'

/** Who assesses which part of whose sheet; an empty part is the whole sheet. */
export interface Pairing {
  unit: string
  part: string
  assessor: string
}

export interface Drawn extends Pairing {
  /** The two units assess each other somewhere in the round. */
  isMutual: boolean
}

/** A part of a sheet for which too few assessors are left. */
export interface Short {
  unit: string
  part: string
  lacks: number
}

export interface Matrix {
  pairings: readonly Drawn[]
  short: readonly Short[]
}

export interface Drawing {
  units: readonly string[]
  parts: readonly string[]
  perUnit: number
  /** Pairs that may not be, as `conflictKey` writes them. */
  conflicts: ReadonlySet<string>
  seed: string
}

export const conflictKey = (assessor: string, unit: string) => `${assessor} ${unit}`

const digest = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex')

/** The units by the SHA-256 of "<seed> <unit>": whoever has the seed can draw again and finds the same. */
function drawnOrder(units: readonly string[], seed: string): string[] {
  const keyed = units.map((unit) => ({ unit, key: digest(`${seed} ${unit}`) }))
  return keyed.toSorted((a, b) => (a.key < b.key ? -1 : 1)).map(({ unit }) => unit)
}

/**
 * How far behind a unit its assessors stand in the drawn circle, part by part. Distances up to half of the circle come
 * first: while they suffice, nobody assesses those who assess them, in any part.
 */
function distances(count: number, { perUnit, place }: { perUnit: number; place: number }): number[] {
  const half = Math.floor((count - 1) / 2)
  const near = Array.from({ length: half }, (_, index) => ((index + place * perUnit) % Math.max(1, half)) + 1)
  const far = Array.from({ length: count - 1 - half }, (_, index) => half + 1 + index)
  return [...near, ...far].slice(0, perUnit)
}

/** Pairings while they are made: who has how much to do, and who assesses whom. */
class Circle {
  readonly pairings: Pairing[] = []
  readonly order: readonly string[]
  readonly #conflicts: ReadonlySet<string>
  readonly #loads = new Map<string, number>()
  readonly #pairs = new Map<string, number>()
  readonly #taken = new Set<string>()

  constructor(order: readonly string[], conflicts: ReadonlySet<string>) {
    this.order = order
    this.#conflicts = conflicts
  }

  load = (assessor: string) => this.#loads.get(assessor) ?? 0
  isMutual = ({ assessor, unit }: Pairing) => (this.#pairs.get(conflictKey(unit, assessor)) ?? 0) > 0
  may = ({ unit, part, assessor }: Pairing) =>
    assessor !== unit &&
    !this.#conflicts.has(conflictKey(assessor, unit)) &&
    !this.#taken.has(`${assessor} ${unit} ${part}`)

  #count({ assessor, unit, part }: Pairing, by: 1 | -1) {
    this.#loads.set(assessor, this.load(assessor) + by)
    const pair = conflictKey(assessor, unit)
    this.#pairs.set(pair, (this.#pairs.get(pair) ?? 0) + by)
    const key = `${assessor} ${unit} ${part}`
    if (by === 1) this.#taken.add(key)
    else this.#taken.delete(key)
  }

  add(pairing: Pairing) {
    this.pairings.push(pairing)
    this.#count(pairing, 1)
  }

  /** Gives the same part of the same sheet to another. */
  pass(index: number, assessor: string) {
    const pairing = this.pairings[index]
    if (pairing === undefined) return
    this.#count(pairing, -1)
    this.pairings[index] = { ...pairing, assessor }
    this.#count({ ...pairing, assessor }, 1)
  }

  /** Whom it would be fairest to ask: not mutual if possible, then the least loaded, then by the drawn order. */
  fairest(unit: string, part: string): string | undefined {
    const may = this.order.filter((assessor) => this.may({ unit, part, assessor }))
    const rank = (assessor: string) => [Number(this.isMutual({ unit, part, assessor })), this.load(assessor)] as const
    return may.toSorted((a, b) => rank(a)[0] - rank(b)[0] || rank(a)[1] - rank(b)[1])[0]
  }
}

function pairByDistance(circle: Circle, { parts, perUnit }: Drawing) {
  const count = circle.order.length
  const pairings = parts.flatMap((part, place) =>
    circle.order.flatMap((unit, index) =>
      distances(count, { perUnit, place }).map((distance): Pairing => {
        return { unit, part, assessor: circle.order[(index + distance) % count] ?? '' }
      }),
    ),
  )
  for (const pairing of pairings) if (circle.may(pairing)) circle.add(pairing)
}

/** How many assessors a part still lacks after everyone who may was asked. */
function fillUp(circle: Circle, { unit, part }: Omit<Pairing, 'assessor'>, perUnit: number): number {
  let lacks = perUnit - circle.pairings.filter((one) => one.unit === unit && one.part === part).length
  for (; lacks > 0; lacks--) {
    const assessor = circle.fairest(unit, part)
    if (assessor === undefined) break
    circle.add({ unit, part, assessor })
  }
  return lacks
}

/** Someone to whom this pairing could pass without making two units assess each other; the least loaded. */
function reliefOf(circle: Circle, pairing: Pairing, most: number): string | undefined {
  return circle.order
    .filter((assessor) => circle.load(assessor) <= most)
    .filter((assessor) => circle.may({ ...pairing, assessor }) && !circle.isMutual({ ...pairing, assessor }))
    .toSorted((a, b) => circle.load(a) - circle.load(b))[0]
}

/** Passes on what is mutual, then what weighs on the most loaded; every pass lessens one of the two. */
function evenOut(circle: Circle) {
  for (const [index, pairing] of circle.pairings.entries()) {
    if (!circle.isMutual(pairing)) continue
    const relief = reliefOf(circle, pairing, circle.load(pairing.assessor))
    if (relief !== undefined) circle.pass(index, relief)
  }
  for (let moved = true; moved;) {
    moved = false
    for (const [index, pairing] of circle.pairings.entries()) {
      const relief = reliefOf(circle, pairing, circle.load(pairing.assessor) - 2)
      if (relief === undefined) continue
      circle.pass(index, relief)
      moved = true
    }
  }
}

/** Everyone is assessed by so many others: never by themselves, nor by who has a conflict with them. */
export function drawMatrix(drawing: Drawing): Matrix {
  const circle = new Circle(drawnOrder(drawing.units, drawing.seed), drawing.conflicts)
  pairByDistance(circle, drawing)
  const places = drawing.parts.flatMap((part) => circle.order.map((unit) => ({ unit, part })))
  const short = places
    .map((place) => ({ ...place, lacks: fillUp(circle, place, drawing.perUnit) }))
    .filter(({ lacks }) => lacks > 0)
  evenOut(circle)
  return { pairings: circle.pairings.map((one) => ({ ...one, isMutual: circle.isMutual(one) })), short }
}

/** Parts of a table with the units that hold their code: each holder assesses that part of every unit's sheet. */
export interface Field {
  part: string
  holders: readonly string[]
}

export function fieldMatrix(
  units: readonly string[],
  fields: readonly Field[],
  conflicts: ReadonlySet<string>,
): Matrix {
  const all = fields.flatMap(({ part, holders }) =>
    units.flatMap((unit) => holders.map((assessor) => ({ unit, part, assessor }))),
  )
  const circle = new Circle([], conflicts)
  for (const pairing of all) if (circle.may(pairing)) circle.add(pairing)
  const has = new Set(circle.pairings.map(({ unit, part }) => `${unit} ${part}`))
  const short = fields
    .flatMap(({ part }) => units.map((unit) => ({ unit, part, lacks: 1 })))
    .filter(({ unit, part }) => !has.has(`${unit} ${part}`))
  return { pairings: circle.pairings.map((one) => ({ ...one, isMutual: circle.isMutual(one) })), short }
}

interface Vacancy {
  unit: string
  part: string
  /** Who may be asked at all. */
  among: readonly string[]
  /** Who assesses whom now, without the place that is free. */
  standing: readonly Pairing[]
  /** Who had this part of this sheet before and does not any more. */
  gone: readonly string[]
  conflicts: ReadonlySet<string>
  seed: string
}

/** To whom a place that became free passes; nobody when none is left. */
export function successorOf({ unit, part, among, standing, gone, conflicts, seed }: Vacancy): string | undefined {
  const candidates = among.filter((one) => !gone.includes(one))
  const circle = new Circle(drawnOrder(candidates, seed), conflicts)
  for (const pairing of standing) circle.add(pairing)
  return circle.fairest(unit, part)
}
