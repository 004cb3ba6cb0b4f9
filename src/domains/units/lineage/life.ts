import type { UnitName, UnitStatusName } from '../unit.ts'
import { documentLine, type Deed, type Party } from './deed.ts'
import type { LineageWords } from './words.ts'

/** What happened in a unit's life: from when, until when where it lasted, and by which document. */
export interface LifeEvent {
  on: string
  until: string | null
  what: string
  document: string
  /** The deed behind it, which has a page of its own. */
  deed: string | null
  isUnverified: boolean
}

/** What only higher domains know: a year in a bloc, an office held there. */
export interface YearInBloc {
  bloc: string
  year: string
  from_on: string
  to_on: string | null
  office: string | null
}

export interface LifeFacts {
  unit: string
  names: readonly UnitName[]
  parents: readonly { name: string; from_on: string; to_on: string | null; document: string }[]
  statuses: readonly { status: UnitStatusName; from_on: string; document: string }[]
  deeds: readonly Deed[]
  years: readonly YearInBloc[]
  offices: readonly { unit: string; from_on: string; to_on: string | null }[]
}

const plain = { until: null, document: '', deed: null, isUnverified: false }
const said = (t: LineageWords) => (party: Party) =>
  party.tenant === null ? party.name : t.elsewhere(party.name, party.tenant)

function namesOf(deed: Deed, side: Party['side'], unit: string, t: LineageWords): string {
  const parties = deed.parties.filter((party) => party.side === side && party.unit !== unit)
  return parties.map(said(t)).join(', ')
}

type Sentence = (names: string, t: LineageWords) => string

const asBefore: Partial<Record<Deed['kind'], Sentence>> = {
  merge: (names, t) => t.events.merged(names),
  split: (names, t) => t.events.splitInto(names),
  absorb: (names, t) => t.events.absorbedBy(names),
  dissolve: (_names, t) => t.events.dissolved,
}
const asAfter: Partial<Record<Deed['kind'], Sentence>> = {
  merge: (names, t) => t.events.cameOf(names),
  split: (names, t) => t.events.cameOf(names),
  absorb: (names, t) => t.events.cameOf(names),
  move: (names, t) => t.events.tookUnder(names),
}

function deedEvents({ unit, deeds }: LifeFacts, t: LineageWords): LifeEvent[] {
  return deeds.flatMap((deed) => {
    const isOn = (side: Party['side']) => deed.parties.some((party) => party.side === side && party.unit === unit)
    const whats = [
      isOn('before') ? asBefore[deed.kind]?.(namesOf(deed, 'after', unit, t), t) : undefined,
      isOn('after') && !isOn('before') ? asAfter[deed.kind]?.(namesOf(deed, 'before', unit, t), t) : undefined,
    ]
    return whats.flatMap((what) => (what === undefined ? [] : [eventOf(deed, what)]))
  })
}

const eventOf = (deed: Deed, what: string): LifeEvent => ({
  on: deed.effective_on,
  until: null,
  what,
  document: documentLine(deed),
  deed: deed.id,
  isUnverified: deed.document_number === null,
})

/** The deed behind a change of name or parent: the one that takes effect on that day with these words. */
const deedBehind = (deeds: readonly Deed[], kind: Deed['kind'], on: string) =>
  deeds.find((deed) => deed.kind === kind && deed.effective_on === on)

function nameEvents({ names, deeds }: LifeFacts, t: LineageWords): LifeEvent[] {
  const inOrder = names.toSorted((one, other) => one.from_on.localeCompare(other.from_on))
  return inOrder.map((name, index) => {
    const what = index === 0 ? t.events.named(name.full_name) : t.events.renamed(name.full_name)
    const deed = deedBehind(deeds, 'rename', name.from_on)
    const lasted = { on: name.from_on, until: name.to_on, document: name.document }
    return { ...plain, ...lasted, what, deed: deed?.id ?? null, isUnverified: deed?.document_number === null }
  })
}

function stateEvents({ statuses, deeds }: LifeFacts, t: LineageWords): LifeEvent[] {
  const byDeed = (on: string) => deeds.some((deed) => deed.effective_on === on)
  return statuses
    .filter(({ status, from_on }) => status === 'active' || !byDeed(from_on))
    .map(({ status, from_on: on, document }) => {
      const what = status === 'active' ? t.events.founded : t.events.ended
      return { ...plain, on, what, document }
    })
}

/** A unit's whole life in words, the latest first. */
export function tellLife(facts: LifeFacts, t: LineageWords): LifeEvent[] {
  const parents = facts.parents.map((parent) => {
    const deed = deedBehind(facts.deeds, 'move', parent.from_on)
    const what = t.events.under(parent.name)
    const lasted = { on: parent.from_on, until: parent.to_on, document: parent.document }
    return { ...plain, ...lasted, what, deed: deed?.id ?? null, isUnverified: deed?.document_number === null }
  })
  const years = facts.years.map(({ bloc, year, from_on: on, to_on: until, office }) => {
    const where = `${bloc} ${year}`
    return { ...plain, on, until, what: office === null ? t.events.member(where) : t.events.held(office, where) }
  })
  const offices = facts.offices
    .filter(({ unit }) => unit === facts.unit)
    .map(({ from_on: on, to_on: until }) => ({ ...plain, on, until, what: t.events.office }))
  return [
    ...stateEvents(facts, t),
    ...nameEvents(facts, t),
    ...parents,
    ...deedEvents(facts, t),
    ...offices,
    ...years,
  ].sort((one, other) => other.on.localeCompare(one.on))
}
