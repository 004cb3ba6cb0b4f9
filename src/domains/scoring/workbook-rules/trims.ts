import type { ScoringRule } from '../table/rule.ts'
import { amountText, rounded } from '../workbook-lines/amounts.ts'
import { put, wordsOf } from '../workbook-lines/draft.ts'
import { f, type Formula } from '../workbook-lines/line.ts'
import { constant, eitherOf, guarded, madeOf, ofCell, type Sum } from '../workbook-lines/sum.ts'
import { makeKind } from './make-rule.ts'
import { cellOf, Unsayable } from './reading.ts'
import { branch, word, type RuleDesk } from './rule-desk.ts'

/** Held by what the table says of every rule: never less, never more whatever the sign, rounded. */
function trimmed(rule: ScoringRule, desk: RuleDesk, sum: Sum): Sum {
  const { floor, atMost, round } = rule
  if (floor === undefined && atMost === undefined && round === undefined) return sum
  const isSure = !sum.mayRefuse && sum.needs.length === 0
  const plain = isSure ? sum : ofCell(put(desk, sum, wordsOf(desk.draft).stepOf(desk.told.label)), sum)
  const held = heldAt(notBelow(plain, floor), atMost)
  return round === undefined ? held : { ...held, value: rounded(held.value, round), places: round }
}

function notBelow(sum: Sum, floor: ScoringRule['floor']): Sum {
  if (floor === undefined) return sum
  const limit = amountText(floor)
  // A floor above zero makes points of nothing.
  const mayBe = { negative: limit.startsWith('(-') && sum.mayBe.negative, positive: true }
  const top = sum.top === undefined ? undefined : Math.max(sum.top, constant(floor).top ?? 0)
  return { ...sum, value: f`MAX(${limit},${sum.value})`, mayBe, places: null, top }
}

function heldAt(sum: Sum, atMost: ScoringRule['atMost']): Sum {
  if (atMost === undefined) return sum
  const limit = amountText(atMost)
  const value = sum.mayBe.negative ? f`MAX(-${limit},MIN(${limit},${sum.value}))` : f`MIN(${limit},${sum.value})`
  return { ...sum, value, top: constant(atMost).top, places: null }
}

function whenMissing(rule: ScoringRule, desk: RuleDesk, sum: Sum): Sum {
  if (rule.whenMissing === undefined) return sum
  const instead = branch(desk, desk.points(rule.whenMissing))
  const given = put(desk, sum, wordsOf(desk.draft).stepOf(desk.told.label))
  const value = f`IF(${given}=${word(desk, 'missing')},${instead.value},${given})`
  return { ...eitherOf([sum, instead]), value, needs: [], mayRefuse: true }
}

/** Conditions under which a rule gives nothing before it is asked. */
function guardsOf(
  rule: ScoringRule,
  desk: RuleDesk,
  isFull: (code: true | string) => Sum,
): { cell: Formula; stops: number }[] {
  const cell = (formula: string | number | boolean) => cellOf(desk, desk.read(formula)).value
  return [
    ...(rule.exemptWhen === undefined ? [] : [{ cell: cell(rule.exemptWhen), stops: 1 }]),
    ...(rule.onlyIf === undefined ? [] : [{ cell: cell(rule.onlyIf), stops: 0 }]),
    ...(rule.onlyIfFull === undefined ? [] : [{ cell: isFull(rule.onlyIfFull).value, stops: 0 }]),
  ]
}

/** What a guard stops was not done for points. */
function guardExtras({ extras }: RuleDesk, from: number, guards: readonly { cell: Formula; stops: number }[]): void {
  for (const [index, extra] of extras.entries()) {
    const passes = guards.map(({ cell, stops }) => f`,${cell}=${1 - stops}`).flat()
    if (index >= from && guards.length > 0) extras[index] = f`AND(${extra}${passes})`
  }
}

/** One rule of a leaf, with what every rule may say around it. */
export function makeRule(rule: ScoringRule, desk: RuleDesk, isFull: (code: true | string) => Sum): Sum {
  if (desk.list !== undefined) throw new Unsayable('rule')
  const guards = guardsOf(rule, desk, isFull)
  const before = desk.extras.length
  const kind = makeKind(rule, desk)
  guardExtras(desk, before, guards)
  if (guards.length === 0) return trimmed(rule, desk, whenMissing(rule, desk, kind))
  const { standing } = wordsOf(desk.draft)
  const asked = guards.reduceRight<Formula>(
    (rest, { cell, stops }) => f`IF(ISTEXT(${cell}),${cell},IF(${cell}=${stops},0,${rest}))`,
    guarded(kind, standing),
  )
  const sum = madeOf(asked, [], { ...eitherOf([kind, constant(0)]), mayRefuse: true })
  return trimmed(rule, desk, whenMissing(rule, desk, sum))
}
