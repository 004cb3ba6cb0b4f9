import type { TypedRow } from '#capabilities/spreadsheets/read-row.ts'
import type { CellFault } from '#capabilities/spreadsheets/sheet.ts'
import { unitCodePattern } from '../unit-code.ts'
import { indexed } from '#platform/indexed.ts'
import { outcomeOf, type Chosen, type JudgedRow, type Likeness } from './intake.ts'

/** Names as the database folds them: without tone marks, y and i for one. */
export interface Folds {
  full: string
  short: string
  initials: string
  parent: string
}

/** A unit that is there, with every name it ever had. */
export interface UnitKnown {
  id: string
  level: string
  code: string | null
  name: string
  names: readonly { full: string; short: string; initials: string }[]
  /** Under which unit it stands now, by full and short name; none at the top. */
  parentNames: readonly string[]
}

export interface UnitRow extends TypedRow, Chosen {
  folds: Folds
}

export interface JudgedUnit extends JudgedRow {
  /** 'unit:<id>' or 'row:<number>'. */
  parent: string | null
}

const columns = { fullName: 0, parent: 3, document: 5, code: 6 }
const fault = (column: number, key: string, values: CellFault['values'] = {}): CellFault => ({ column, key, values })

const codeOf = (row: UnitRow) => String(row.values['code'] ?? '').toUpperCase()
const squashed = (text: string) => text.replace(/[^a-z0-9]/g, '')
/** Fewer letters stand for too many names. */
const shortestInitials = 4

/** Fewer words begin too many names; and a beginning that many names have tells nothing. */
const fewestWords = 3
const mostAlike = 2

/** "hoi phu nu tinh" of "hoi phu nu tinh nam dinh": the beginnings of a name, word by word. */
function beginningsOf(name: string): string[] {
  const words = name.split(' ')
  return words.flatMap((_word, index) =>
    index + 1 >= fewestWords && index + 1 < words.length ? [words.slice(0, index + 1).join(' ')] : [],
  )
}

function openIndexes(rows: readonly UnitRow[], known: readonly UnitKnown[]) {
  return {
    byFull: indexed(known, ({ names }) => names.map(({ full }) => full)),
    byBeginning: indexed(known, ({ names }) => names.flatMap(({ full }) => beginningsOf(full))),
    byShort: indexed(known, ({ names }) => names.map(({ short }) => short)),
    byInitials: indexed(known, ({ names }) => names.map(({ initials }) => initials)),
    bySquashed: indexed(known, ({ names }) => names.map(({ short }) => squashed(short))),
    byCode: indexed(known, ({ code }) => (code === null ? [] : [code])),
    rowsByFull: indexed(rows, ({ folds }) => [folds.full]),
    rowsByShort: indexed(rows, ({ folds }) => [folds.short]),
    rowsByCode: indexed(rows, (row) => [codeOf(row)]),
  }
}

type Indexes = ReturnType<typeof openIndexes>

const likeUnit =
  (why: Likeness['why']) =>
  (unit: UnitKnown): Likeness => ({ ref: `unit:${unit.id}`, name: unit.name, why })

/** "Hội LHPN tỉnh" and "HLHPNT": a short name that is the initials of the other's full name, either way round. */
function likeByInitials(row: UnitRow, at: Indexes): readonly UnitKnown[] {
  const { initials, short } = row.folds
  const own = squashed(short)
  return [
    ...(initials.length >= shortestInitials ? at.bySquashed(initials) : []),
    ...(own.length >= shortestInitials ? at.byInitials(own) : []),
  ]
}

/** One name is the other and a few words more. */
function likeByBeginning({ folds }: UnitRow, at: Indexes): readonly UnitKnown[] {
  const longer = at.byBeginning(folds.full)
  const shorter = beginningsOf(folds.full).flatMap((beginning) => at.byFull(beginning))
  return [longer, shorter].flatMap((units) => (units.length <= mostAlike ? units : []))
}

function likenessesOf(row: UnitRow, at: Indexes): Likeness[] {
  const level = row.values['level']
  const earlier = at
    .rowsByFull(row.folds.full)
    .filter((other) => other.number < row.number && other.folds.parent === row.folds.parent && other.choice !== 'skip')
  const sameLevel = (units: readonly UnitKnown[]) => units.filter((unit) => unit.level === level)
  const all = [
    ...at.byFull(row.folds.full).map(likeUnit('name')),
    ...sameLevel(likeByBeginning(row, at)).map(likeUnit('beginning')),
    ...sameLevel(at.byShort(row.folds.short)).map(likeUnit('shortName')),
    ...sameLevel(likeByInitials(row, at)).map(likeUnit('initials')),
    ...earlier.map(({ number, shown }): Likeness => ({ ref: `row:${number}`, name: shown[0] ?? '', why: 'name' })),
  ]
  return all.filter(({ ref }, index) => all.findIndex((other) => other.ref === ref) === index)
}

