import { RuleViolation } from '#platform/errors.ts'
import { withoutMarks } from '#platform/fold.ts'
import type { Wording } from '../table/amount.ts'
import { scoreTable, type ScoreTableInput } from '../table/score-table.ts'
import { nodesOf } from './table-tree.ts'

const mostNodes = 1000
const mostLevels = 10
const longest = 1_000_000

/** The title as printed, in Vietnamese. */
export const wordsOf = (wording: Wording | undefined) =>
  wording === undefined ? '' : typeof wording === 'string' ? wording : wording.vi

/** How a table is named in addresses and in the list: "Bảng 01/2024" → "BANG-01-2024". */
export function tableCode(code: string): string {
  const plain = withoutMarks(code).toUpperCase()
  return (
    plain
      .replaceAll(/[^A-Z0-9.]+/gu, '-')
      .replaceAll(/^[-.]+|[-.]+$/gu, '')
      .slice(0, 60) || 'BANG'
  )
}

/** Where a content breaks its schema: "sections.0.children.2.max: …". */
export interface ContentFault {
  at: string
  message: string
}

/** Nested beyond this is no table, and costs whoever walks it. */
function levelsOf(value: unknown, level = 0): number {
  if (level > mostLevels * 4 || typeof value !== 'object' || value === null) return level
  return Math.max(level, ...Object.values(value).map((inner) => levelsOf(inner, level + 1)))
}

export type ReadContent = { ok: true; content: ScoreTableInput } | { ok: false; faults: readonly ContentFault[] }

/** Takes what may be a table; its content is kept as it was written, without the defaults. */
export function readContent(given: unknown): ReadContent {
  if (levelsOf(given) > mostLevels * 4) return { ok: false, faults: [{ at: '', message: 'too deep' }] }
  const result = scoreTable.safeParse(given)
  if (result.success) return { ok: true, content: given as ScoreTableInput }
  const faults = result.error.issues.slice(0, 20)
  return { ok: false, faults: faults.map(({ path, message }) => ({ at: path.join('.'), message })) }
}

/** The same for text that somebody pasted or sent as a file. */
export function readContentText(text: string): ReadContent {
  try {
    return readContent(JSON.parse(text))
  } catch (error) {
    if (error instanceof SyntaxError) return { ok: false, faults: [{ at: '', message: error.message }] }
    throw error
  }
}

/** Refuses what no draft may hold; what is doubtful in it is told later, and refused when it is adopted. */
export function demandContent(content: ScoreTableInput): void {
  const read = readContent(content)
  if (!read.ok) {
    const [fault] = read.faults
    throw new RuleViolation('scoreTables.notATable', { at: fault?.at ?? '', message: fault?.message ?? '' })
  }
  if (nodesOf(content.sections).length > mostNodes) throw new RuleViolation('scoreTables.tooMany', { most: mostNodes })
  if (JSON.stringify(content).length > longest) throw new RuleViolation('scoreTables.tooLarge')
}
