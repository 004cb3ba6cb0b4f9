import { NotFound, RuleViolation } from '#platform/errors.ts'
import type { ScoreTableInput } from '../table/score-table.ts'
import {
  insertNode,
  moveNode,
  moves,
  nodeAt,
  putBefore,
  readPlace,
  takesChildren,
  type Move,
  type Moved,
  type Place,
} from '../tables/table-tree.ts'
import { nextCode } from './next-code.ts'

const acts = [...moves, 'after', 'under', 'before'] as const
type Act = (typeof acts)[number]

export interface TreeAct {
  act: Act
  place: Place
  /** Of a drag: before which node it is put. */
  before?: Place | undefined
}

/** "up 1.3.2", "before 1.3.2 2.1": what a button or a key asks for. */
export function readAct(text: string): TreeAct {
  const [name, from = '', to = ''] = text.split(' ')
  const [act, place, before] = [acts.find((each) => each === name), readPlace(from), readPlace(to)]
  if (act === undefined || place === undefined || (act === 'before' && before === undefined)) throw new NotFound()
  return { act, place, before }
}

function added(table: ScoreTableInput, { act, place }: TreeAct, title: string): Moved {
  const parent = act === 'under' ? place : place.slice(0, -1)
  const count = nodeAt(table, place)?.children?.length ?? 0
  const to = act === 'under' ? [...place, count] : [...parent, (place.at(-1) ?? 0) + 1]
  return { table: insertNode(table, to, { code: nextCode(table, parent), title }), place: to }
}

const isMove = (act: Act): act is Move => moves.some((move) => move === act)

function moved(table: ScoreTableInput, { act, place, before }: TreeAct): Moved | undefined {
  if (isMove(act)) return moveNode(table, place, act)
  return before === undefined ? undefined : putBefore(table, place, before)
}

const adds = ({ act }: TreeAct) => act === 'after' || act === 'under'

/** Adds or moves a node; refuses what would leave a node with both rules and children. */
export function actOnTree(table: ScoreTableInput, wanted: TreeAct, title: string): Moved {
  if (nodeAt(table, wanted.place) === undefined) throw new RuleViolation('scoreTables.noNode')
  const done = adds(wanted) ? added(table, wanted, title) : moved(table, wanted)
  if (done === undefined) throw new RuleViolation('scoreTables.noWay')
  if (!takesChildren(done.table, done.place.slice(0, -1))) throw new RuleViolation('scoreTables.hasRules')
  return done
}
