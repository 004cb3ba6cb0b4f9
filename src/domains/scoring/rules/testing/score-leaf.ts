import type { Locale } from '#platform/words.ts'
import { deriveCriterion } from '../../engine/derive.ts'
import { sayStep } from '../../engine/derivation-words.ts'
import { readyTable } from '../../engine/ready-table.ts'
import { scoreUnits } from '../../engine/score-units.ts'
import { scoreFacts } from '../../table/score-facts.ts'
import { scoreTable } from '../../table/score-table.ts'

const header = {
  format: 'giao-uoc/score-table@1',
  code: 'T',
  title: 'Bảng',
  version: '1',
  floor: null,
  allowExceed: 'yes',
}

interface Given {
  readonly rules: readonly object[]
  /** Fields of the criterion beside its rules. */
  readonly node?: object
  readonly table?: object
}

/** One criterion of maximum 10, scored for units that are named A, B, C … */
export function scoreLeaf({ rules, node = {}, table = {} }: Given, ...units: readonly object[]) {
  const leaf = { code: '1', title: 'Tiêu chí', max: 10, ...node, rules }
  const ready = readyTable(scoreTable.parse({ ...header, ...table, sections: [leaf] }))
  const named = units.map((unit, at) => ({ id: 'ABCDEFGH'.charAt(at), ...('facts' in unit ? unit : { facts: unit }) }))
  const facts = scoreFacts.parse({ units: named })
  const scored = scoreUnits(ready, facts).units
  return {
    /** Points of every unit, or the word for why there are none. */
    came: scored.map(({ criteria: [one] }) => one?.points ?? one?.standing),
    needs: scored.map(({ needs }) => needs),
    /** What the rules told, without what the criterion makes of it. */
    says: (unit: string, locale: Locale = 'vi') =>
      deriveCriterion(ready, facts, unit, '1')
        .steps.filter(({ says }) => !says.startsWith('node.'))
        .map((step) => sayStep(step, locale)),
  }
}

/** The same for one rule and one unit. */
export const scoreRule = (rule: object, facts: object, more: Omit<Given, 'rules'> = {}) => {
  const { came, says, needs } = scoreLeaf({ rules: [rule], ...more }, facts)
  return { came: came[0], needs: needs[0], vi: says('A'), en: says('A', 'en') }
}
