import { withoutMarks } from '#platform/fold.ts'
import type { Criterion } from '../table/criterion.ts'
import type { RuleOf } from '../table/rule.ts'
import type { ScoreTable } from '../table/score-table.ts'

/** A node of a table with how deep it lies. */
export interface Placed {
  node: Criterion
  depth: number
}

/** Every node from above to below. */
export function placedNodes(nodes: readonly Criterion[], depth = 0): Placed[] {
  return nodes.flatMap((node) => [{ node, depth }, ...placedNodes(node.children ?? [], depth + 1)])
}

export const isLeaf = ({ children }: Criterion) => children === undefined

export const leavesOf = (table: ScoreTable): Criterion[] =>
  placedNodes(table.sections).flatMap(({ node }) => (isLeaf(node) ? [node] : []))

export const leafOf = (table: ScoreTable, code: string): Criterion | undefined =>
  leavesOf(table).find((leaf) => leaf.code === code)

/** What a person may give a criterion, where a person does. */
export const judgedRule = ({ rules }: Criterion): RuleOf<'judged'> | undefined =>
  rules?.find((rule) => rule.rule === 'judged')

/** The words of a table in a language; what has no translation stays as it is printed. */
export const printedIn = (wording: Criterion['title'] | undefined, locale: 'vi' | 'en'): string => {
  if (wording === undefined || typeof wording === 'string') return wording ?? ''
  return locale === 'vi' ? wording.vi : (wording.en ?? wording.vi)
}

const key = /[\p{L}_][\p{L}\p{N}_]*(?:\.[\p{L}\p{N}_]+)*/gu

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  if (typeof value !== 'object' || value === null) return []
  return Object.values(value).flatMap(textsIn)
}

/** Which facts of the table a criterion reads, in its own formulas and through derived ones; in the table's order. */
export function factsOfLeaf(table: ScoreTable, leaf: Criterion): string[] {
  const asked = new Set<string>()
  const look = (texts: readonly string[]) => {
    for (const name of texts.flatMap((text) => text.match(key) ?? [])) {
      // "hoi_vien.dat.length" reads "hoi_vien.dat": the longest beginning that names a fact.
      const parts = name.split('.')
      const known = parts.map((_part, index) => parts.slice(0, parts.length - index).join('.'))
      const found = known.find((one) => one in table.facts || one in table.derived)
      if (found === undefined || asked.has(found)) continue
      asked.add(found)
      look(textsIn(table.derived[found]))
    }
  }
  const { rules, assigned, exempt } = leaf
  look(textsIn({ rules, assigned, exempt }))
  return Object.keys(table.facts).filter((one) => asked.has(one))
}

/** A code as the detail of what evidence is cited for: plain letters, figures, dots and dashes. */
export const detailOf = (code: string) =>
  withoutMarks(code)
    .replaceAll(/[^\w.-]+/gu, '-')
    .slice(0, 80)
