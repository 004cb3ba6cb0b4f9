import { canonicalJson } from '#platform/canonical-json.ts'
import { withoutMarks } from '#platform/fold.ts'
import type { CriterionInput } from '../table/criterion.ts'
import type { ScoreTableInput } from '../table/score-table.ts'
import { wordsOf } from './table-content.ts'
import { matchedCode } from '../engine/criterion-code.ts'
import { nodesOf, type Placed } from './table-tree.ts'

export type NodeChange = 'title' | 'points' | 'rules' | 'moved' | 'code' | 'other'

export interface ChangedNode {
  older: Placed
  newer: Placed
  what: readonly NodeChange[]
}

/** What became of a table from one version to another; `head` names what changed besides its nodes. */
export interface TableDiff {
  added: readonly Placed[]
  removed: readonly Placed[]
  changed: readonly ChangedNode[]
  head: readonly string[]
}

const pointFields = [
  'max',
  'maxBonus',
  'maxPenalty',
  'column',
  'floor',
  'cap',
  'allowExceed',
  'factor',
  'combine',
  'round',
] as const
const otherFields = ['assigned', 'notAssigned', 'exempt', 'assessor', 'measure', 'evidence', 'note'] as const

const text = (value: unknown) => canonicalJson({ value: value ?? null })
const differ = (one: CriterionInput, other: CriterionInput, fields: readonly (keyof CriterionInput)[]) =>
  fields.some((field) => text(one[field]) !== text(other[field]))

const titleKey = ({ node }: Placed) => withoutMarks(wordsOf(node.title)).replaceAll(/\s+/gu, ' ').trim()
const parentCode = ({ parent }: Placed) => matchedCode(parent?.code ?? '')

/** Nodes are one by their code; those left over, by their title where only one has it. */
function pairsOf(older: readonly Placed[], newer: readonly Placed[]): Map<Placed, Placed> {
  const byCode = new Map(older.map((one) => [matchedCode(one.node.code), one]))
  const pairs = new Map<Placed, Placed>()
  for (const one of newer) {
    const same = byCode.get(matchedCode(one.node.code))
    if (same !== undefined) pairs.set(one, same)
  }
  const used = new Set(pairs.values())
  const left = older.filter((one) => !used.has(one))
  for (const one of newer.filter((each) => !pairs.has(each))) {
    const alike = left.filter((other) => !used.has(other) && titleKey(other) === titleKey(one))
    const [only] = alike
    if (alike.length !== 1 || only === undefined) continue
    pairs.set(one, only)
    used.add(only)
  }
  return pairs
}

/** The order of a node among the siblings that both versions have: so an added neighbour moves nobody. */
function orderOf(one: Placed, all: readonly Placed[], kept: ReadonlySet<Placed>): number {
  const siblings = all.filter((other) => kept.has(other) && parentCode(other) === parentCode(one))
  return siblings.indexOf(one)
}

function changesOf(older: Placed, newer: Placed, isMoved: boolean): NodeChange[] {
  const what: readonly (readonly [NodeChange, boolean])[] = [
    ['code', older.node.code !== newer.node.code],
    ['title', wordsOf(older.node.title) !== wordsOf(newer.node.title)],
    ['points', differ(older.node, newer.node, pointFields)],
    ['rules', differ(older.node, newer.node, ['rules'])],
    ['moved', isMoved],
    ['other', differ(older.node, newer.node, otherFields)],
  ]
  return what.flatMap(([name, holds]) => (holds ? [name] : []))
}

export function diffTables(older: ScoreTableInput, newer: ScoreTableInput): TableDiff {
  const [before, after] = [nodesOf(older.sections), nodesOf(newer.sections)]
  const pairs = pairsOf(before, after)
  const [keptAfter, keptBefore] = [new Set(pairs.keys()), new Set(pairs.values())]
  const changed = [...pairs].flatMap(([now, then]): ChangedNode[] => {
    const isMoved =
      parentCode(now) !== parentCode(then) || orderOf(now, after, keptAfter) !== orderOf(then, before, keptBefore)
    const what = changesOf(then, now, isMoved)
    return what.length === 0 ? [] : [{ older: then, newer: now, what }]
  })
  const keys = new Set([...Object.keys(older), ...Object.keys(newer)].filter((key) => key !== 'sections'))
  return {
    added: after.filter((one) => !pairs.has(one)),
    removed: before.filter((one) => !keptBefore.has(one)),
    changed,
    head: [...keys].filter(
      (key) => text(older[key as keyof ScoreTableInput]) !== text(newer[key as keyof ScoreTableInput]),
    ),
  }
}
