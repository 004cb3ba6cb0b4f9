import type { CriterionInput } from '../table/criterion.ts'
import { readAmount } from '../table-editor/typed-amount.ts'
import type { RuleInput } from '../table-editor/rule-draft.ts'
import type { ReadNode } from './build-tree.ts'
import type { PointText } from './point-text.ts'
import { readPass, readTier, type ReadTier } from './read-tier.ts'

/** What a leaf was taken to mean: its rules, and the figure that they read. */
export interface Guess {
  rules: RuleInput[]
  fact: { type: 'number' | 'yes_no'; measure?: string } | undefined
  /** Lines under it that became tiers. */
  isFolded: boolean
  limits: Pick<CriterionInput, 'maxBonus' | 'maxPenalty'>
  doubts: { says: string; values: Record<string, string> }[]
}

const sized = (amount: string) => amount.replace(/^-/u, '')
const number = (amount: string) => readAmount(amount) ?? 0

type Side = 'bonus' | 'penalty'

/** Which way a cell counts: its sign decides, whatever its column is. */
const sideOf = (column: Side, { amount, isSigned }: PointText): Side => {
  if (amount.startsWith('-')) return 'penalty'
  return isSigned ? 'bonus' : column
}

const signed = (side: Side, amount: string) => number(`${side === 'penalty' ? '-' : ''}${sized(amount)}`)

function ofCell(column: Side, cell: PointText, key: string): Pick<Guess, 'rules' | 'doubts' | 'limits'> {
  const side = sideOf(column, cell)
  const says = side === 'penalty' ? 'penaltyInBonus' : 'bonusInPenalty'
  const doubts = side === column ? [] : [{ says, values: { text: cell.amount } }]
  const limit = side === 'bonus' ? 'maxBonus' : 'maxPenalty'
  if (cell.per === null) {
    const ends = side === 'bonus' ? { from: 0, to: number(cell.amount) } : { from: signed(side, cell.amount), to: 0 }
    return {
      rules: [{ rule: 'judged', column: side, ...ends }],
      doubts,
      limits: { [limit]: number(sized(cell.amount)) },
    }
  }
  const rule: RuleInput = { rule: 'per_case', column: side, cases: key, points: signed(side, cell.amount) }
  if (cell.atMost === null) return { rules: [rule], doubts, limits: {} }
  return { rules: [{ ...rule, atMost: number(cell.atMost) }], doubts, limits: { [limit]: number(cell.atMost) } }
}

const each = String.raw`(?:mỗi|cứ|từng|01|một|1)\s+(?<unit>[\p{L}\s]{2,40}?)`
const says = String.raw`(?:bị |được |thì )?(?<way>trừ|cộng|thưởng)\s*(?:thêm\s*)?(?<points>\d+(?:[.,]\d+)?)\s*(?:điểm|đ)`
const perCase = [
  new RegExp(String.raw`${each}[^.;:\n]{0,60}?${says}`, 'iu'),
  new RegExp(String.raw`${says}\s*(?:\/|cho mỗi|cho một|mỗi)\s*(?<unit>[\p{L}\s]{2,20})`, 'iu'),
]
const most = /(?:tối đa|không quá)\s*(?<most>\d+(?:[.,]\d+)?)\s*(?:điểm|đ)/iu

/** "Mỗi lần chậm trừ 0,5 điểm, tối đa 2 điểm", in the words of the criterion itself. */
function ofWords(text: string, key: string): RuleInput | undefined {
  const found = perCase.map((pattern) => pattern.exec(text)?.groups).find((groups) => groups !== undefined)
  if (found === undefined) return undefined
  const side: Side = found['way']?.toLowerCase() === 'trừ' ? 'penalty' : 'bonus'
  const points = signed(side, (found['points'] ?? '').replace(',', '.'))
  const atMost = most.exec(text)?.groups?.['most']
  return {
    rule: 'per_case',
    column: side,
    cases: key,
    points,
    ...(atMost && { atMost: number(atMost.replace(',', '.')) }),
  }
}

const pieces = (text: string) =>
  text
    .split(/\n|;/u)
    .map((piece) => piece.replace(/^[-–+*\s]+/u, '').trim())
    .filter((piece) => piece !== '')

