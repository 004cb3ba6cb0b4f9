import type { RawRow } from '#capabilities/spreadsheets/sheet.ts'
import { compare, exact } from '#platform/exact.ts'
import { withoutMarks } from '#platform/fold.ts'
import type { CriterionInput } from '../table/criterion.ts'
import type { ScoreTableInput } from '../table/score-table.ts'
import { readAmount } from '../table-editor/typed-amount.ts'
import type { ReadDoubt } from '../tables/read-doubt.ts'
import { sumOf, totalOf } from '../table-editor/sums.ts'
import { matchedCode } from '../engine/criterion-code.ts'
import { nodesOf } from '../tables/table-tree.ts'
import { buildTree, type ReadNode } from './build-tree.ts'
import { guessRules, limitsOf, type Guess } from './guess-rules.ts'
import { findHeading, textOf } from './heading.ts'
import { splitRows, type TotalRow } from './sheet-rows.ts'

type Facts = NonNullable<ScoreTableInput['facts']>

const longestTitle = 3500

/** Makes criteria of what was read, and keeps what was doubtful on the way. */
class Draft {
  readonly facts: Facts = {}
  readonly doubts: ReadDoubt[] = []
  #taken = new Set<string>()

  doubt(says: string, code: string, row: number, values: Record<string, string> = {}): void {
    this.doubts.push({ says, code, row, values })
  }

  /** The printed code; below the code of what it stands under where that alone names two. */
  #codeOf(node: ReadNode, above: string, index: number): string {
    const printed = node.mark === undefined || node.mark.code === '-' || node.mark.code === '+' ? '' : node.mark.code
    const own = printed === '' ? `${above}.${index + 1}` : printed
    const long = printed === '' || above === '' ? own : `${above}.${printed}`
    const code = this.#taken.has(matchedCode(own)) ? this.#free(long) : own
    this.#taken.add(matchedCode(code))
    return code
  }

  #free(code: string): string {
    let free = code
    for (let more = 2; this.#taken.has(matchedCode(free)); more++) free = `${code}-${more}`
    return free
  }

  criteria(nodes: readonly ReadNode[], above = ''): CriterionInput[] {
    return nodes.map((node, index) => this.#criterion(node, this.#codeOf(node, above, index)))
  }

  #keep(guess: Guess, key: string, title: string): void {
    for (const rule of guess.rules)
      if (rule.rule === 'per_case') this.facts[String(rule.cases)] = { label: title, type: 'number' }
    if (guess.fact !== undefined) this.facts[key] = { label: title, ...guess.fact }
  }

  #doubtPoints({ max, bonus, penalty, row }: ReadNode, code: string): void {
    for (const points of [max, bonus, penalty]) {
      if (points?.isClear === false) this.doubt('pointsUnclear', code, row, { amount: points.amount })
    }
  }

  /** What gives its points: rules where they were guessed, else what stands under it. */
  #content(node: ReadNode, code: string, title: string): Partial<CriterionInput> {
    const key = `tc_${withoutMarks(matchedCode(code)).replaceAll(/[^a-z0-9]+/gu, '_')}`
    const guess = guessRules(node, key)
    const { doubts, limits } = guess ?? limitsOf(node)
    for (const { says, values } of doubts) this.doubt(says, code, node.row, values)
    if (guess === undefined) return { ...limits, children: this.criteria(node.children, code) }
    this.#keep(guess, key, title)
    return { ...limits, rules: guess.rules }
  }

  #criterion(node: ReadNode, code: string): CriterionInput {
    const title = node.text.slice(0, longestTitle)
    this.#doubtPoints(node, code)
    return {
      code,
      title,
      ...(node.max && { max: readAmount(node.max.amount.replace(/^-/u, '')) ?? 0 }),
      ...(node.evidence !== '' && { evidence: node.evidence }),
      ...this.#content(node, code, title),
    }
  }
}

const decimal = (text: string) => exact(text.replace(/^-/u, ''))

/** Where what is printed and what is under it do not come to the same. */
function sumDoubts(
  sections: readonly CriterionInput[],
  totals: readonly TotalRow[],
  rows: ReadonlyMap<string, number>,
) {
  const ofNodes = nodesOf(sections).flatMap(({ node }): ReadDoubt[] => {
    const { max, under } = sumOf(node)
    const row = rows.get(node.code)
    if (under === null) return []
    return [{ code: node.code, says: 'sumDiffers', values: { max: max ?? '', under }, ...(row && { row }) }]
  })
  const total = totalOf(sections)
  const last = totals.at(-1)
  const differs = last !== undefined && compare(decimal(last.said), exact(total)) !== 0
  return differs
    ? [...ofNodes, { code: '', says: 'totalDiffers', row: last.row, values: { said: last.said, sum: total } }]
    : ofNodes
}

export interface DraftTable {
  content: Pick<ScoreTableInput, 'sections' | 'facts' | 'baseTotal'>
  doubts: ReadDoubt[]
  /** What stands above the headings: the title as printed, if one does. */
  title: string
}

const rowsByCode = (all: readonly ReadNode[]): Map<string, number> =>
  new Map(all.flatMap((node) => [[node.mark?.code ?? '', node.row] as const, ...rowsByCode(node.children)]))

/** A sheet as officials keep it, as a draft with its doubts; nothing where no headings are found. */
export function draftOfRows(raw: readonly RawRow[]): DraftTable | undefined {
  const heading = findHeading(raw)
  if (heading === undefined) return undefined
  const { rows, totals } = splitRows(raw, heading)
  const tree = buildTree(rows)
  const draft = new Draft()
  const sections = draft.criteria(tree.sections)
  if (sections.length === 0) return undefined
  const total = totals.at(-1)?.said
  const ofTree = tree.doubts.map(({ says, row, values = {} }): ReadDoubt => ({
    code: '',
    says,
    values,
    ...(row && { row }),
  }))
  const doubts = [...ofTree, ...draft.doubts, ...sumDoubts(sections, totals, rowsByCode(tree.sections))]
  const titles = raw.slice(0, heading.below).flatMap(({ cells }) => cells.map(textOf))
  return {
    content: { sections, facts: draft.facts, ...(total !== undefined && { baseTotal: readAmount(total) ?? 0 }) },
    doubts: doubts.toSorted((one, other) => (one.row ?? 0) - (other.row ?? 0)),
    title: titles.find((text) => /bảng|thang điểm/iu.test(text) && text.length > 10) ?? '',
  }
}