/** Same name, same level, and under the same unit as far as the file says: the same beyond doubt. */
function certainOf(row: UnitRow, at: Indexes): string | null {
  const same = at
    .byFull(row.folds.full)
    .filter((unit) => unit.level === row.values['level'])
    .filter((unit) => row.folds.parent === '' || unit.parentNames.includes(row.folds.parent))
  return same.length === 1 ? `unit:${same[0]?.id}` : null
}

function codeFaults(row: UnitRow, at: Indexes): CellFault[] {
  const code = codeOf(row)
  if (code === '') return []
  if (!unitCodePattern.test(code)) return [fault(columns.code, 'intake.badCode')]
  const holder = at.byCode(code)[0]
  if (holder && !holder.names.some(({ full }) => full === row.folds.full)) {
    return [fault(columns.code, 'intake.codeTaken', { name: holder.name })]
  }
  const earlier = at.rowsByCode(code).find((other) => other.number < row.number && other.choice !== 'skip')
  return earlier && earlier.folds.full !== row.folds.full
    ? [fault(columns.code, 'intake.codeTwice', { row: earlier.number })]
    : []
}

type Found = { ref: string } | { fault: CellFault } | null

function oneOf(refs: readonly string[], name: string): Found {
  if (refs.length > 1) return { fault: fault(columns.parent, 'intake.manyParents', { name, count: refs.length }) }
  return refs[0] === undefined ? null : { ref: refs[0] }
}

/** By code, then by full name, then by short name; a row of the file before a unit that is there. */
function parentOf(row: UnitRow, at: Indexes): Found {
  const { parent } = row.folds
  if (parent === '') return null
  const name = String(row.values['parent'] ?? '')
  const code = name.toUpperCase()
  const ofRows = (rows: readonly UnitRow[]) =>
    rows.filter((other) => other !== row && other.choice !== 'skip').map(({ number }) => `row:${number}`)
  const ofUnits = (units: readonly UnitKnown[]) => units.map(({ id }) => `unit:${id}`)
  const tries = [
    ofRows(at.rowsByCode(code)),
    ofUnits(at.byCode(code)),
    ofRows(at.rowsByFull(parent)),
    ofUnits(at.byFull(parent)),
    ofRows(at.rowsByShort(parent)),
    ofUnits(at.byShort(parent)),
  ]
  const found = oneOf(tries.find((refs) => refs.length > 0) ?? [], name)
  return found ?? { fault: fault(columns.parent, 'intake.noParent', { name }) }
}

const numberOf = (ref: string | null) => (ref?.startsWith('row:') ? Number(ref.slice(4)) : null)

type Parents = ReadonlyMap<number, string | null>

/** The rows above one, as far as they are not known yet; the last step may lead back into them. */
function wayUp(start: number, parents: Parents, done: ReadonlySet<number>) {
  const path = new Set<number>()
  let at: number | null = start
  while (at !== null && !done.has(at) && !path.has(at)) {
    path.add(at)
    at = numberOf(parents.get(at) ?? null)
  }
  return { path: [...path], back: at === null ? -1 : [...path].indexOf(at) }
}

/** Rows from which one comes back to where one began. */
function rowsInCircles(parents: Parents): ReadonlySet<number> {
  const circles = new Set<number>()
  const done = new Set<number>()
  for (const start of parents.keys()) {
    const { path, back } = wayUp(start, parents, done)
    if (back >= 0) for (const row of path.slice(back)) circles.add(row)
    for (const row of path) done.add(row)
  }
  return circles
}

function judgeOne(row: UnitRow, at: Indexes): JudgedUnit {
  const parent = parentOf(row, at)
  const faults = [...row.faults, ...codeFaults(row, at)]
  if (parent !== null && 'fault' in parent) faults.push(parent.fault)
  const certain = certainOf(row, at)
  // By hand a unit is put under another only with the document that says so.
  if (parent !== null && certain === null && row.values['document'] === null) {
    faults.push(fault(columns.document, 'intake.documentNeeded'))
  }
  const likenesses = likenessesOf(row, at)
  const mayAdd = at.byCode(codeOf(row)).length === 0
  const outcome = outcomeOf({ ...row, faults, likenesses, certain, mayAdd })
  return {
    ...row,
    ...outcome,
    faults,
    likenesses,
    mayAdd,
    parent: parent !== null && 'ref' in parent ? parent.ref : null,
  }
}

/** What would become of every row. Nothing is asked of the database here. */
export function judgeUnits(rows: readonly UnitRow[], known: readonly UnitKnown[]): JudgedUnit[] {
  const at = openIndexes(rows, known)
  const judged = rows.map((row) => judgeOne(row, at))
  const circles = rowsInCircles(new Map(judged.map(({ number, parent }) => [number, parent])))
  return judged.map((row) =>
    circles.has(row.number) && row.outcome !== 'skip'
      ? { ...row, outcome: null, faults: [...row.faults, fault(columns.parent, 'intake.circle')] }
      : row,
  )
}
