import type { Fact } from '#platform/announcements.ts'
import type { DeedKind, DeedSide } from '../../../../db/types.ts'

export type { DeedKind }

/** One who was before a deed or is after it; a unit of another tenant is a value: where, and its name. */
export interface Party {
  side: DeedSide
  position: number
  unit: string | null
  tenant: string | null
  name: string
  isNew: boolean
}

/** A deed of reorganisation: what was decided, by which document, from when, for whom. */
export interface Deed {
  id: string
  kind: DeedKind
  effective_on: string
  document_name: string
  document_number: string | null
  document_on: string | null
  document_issuer: string
  document_sha256: string | null
  undone_at: Date | null
  undone_reason: string | null
  parties: readonly Party[]
}

interface DeedRule {
  /** How many units a deed of this kind may have before and after it, at least and at most. */
  before: readonly [number, number]
  after: readonly [number, number]
  /** The units before are no more from its day on; their work goes on in the units after. */
  ends: boolean
  /** A unit after may be founded by the deed, have been there, or belong to another tenant. */
  after_is: readonly ('new' | 'existing' | 'elsewhere')[]
  /** A unit before may also be one after: it goes on beside what was split off. */
  may_stay: boolean
}

const many = 200

/** The kinds of reorganisation and what each allows: rename, merge n→1, split 1→n, absorbed, dissolved, moved under. */
const deedRules = {
  rename: { before: [1, 1], after: [1, 1], ends: false, after_is: ['new'], may_stay: false },
  merge: { before: [2, many], after: [1, 1], ends: true, after_is: ['new', 'existing', 'elsewhere'], may_stay: false },
  split: { before: [1, 1], after: [2, many], ends: true, after_is: ['new', 'existing', 'elsewhere'], may_stay: true },
  absorb: { before: [1, many], after: [1, 1], ends: true, after_is: ['existing', 'elsewhere'], may_stay: false },
  dissolve: { before: [1, many], after: [0, 0], ends: true, after_is: [], may_stay: false },
  move: { before: [1, many], after: [1, 1], ends: false, after_is: ['existing'], may_stay: false },
} as const satisfies Record<DeedKind, DeedRule>

export const deedKinds = Object.keys(deedRules) as DeedKind[]

export const ruleOf = (kind: DeedKind): DeedRule => deedRules[kind]

/** Kinds that lead from one unit to another: the chain of predecessors and successors. */
export const leadsOn = (kind: DeedKind) => deedRules[kind].ends

export interface ForeignUnit {
  name: string
  /** Its tenant: the name of a province or body, or the slug by which this installation knows it. */
  tenant: string
}

export interface NewUnit {
  fullName: string
  shortName: string
}

/** Who stands on the two sides of a deed, as it is typed. */
export interface Sides {
  kind: DeedKind
  before: readonly string[]
  beforeElsewhere: readonly ForeignUnit[]
  after: readonly string[]
  afterElsewhere: readonly ForeignUnit[]
  afterNew: readonly NewUnit[]
}

type SideFault = (sides: Sides, rule: DeedRule) => boolean

const outside = (count: number, [least, most]: readonly [number, number]) => count < least || count > most
const both = (sides: Sides) => sides.before.filter((unit) => sides.after.includes(unit))
const isTwice = (units: readonly string[]) => new Set(units).size !== units.length

const faults = {
  nothingHere: ({ before, after, afterNew }) => before.length + after.length + afterNew.length === 0,
  beforeCount: ({ before, beforeElsewhere }, rule) => outside(before.length + beforeElsewhere.length, rule.before),
  afterCount: ({ after, afterElsewhere, afterNew }, rule) =>
    outside(after.length + afterElsewhere.length + afterNew.length, rule.after),
  foundsNothing: ({ afterNew }, { after_is }) => afterNew.length > 0 && !after_is.includes('new'),
  needsNew: ({ after }, { after_is }) => after.length > 0 && !after_is.includes('existing'),
  staysHere: ({ afterElsewhere }, { after_is }) => afterElsewhere.length > 0 && !after_is.includes('elsewhere'),
  ownBefore: ({ beforeElsewhere }, { ends }) => beforeElsewhere.length > 0 && !ends,
  unitTwice: ({ before, after }) => isTwice(before) || isTwice(after),
  bothSides: (sides, { may_stay }) => both(sides).length > 0 && !may_stay,
  shortName: ({ afterNew }) => afterNew.some(({ shortName }) => shortName === '' || shortName.length > 80),
  noPlace: ({ beforeElsewhere, afterElsewhere }) =>
    [...beforeElsewhere, ...afterElsewhere].some(({ tenant }) => tenant === ''),
} satisfies Record<string, SideFault>

/** The first rule that the two sides break: a key of the words' violations. */
export function faultOfSides(sides: Sides): string | undefined {
  const rule = ruleOf(sides.kind)
  return Object.entries(faults).find(([, isFault]) => isFault(sides, rule))?.[0]
}

/** The units of this tenant that are no more once the deed takes effect. */
export const endedBy = (sides: Sides): string[] =>
  ruleOf(sides.kind).ends ? sides.before.filter((unit) => !sides.after.includes(unit)) : []

/** "Tên đầy đủ; tên ngắn", a line each; a lone name stands for both. */
export const newUnitsOf = (text: string): NewUnit[] =>
  linesOf(text).map(([fullName = '', shortName = fullName]) => ({ fullName, shortName }))

/** "Tên đơn vị; tỉnh hoặc cơ quan", a line each. */
export const foreignUnitsOf = (text: string): ForeignUnit[] =>
  linesOf(text).map(([name = '', tenant = '']) => ({ name, tenant }))

const linesOf = (text: string) =>
  text
    .normalize('NFC')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => line.split(';').map((part) => part.replace(/\s+/gu, ' ').trim()))

type DocumentParts = Pick<Deed, 'document_name' | 'document_number' | 'document_on' | 'document_issuer'>

/** The deciding document in one line, as records and papers cite it; an unknown number is said to be unknown. */
export function documentLine({ document_name, document_number, document_on, document_issuer }: DocumentParts): string {
  const number = document_number === null ? ', chưa rõ số' : ` số ${document_number}`
  const on = document_on === null ? '' : ` ngày ${document_on.split('-').toReversed().join('/')}`
  return `${document_name}${number}${on}${document_number === null ? ',' : ''} của ${document_issuer}`
}

/** What others must know of a unit that a deed ended, or brought back by being undone. */
export interface UnitFact extends Fact {
  name: 'units.ended' | 'units.restored'
  unit: string
  unitName: string
  /** The first day on which the unit is no more. */
  day: string
  deed: string
  document: string
}