const tiersOf = (lines: readonly { text: string; points: string | undefined }[]): ReadTier[] | undefined => {
  const read = lines.map(({ text, points }) => readTier(text, points))
  const whole = read.filter((tier) => tier !== undefined)
  return whole.length >= 2 && whole.length === read.length ? whole : undefined
}

function ofTiers(tiers: readonly ReadTier[], key: string): Pick<Guess, 'rules' | 'fact'> {
  const measure = tiers.some(({ isPercent }) => isPercent) ? { measure: '%' } : {}
  return {
    rules: [{ rule: 'tiers', of: key, tiers: tiers.map(({ tier }) => tier) }],
    fact: { type: 'number', ...measure },
  }
}

const none: Guess = { rules: [], fact: undefined, isFolded: false, limits: {}, doubts: [] }

/** Children that are no criteria but the tiers of the one above them, or its yes and no. */
function ofLines({ children }: ReadNode, key: string): Guess | undefined {
  if (children.length < 2 || children.some((child) => child.children.length > 0)) return undefined
  const lines = children.map(({ text, max }) => ({ text, points: max?.amount }))
  const tiers = tiersOf(lines)
  if (tiers !== undefined) return { ...none, ...ofTiers(tiers, key), isFolded: true }
  if (!readPass(lines.map(({ text }) => text))) return undefined
  return { ...none, rules: [{ rule: 'pass', passed: key }], fact: { type: 'yes_no' }, isFolded: true }
}

function ofBase({ text, max }: ReadNode, key: string): Guess {
  const tiers = tiersOf(
    pieces(text)
      .slice(1)
      .map((piece) => ({ text: piece, points: undefined })),
  )
  if (tiers !== undefined) return { ...none, ...ofTiers(tiers, key) }
  const counted = ofWords(text, key)
  const base: RuleInput[] =
    max === undefined ? [] : [counted ? { rule: 'fixed', points: number(max.amount) } : { rule: 'judged' }]
  return { ...none, rules: counted ? [...base, counted] : base, fact: counted && { type: 'number' } }
}

/** What the cells of a node with children limit: bonus and penalty of all that stands under it. */
export function limitsOf(node: ReadNode): Pick<Guess, 'limits' | 'doubts'> {
  const said = (['bonus', 'penalty'] as const).flatMap((column) => {
    const cell = node[column]
    if (cell === undefined) return []
    const { doubts } = ofCell(column, cell, '')
    const limit = sideOf(column, cell) === 'bonus' ? 'maxBonus' : 'maxPenalty'
    return [{ doubts, limits: { [limit]: number(sized(cell.amount)) } }]
  })
  return {
    limits: Object.assign({}, ...said.map(({ limits }) => limits)) as Guess['limits'],
    doubts: said.flatMap(({ doubts }) => doubts),
  }
}

/** What a cell says of each case counts once, also where the words say it again. */
function withoutTwice(ofWords: readonly RuleInput[], ofCells: readonly RuleInput[]): RuleInput[] {
  const counted = new Set(ofCells.flatMap((rule) => (rule.rule === 'per_case' ? [rule.column] : [])))
  return [...ofWords.filter((rule) => rule.rule !== 'per_case' || !counted.has(rule.column)), ...ofCells]
}

/** The rules of a leaf, guessed only where the words are plain; what is not is for a person to judge. */
export function guessRules(node: ReadNode, key: string): Guess | undefined {
  const lines = ofLines(node, key)
  if (lines !== undefined) return lines
  if (node.children.length > 0) return undefined
  const sides = (['bonus', 'penalty'] as const).flatMap((side) => {
    const cell = node[side]
    return cell === undefined ? [] : [{ ...ofCell(side, cell, `${key}_${side}`), cell }]
  })
  const base = node.max === undefined && sides.length > 0 ? none : ofBase(node, key)
  const rules = withoutTwice(
    base.rules,
    sides.flatMap((side) => side.rules),
  )
  return {
    ...base,
    rules: rules.length === 0 ? [{ rule: 'judged' }] : rules,
    limits: Object.assign({}, ...sides.map((side) => side.limits)) as Guess['limits'],
    doubts: [
      ...sides.flatMap((side) => side.doubts),
      ...(rules.length === 0 ? [{ says: 'noPoints', values: {} }] : []),
    ],
  }
}
