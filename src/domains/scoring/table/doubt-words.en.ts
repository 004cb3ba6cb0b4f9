import type { Translation } from '#platform/words.ts'
import { writing } from '../engine/derivation-numbers.ts'
import type { Needs, vi } from './doubt-words.vi.ts'

const { number } = writing('en')

const range = (v: Needs<'from' | 'above' | 'to' | 'below'>) =>
  [
    v.from && `from ${number(v.from)}`,
    v.above && `above ${number(v.above)}`,
    v.to && `up to ${number(v.to)}`,
    v.below && `below ${number(v.below)}`,
  ]
    .filter((end) => end !== '')
    .join(', ')

export const en: Translation<typeof vi> = {
  'code.duplicate': (v) => `The same code as “${v.other}” (dots, spaces and case do not count)`,
  'leaf.empty': () => 'The criterion has neither rules nor children',
  'leaf.both': () => 'The criterion has both rules and children; it may have one of them',
  'sum.children': (v) => `The maximum is ${number(v.max)} but the children add up to ${number(v.sum)}`,
  'sum.baseTotal': (v) => `The base total says ${number(v.max)} but the sections add up to ${number(v.sum)}`,
  'sum.unreachable': (v) => `The maximum is ${number(v.max)} but the rules give ${number(v.most)} at most`,
  'sum.over': (v) => `The rules give up to ${number(v.most)} while the maximum is ${number(v.max)}; the rest is cut`,
  'cap.unreachable': (v) => `The limit ${number(v.cap)} is never reached: the most is ${number(v.most)}`,
  'cap.bonusUnreachable': (v) => `The limit of bonus ${number(v.cap)} is never reached: the most is ${number(v.most)}`,
  'cap.penaltyUnreachable': (v) =>
    `The limit of penalty ${number(v.cap)} is never reached: the most is ${number(v.most)}`,
  'cap.crossed': (v) => `The floor ${number(v.floor)} is above the cap ${number(v.cap)}`,
  'rule.needsMaximum': () => 'The rule is a share of the maximum but the criterion has none',
  'rule.sign': (v) => `Penalty column but positive points (${number(v.points)}): the sign decides, it counts as bonus`,
  'rule.bonusSign': (v) =>
    `Bonus column but negative points (${number(v.points)}): the sign decides, it counts as penalty`,
  'tiers.overlap': (v) => `Tiers ${v.first} and ${v.second} overlap: ${range(v)}; the first of them counts`,
  'tiers.gap': (v) => `No tier holds values ${range(v)}: there the answer is “no tier matches”`,
  'tiers.gapClass': (v) => `No tier holds: ${v.classes}`,
  'tiers.unreachable': (v) => `Tier ${v.tier} is never reached: those before it hold all of it`,
  'tiers.empty': (v) => `Tier ${v.tier} holds no value: its lower end is above its upper`,
  'tiers.noPoints': (v) => `Tier ${v.tier} gives nothing (points, share or slide)`,
  'tiers.severalPoints': (v) => `Tier ${v.tier} gives points in several ways; it may have one of points, share, slide`,
  'tiers.slideEnds': (v) => `Tier ${v.tier} slides but lacks an end, or both ends are equal`,
  'tiers.noValue': (v) => `Tier ${v.tier} has a range but the rule does not say of which value (of)`,
  'matrix.shape': (v) => `The points must be ${v.rows} rows × ${v.columns} columns`,
  'stretch.unit': () => 'A stretch needs exactly one of days, workingDays, weeks, months',
  'period.source': () => 'The rule needs exactly one of reports, periods',
  'step.threshold': () => 'A step needs exactly one of over, under',
  'step.zero': () => 'A step must be more than zero',
  'range.crossed': (v) => `The range is upside down: from ${number(v.from)} to ${number(v.to)}`,
  'judged.several': () => 'A criterion has one mark; split it into several criteria',
  'cases.counted': (v) => `${v.key} is only a count, so that no condition on each case can be asked`,
  'holidays.none': () => 'Working days count but the table names no holiday',
  'holidays.year': (v) => `Working days count but the table names no holiday of ${v.year}`,
  'fact.noClasses': (v) => `${v.key} is a class but its classes are not named`,
  'fact.unused': (v) => `The fact ${v.key} is declared but nothing uses it`,
  'table.dates': () => 'The table ends before it begins',
  'assessor.unknown': (v) => `The assessor “${v.assessor}” is not in the list`,
  'class.unreachable': (v) => `The class “${v.class}” can never be reached`,
  'title.unreachable': (v) => `The title “${v.title}” can never be reached`,
  'downgrade.unknownClass': (v) => `Lowered to “${v.class}”, which is none of the classes`,
  'downgrade.none': () => 'A downgrade needs exactly one of to, by',
  'downgrade.noClasses': () => 'There are downgrades but no classes',
  'ranking.noChain': () => 'Nothing says how to part equal units: they will share a rank',
  'ranking.neverParts': (v) => `The tie rule “${v.by}” can never part units that are equal`,
  'formula.syntax': (v) => `The formula cannot be read at “${v.at}”`,
  'formula.comma': () => `Formula: decimals are written with a point, not a comma`,
  'formula.notAllowed': (v) => `Formula: “${v.what}” is not allowed`,
  'formula.tooLong': (v) => `The formula is longer than ${v.most} characters`,
  'formula.tooDeep': () => 'The formula nests too deeply',
  'formula.unknownFunction': (v) => `Formula: there is no function “${v.name}”`,
  'formula.wrongCount': (v) => `Formula: ${v.name} takes ${v.needs} values, not ${v.given}`,
  'formula.unknownName': (v) => `Formula: the fact “${v.name}” is not declared`,
  'formula.notHere': (v) => `Formula: “${v.name}” cannot be used here`,
  'formula.unknownField': (v) => `Formula: cases have no field “${v.name}”`,
  'formula.unknownCriterion': (v) => `Formula: there is no criterion “${v.code}”`,
  'formula.unknownClass': (v) => `Formula: “${v.name}” is none of ${v.classes}`,
  'formula.textNeeded': () => `Formula: here must stand a text in quotes`,
  'formula.wrongKind': (v) => `Formula: needs ${kinds[v.wanted] ?? v.wanted} but is ${kinds[v.got] ?? v.got}`,
  'formula.otherMeasure': (v) => `Formula: two measures that differ, ${v.left} and ${v.right}`,
  'formula.cyclic': (v) => `${v.name} rests on itself`,
}

const kinds: Readonly<Record<string, string>> = {
  number: 'a number',
  yes_no: 'yes or no',
  date: 'a day',
  text: 'a text',
  class: 'a class',
  cases: 'a list of cases',
  reports: 'a log of reports',
  marks: 'marks of assessors',
}
