import type { ScoreTable } from '../table/score-table.ts'
import { scoreFacts, type KnownFact, type ScoreFacts } from '../table/score-facts.ts'
import { readFact } from '../figures/typed-value.ts'
import { nodesOf } from '../tables/table-tree.ts'
import { plainDecimal } from '../table-editor/typed-amount.ts'

export const trialUnits = ['A', 'B', 'C'] as const

/** Criteria for which a person gives the points. */
export const judgedCodes = ({ sections }: Pick<ScoreTable, 'sections'>): string[] =>
  nodesOf(sections).flatMap(({ node }) => (node.rules?.some(({ rule }) => rule === 'judged') ? [node.code] : []))

export const factField = (unit: string, key: string) => `fact.${unit}.${key}`
export const markField = (unit: string, code: string) => `mark.${unit}.${code}`

type Typed = Readonly<Record<string, string>>

interface Gathered {
  facts: Record<string, KnownFact>
  marks: Record<string, string>
  wrong: readonly string[]
}

function factsOf(table: ScoreTable, typed: Typed, unit: string) {
  const all = Object.entries(table.facts).map(([key, kind]) => {
    return { key, read: readFact(typed[factField(unit, key)] ?? '', kind) }
  })
  return {
    facts: Object.fromEntries(
      all.flatMap(({ key, read }) => (read.ok && read.value !== null ? [[key, read.value as KnownFact]] : [])),
    ),
    wrong: all.flatMap(({ key, read }) => (read.ok ? [] : [factField(unit, key)])),
  }
}

function marksOf(table: ScoreTable, typed: Typed, unit: string) {
  const all = judgedCodes(table)
    .map((code) => ({ code, text: typed[markField(unit, code)]?.trim() ?? '' }))
    .filter(({ text }) => text !== '')
    .map(({ code, text }) => ({ code, mark: plainDecimal(text) }))
  return {
    marks: Object.fromEntries(all.flatMap(({ code, mark }) => (mark === undefined ? [] : [[code, mark]]))),
    wrong: all.flatMap(({ code, mark }) => (mark === undefined ? [markField(unit, code)] : [])),
  }
}

function unitOf(table: ScoreTable, typed: Typed, unit: string): Gathered {
  const [{ facts, wrong }, marked] = [factsOf(table, typed, unit), marksOf(table, typed, unit)]
  return { facts, marks: marked.marks, wrong: [...wrong, ...marked.wrong] }
}

const isSaid = ({ facts, marks }: Gathered) => Object.keys(facts).length + Object.keys(marks).length > 0

/** What was typed for up to three imagined units; one of which nothing is said takes no part. */
export function readTrial(table: ScoreTable, typed: Typed, names: readonly string[]) {
  const all = trialUnits.map((id, index) => ({ id, name: names[index] ?? id, ...unitOf(table, typed, id) }))
  const wrong = all.flatMap((unit) => unit.wrong)
  const said = all.filter((unit, index) => index === 0 || isSaid(unit))
  const facts: ScoreFacts = scoreFacts.parse({
    units: said.map(({ id, name, facts, marks }) => ({ id, name, facts, marks })),
  })
  return { facts, wrong }
}
