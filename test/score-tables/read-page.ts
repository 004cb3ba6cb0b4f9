import { readFileSync } from 'node:fs'
import { deriveCriterion } from '../../src/domains/scoring/engine/derive.ts'
import { sayStep } from '../../src/domains/scoring/engine/derivation-words.ts'
import { readyTable } from '../../src/domains/scoring/engine/ready-table.ts'
import type { UnitScore } from '../../src/domains/scoring/engine/score-result.ts'
import { scoreUnits } from '../../src/domains/scoring/engine/score-units.ts'
import { scoreFacts, type ScoreFacts } from '../../src/domains/scoring/table/score-facts.ts'
import { scoreTable, type ScoreTable } from '../../src/domains/scoring/table/score-table.ts'
import { pageItems, type Item } from './page-items.ts'
import { flat, partOf, word } from './part-of.ts'

type Json = Readonly<Record<string, unknown>>
type Of<Is extends Item['is']> = Extract<Item, { is: Is }>

/** What the page says, and what the engine says, of one example: they must be the same. */
export interface Compared {
  readonly at: string
  readonly says: unknown
  readonly comes: unknown
}

const header = { format: 'giao-uoc/score-table@1', code: 'T', title: 'Bảng điểm', version: '1' }
const leaf = { code: '1', title: 'Tiêu chí', max: 10, floor: null }

/** A table, a part of one, a criterion or a rule, as the page shows them; facts alone are for the formulas after them. */
function tableOf(json: Json): ScoreTable {
  if ('sections' in json) return scoreTable.parse({ ...header, ...json })
  if ('code' in json) return scoreTable.parse({ ...header, sections: [json] })
  if ('rule' in json) return tableOf({ ...leaf, rules: [json] })
  return scoreTable.parse({ ...header, ...json, sections: [{ ...leaf, rules: [{ rule: 'judged' }] }] })
}

/** Points, or the word for why there are none. */
function cameTo(score: UnitScore): string {
  const [open] = flat(score.criteria).filter(({ standing, children }) => standing !== 'scored' && children.length === 0)
  if (score.state === 'disqualified') return 'disqualified'
  if (score.criteria.length === 1 && open !== undefined) return word(open)
  return score.state === 'complete' ? score.total : `incomplete ${score.total}`
}

const looksNumber = /^-?\d+(?:\.\d+)?(?:\/\d+)?$/u
const standings = ['missing', 'asks', 'not assigned']

class Page {
  readonly compared: Compared[] = []
  private declared: Json = {}
  private table = tableOf({})
  private facts: ScoreFacts = scoreFacts.parse({ units: [{ id: 'A' }] })
  private unit = ''

  private compare(at: string, says: unknown, comes: unknown) {
    this.compared.push({ at, says, comes })
  }

  json({ text }: Of<'json'>): void {
    const json = JSON.parse(text) as Json
    if ('units' in json) this.facts = scoreFacts.parse(json)
    else {
      this.declared = json
      this.table = tableOf(json)
    }
  }

  /** A line "A  2.5  rank 1  class Khá", or a sentence of the derivation, "· 1: …". */
  result({ line, at }: Of<'result'>): void {
    const told = /^\s*· (?<code>\S*): (?<sentence>.+)$/u.exec(line)?.groups
    if (told !== undefined) this.sentence(told['code'] ?? '', told['sentence'] ?? '', at)
    else this.figures(line, at)
  }

  private sentence(code: string, sentence: string, at: string) {
    const { steps } = deriveCriterion(readyTable(this.table), this.facts, this.unit, code === 'total' ? '' : code)
    const said = steps.map((step) => sayStep(step, 'vi'))
    this.compare(at, sentence, said.includes(sentence) ? sentence : said)
  }

  private figures(line: string, at: string) {
    const [unit = '', came, ...parts] = line.trim().split(/ {2,}/u)
    const score = scoreUnits(readyTable(this.table), this.facts).units.find((one) => one.unit === unit)
    if (score === undefined) throw new Error(`${at}: no unit ${unit}`)
    this.unit = unit
    this.compare(at, came, cameTo(score))
    for (const part of parts) {
      const [name = '', ...value] = part.split(' ')
      this.compare(`${at} ${name}`, value.join(' '), partOf(score, name))
    }
  }

  /** "`{"diem": 97}` → 4" */
  inline({ given, says, at }: Of<'inline'>): void {
    const json = JSON.parse(given) as Json
    const unit = { id: 'A', ...('facts' in json ? json : { facts: json }) }
    const [score] = scoreUnits(readyTable(this.table), scoreFacts.parse({ units: [unit] })).units
    this.compare(at, says, score?.criteria[0]?.points ?? (score === undefined ? null : cameTo(score)))
  }

  /** A row "| `formula` | `value` |": a number as points, anything else by whether it is so. */
  formula({ given, says, at }: Of<'formula'>): void {
    const isPoints = looksNumber.test(says) || standings.includes(says)
    const holds = says === 'true' ? given : says === 'false' ? `!(${given})` : `(${given}) == '${says}'`
    const rule = isPoints ? { rule: 'formula', points: given } : { rule: 'fixed', points: 1, when: holds }
    const free = { allowExceed: 'yes', floor: null, rounding: { leaf: null, total: null } }
    const table = scoreTable.parse({ ...header, ...this.declared, ...free, sections: [{ ...leaf, rules: [rule] }] })
    const [score] = scoreUnits(readyTable(table), this.facts).units
    const came = score === undefined ? '' : cameTo(score)
    this.compare(`${at} ${given}`, isPoints ? says : '1', came)
  }
}

/** Reads the page from top to bottom, computes every example and sets it against the result beside it. */
export function readPage(path: string): readonly Compared[] {
  const page = new Page()
  for (const item of pageItems(readFileSync(path, 'utf8'))) {
    if (item.is === 'json') page.json(item)
    else if (item.is === 'result') page.result(item)
    else if (item.is === 'inline') page.inline(item)
    else page.formula(item)
  }
  return page.compared
}
