import type { CriterionInput } from '../table/criterion.ts'
import type { ScoreTableInput } from '../table/score-table.ts'

/** Where a node stands: its index among its siblings, level by level. Written "1.3.2", counting from one. */
export type Place = readonly number[]

export const writePlace = (place: Place) => place.map((index) => index + 1).join('.')

/** "1.3.2" back to indexes; nothing where it is no place. */
export function readPlace(text: string): Place | undefined {
  if (!/^[1-9]\d{0,3}(?:\.[1-9]\d{0,3}){0,9}$/u.test(text)) return undefined
  return text.split('.').map((part) => Number(part) - 1)
}

export interface Placed {
  node: CriterionInput
  place: Place
  parent: CriterionInput | undefined
}

/** Every node of a table from above to below, each with where it stands. */
export function nodesOf(sections: readonly CriterionInput[], above: Place = [], parent?: CriterionInput): Placed[] {
  return sections.flatMap((node, index) => {
    const place = [...above, index]
    return [{ node, place, parent }, ...nodesOf(node.children ?? [], place, node)]
  })
}

export function nodeAt(table: ScoreTableInput, place: Place): CriterionInput | undefined {
  const [first = -1, ...rest] = place
  let node = table.sections[first]
  for (const index of rest) node = node?.children?.[index]
  return node
}

type Siblings = readonly CriterionInput[]
type Change = (siblings: Siblings) => CriterionInput[]

/** A node that lost its last child has none, rather than an empty list. */
function withChildren({ children: _before, ...node }: CriterionInput, children: CriterionInput[]): CriterionInput {
  return children.length === 0 ? node : { ...node, children }
}

function changed(siblings: Siblings, parent: Place, change: Change): CriterionInput[] {
  const [index, ...rest] = parent
  if (index === undefined) return change(siblings)
  return siblings.map((node, at) =>
    at === index ? withChildren(node, changed(node.children ?? [], rest, change)) : node,
  )
}

const parentOf = (place: Place) => place.slice(0, -1)
const indexOf = (place: Place) => place.at(-1) ?? 0

const among = (table: ScoreTableInput, parent: Place, change: Change): ScoreTableInput => ({
  ...table,
  sections: changed(table.sections, parent, change),
})

export const replaceNode = (table: ScoreTableInput, place: Place, node: CriterionInput) =>
  among(table, parentOf(place), (siblings) => siblings.with(indexOf(place), node))

export const removeNode = (table: ScoreTableInput, place: Place) =>
  among(table, parentOf(place), (siblings) => siblings.toSpliced(indexOf(place), 1))

export const insertNode = (table: ScoreTableInput, place: Place, node: CriterionInput) =>
  among(table, parentOf(place), (siblings) => siblings.toSpliced(indexOf(place), 0, node))

export const moves = ['up', 'down', 'in', 'out'] as const
export type Move = (typeof moves)[number]

/** Where a node would go: among its siblings, under the one before it, or beside its parent. */
const goals: Readonly<Record<Move, (table: ScoreTableInput, place: Place) => Place | undefined>> = {
  up: (_table, place) => (indexOf(place) === 0 ? undefined : besides(parentOf(place), indexOf(place) - 1)),
  down: (table, place) => {
    const next = besides(parentOf(place), indexOf(place) + 1)
    return nodeAt(table, next) === undefined ? undefined : next
  },
  in: (table, place) => {
    if (indexOf(place) === 0) return undefined
    const before = besides(parentOf(place), indexOf(place) - 1)
    return besides(before, nodeAt(table, before)?.children?.length ?? 0)
  },
  out: (_table, place) => {
    const parent = parentOf(place)
    return parent.length === 0 ? undefined : besides(parentOf(parent), indexOf(parent) + 1)
  },
}

const besides = (parent: Place, index: number): Place => [...parent, index]

export interface Moved {
  table: ScoreTableInput
  place: Place
}

/** Moves a node with all that stands under it; nothing where there is no such way. */
export function moveNode(table: ScoreTableInput, place: Place, move: Move): Moved | undefined {
  const [node, to] = [nodeAt(table, place), goals[move](table, place)]
  if (node === undefined || to === undefined) return undefined
  return { table: insertNode(removeNode(table, place), to, node), place: to }
}

const beginsWith = (place: Place, start: Place) => start.every((index, at) => place[at] === index)

/** Where a place stands once the node at another is gone. */
function without(place: Place, gone: Place): Place {
  const level = gone.length - 1
  const [own = -1, lost = -1] = [place[level], gone[level]]
  return beginsWith(place, parentOf(gone)) && own > lost ? place.with(level, own - 1) : place
}

/** Puts a node before another one, wherever that stands; never into itself. */
export function putBefore(table: ScoreTableInput, place: Place, before: Place): Moved | undefined {
  const node = nodeAt(table, place)
  if (node === undefined || nodeAt(table, before) === undefined || beginsWith(before, place)) return undefined
  const to = without(before, place)
  return { table: insertNode(removeNode(table, place), to, node), place: to }
}

/** A parent that has rules takes no children: a node has the one or the other. */
export const takesChildren = (table: ScoreTableInput, parent: Place) =>
  parent.length === 0 || nodeAt(table, parent)?.rules === undefined
