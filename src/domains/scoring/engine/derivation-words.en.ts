import type { Translation } from '#platform/words.ts'
import { writing } from './derivation-numbers.ts'
import type { BandKey, Values, vi } from './derivation-words.vi.ts'

const { number, points, share, percent, day, value } = writing('en')

const quoted = (text: string) => (text === '' ? '' : ` “${text}”`)
const pt = (text: string) => `${points(text)} points`

/** "from 97, below 98" */
function band({ from, above, to, below, is }: Values<BandKey>): string {
  const ends = [
    from && `from ${number(from)}`,
    above && `above ${number(above)}`,
    to && `up to ${number(to)}`,
    below && `below ${number(below)}`,
    is && `equal to ${is.split('|').map(value).join(' or ')}`,
  ]
  return ends.filter((end) => end !== '').join(', ')
}

export const en: Translation<typeof vi> = {
  'rule.onlyIf': () => 'The condition to count does not hold → 0 points',
  'rule.exempt': () => 'Exempt → 0 points',
  'rule.onlyIfFull': ({ code }) => `Counts only when criterion ${code} has its full points; it has not → 0 points`,
  'rule.missing': ({ factsEn }) => `No figure yet: ${factsEn}; missing is not zero`,
  'rule.missingGives': (v) => `No figure yet: ${v.factsEn}; the table says what then → ${pt(v.points)}`,
  'rule.atMost': (v) => `${number(v.points)} → held at ${number(v.limit)}`,
  'rule.floor': (v) => `${number(v.points)} → not less than ${number(v.limit)}`,
  'rule.round': (v) => `${number(v.points)} → rounded to ${v.places} decimals: ${pt(v.rounded)}`,
  'rule.notAssigned': () => 'Not assigned: not scored',

  'fixed.always': (v) => `Stated points: ${pt(v.points)}`,
  'fixed.holds': (v) => `Done → ${pt(v.points)}`,
  'fixed.not': () => 'Not done → 0 points',
  'pass.passed': (v) => `Passed → ${pt(v.points)}`,
  'pass.failed': (v) => `Failed → ${pt(v.points)}`,
  'parts.has': (v) => `Has${quoted(v.textEn)} → ${pt(v.points)}`,
  'parts.not': (v) => `Has not${quoted(v.textEn)} → 0 points`,
  'parts.sum': (v) => `Sum of parts: ${pt(v.points)}`,
  'tiers.matched': (v) =>
    `${v.value === '' ? '' : `${value(v.value)} is in `}tier ${band(v)}${quoted(v.textEn)} → ${pt(v.points)}`.replace(
      /tier +/u,
      'tier ',
    ),
  'tiers.share': (v) => `${percent(v.share)} of the maximum: ${share(v.share)} × ${number(v.max)} = ${pt(v.points)}`,
  'tiers.slide': (v) =>
    `${number(v.value)} in a straight line between ${number(v.low)} (${number(v.lowPoints)} points) and ` +
    `${number(v.high)} (${number(v.highPoints)} points): ${pt(v.points)}`,
  'tiers.several': (v) => `${v.count} tiers match, the ${v.pick} counts: ${pt(v.points)}`,
  'tiers.otherwise': (v) =>
    `${v.value === '' ? 'No tier matches' : `${value(v.value)} is in no tier`}; stated for all else → ${pt(v.points)}`,
  'tiers.none': (v) =>
    `${v.value === '' ? 'No tier matches' : `${value(v.value)} is in no tier of the table`}: a person must decide`,
  'cases.left': (v) => `${v.left}/${v.all} cases are of this kind`,
  'cases.exempt': (v) => `${v.exempt} cases are exempt`,
  'cases.free': (v) => `The first ${v.free} cases do not count`,
  'cases.none': () => 'No case → 0 points',
  'cases.each': (v) => `${number(v.count)} cases × ${number(v.each)} = ${pt(v.points)}`,
  'cases.sum': (v) => `${number(v.count)} cases, their points added up: ${pt(v.points)}`,
  'reports.late': (v) => `Report ${v.period}: due ${day(v.due)}, sent ${day(v.sent)} – late`,
  'reports.missing': (v) => `Report ${v.period}: due ${day(v.due)} – not sent`,
  'reports.sum': (v) =>
    `${v.onTime} on time × ${number(v.onTimeEach)} + ${v.late} late × (${number(v.lateEach)}) + ` +
    `${v.missing} not sent × (${number(v.missingEach)}) = ${pt(v.points)}`,
  'deadline.onTime': (v) => `Done ${day(v.date)}, due ${day(v.due)}: on time → ${pt(v.points)}`,
  'deadline.late': (v) => `Done ${day(v.date)}, due ${day(v.due)}: ${v.days} days late → ${pt(v.points)}`,
  'deadline.never': (v) => `Not done (due ${day(v.due)}) → ${pt(v.points)}`,
  'deadline.early': (v) => `${v.days} days early (${v.workingDays} working days) → ${pt(v.points)}`,
  'deadline.each': (v) =>
    `${v.stretches} times ${v.length} ${stretchNames[v.unit] ?? v.unit} × ${number(v.each)} = ${pt(v.points)}`,
  'deadline.sum': (v) => `Sum: ${pt(v.points)}`,
  'oneOf.chosen': (v) => `The case${quoted(v.textEn)} holds → ${pt(v.points)}`,
  'oneOf.none': (v) => `None of the cases holds → ${pt(v.points)}`,
  'step.over': (v) =>
    `${number(v.value)} is above ${number(v.threshold)}: ${number(v.steps)} times ${number(v.each)} × ${number(v.eachPoints)} = ${pt(v.points)}`,
  'step.under': (v) =>
    `${number(v.value)} is below ${number(v.threshold)}: ${number(v.steps)} times ${number(v.each)} × ${number(v.eachPoints)} = ${pt(v.points)}`,
  'step.none': (v) => `${number(v.value)}, threshold ${number(v.threshold)} → 0 points`,
  'matrix.cell': (v) => `Row “${v.rowEn}”, column “${v.columnEn}” → ${pt(v.points)}`,
  'matrix.otherwise': (v) =>
    `${value(v.row)} and ${value(v.column)} have no cell in the table; stated for all else → ${pt(v.points)}`,
  'matrix.none': (v) => `${value(v.row)} and ${value(v.column)} have no cell in the table: a person must decide`,
  'awards.one': (v) => `${v.awardEn} → ${pt(v.points)}`,
  'awards.unlisted': (v) => `${v.award}: the table states no points`,
  'awards.none': () => 'No award that counts → 0 points',
  'awards.highest': (v) => `The highest counts: ${pt(v.points)}`,
  'awards.sum': (v) => `Sum: ${pt(v.points)}`,
  'judged.given': (v) => `The assessor gave ${pt(v.points)} (from ${number(v.from)} to ${number(v.to)})`,
  'judged.notMarked': () => 'Not marked yet; not marked is not zero',
  'relative.below': (v) =>
    `${number(v.actual)}/${number(v.target)} of the target → ${share(v.met)} × ${number(v.max)} × ${number(v.ratio)} = ${pt(v.points)}`,
  'relative.belowZero': (v) => `${number(v.actual)}/${number(v.target)} of the target: not met → 0 points`,
  'relative.met': (v) =>
    `${number(v.actual)}/${number(v.target)} of the target: met → ${share(v.met)} × ${number(v.max)} = ${pt(v.points)}`,
  'relative.leads': (v) =>
    `${number(v.actual)}/${number(v.target)} of the target, exceeded by ${percent(v.excess)}: leads → ${pt(v.points)}`,
  'relative.leadsZeroTarget': (v) => `${number(v.actual)}, target zero: the table lets it lead → ${pt(v.points)}`,
  'relative.metZeroTarget': (v) =>
    `${number(v.actual)}, target zero: the table counts it as met → ${share(v.met)} × ${number(v.max)} = ${pt(v.points)}`,
  'relative.exceeds': (v) =>
    `${number(v.actual)}/${number(v.target)} of the target, exceeded by ${percent(v.excess)}; the leader ${v.leader} by ${percent(v.leaderExcess)} → ` +
    `${share(v.met)} × ${number(v.max)} + ${percent(v.excess)}/${percent(v.leaderExcess)} × ${share(v.rest)} × ${number(v.max)} = ${pt(v.points)}`,
  'relative.othersUnknown': (v) => `${v.count} units of the group have no figure yet: the leader may change`,
  'relative.doer': (v) =>
    `Not assigned, but reached ${number(v.actual)}; most among those not assigned: ${v.leader} ${number(v.most)} → ` +
    `${number(v.max)} × ${number(v.actual)}/${number(v.most)} = ${pt(v.points)}`,
  'proportional.of': (v) =>
    `${number(v.done)}/${number(v.of)} → ${number(v.max)} × ${number(v.share)} = ${pt(v.points)}`,
  'proportional.cut': (v) => `Share ${percent(v.share)} → counted as 100%`,
  'proportional.below': (v) => `Share ${percent(v.share)} below ${percent(v.limit)} → 0 points`,
  'proportional.negative': (v) => `Share ${percent(v.share)} is negative → 0 points`,
  'rank.place': (v) => `${number(v.value)}: place ${v.place} of ${v.count} units → ${pt(v.points)}`,
  'rank.shared': (v) => `${v.count} units share place ${v.place}`,
  'rank.assessor': (v) => `${v.assessor}: place ${v.place} → ${pt(v.points)}`,
  'rank.othersUnknown': (v) => `${v.count} units of the group have no figure yet: places may change`,
  'rank.average': (v) => `Average of ${v.count} assessors: ${number(v.average)}`,
  'formula.gave': (v) => `By the formula ${v.formula} = ${pt(v.points)}`,
  'points.gave': (v) => `→ ${pt(v.points)}`,

  'asks.noMaximum': () => 'The criterion has no maximum to take a share of',
  'asks.notYesNo': (v) => `Needs yes or no but is ${value(v.value)}`,
  'asks.notNumber': (v) => `Needs a number but is ${value(v.value)}`,
  'asks.notDay': (v) => `Needs a day but is ${value(v.value)}`,
  'asks.notCases': (v) => `Needs a list of cases but is ${value(v.value)}`,
  'asks.onlyCounted': (v) => `Only their number (${number(v.count)}) is known: there is no list to look at each case`,
  'asks.notReports': (v) => `Needs a log of reports but is ${value(v.value)}`,
  'asks.negativeCount': (v) => `A number of cases cannot be negative: ${number(v.value)}`,
  'asks.targetZero': (v) => `The target is zero, reached ${number(v.actual)}: there is no ratio, a person must decide`,
  'asks.targetNegative': (v) => `The target is negative (${number(v.target)}): there is no ratio`,
  'asks.markOutside': (v) => `The mark ${number(v.points)} is not from ${number(v.from)} to ${number(v.to)}`,
  'asks.markStep': (v) => `The mark ${number(v.points)} is no multiple of ${number(v.step)}`,
  'asks.markNotListed': (v) => `The mark ${number(v.points)} is none of the options`,
  'asks.caseOutside': (v) =>
    `The points of a case (${number(v.points)}) are not from ${number(v.from)} to ${number(v.to)}`,
  'asks.divisionByZero': () => 'The formula divides by zero',
  'asks.tooLarge': () => 'The formula comes to a number that is too large',
  'asks.notText': (v) => `Needs a text but is ${value(v.value)}`,
  'asks.notMarks': (v) => `Needs marks of assessors but is ${value(v.value)}`,
  'asks.notComparable': (v) => `${value(v.left)} cannot be compared with ${value(v.right)}`,
  'asks.noValues': () => 'There is no value to compute with',
  'asks.criterion': (v) => `Criterion ${v.code} waits for a person to decide`,
  'asks.unknownCriterion': (v) => `The table has no criterion ${v.code}`,
  'asks.exponent': () => 'An exponent must be a small whole number',
  'asks.decimals': () => 'Decimals must be a whole number from 0 to 10',
  'asks.unknownClass': (v) => `There is no class “${v.name}”`,
  'asks.otherMeasure': (v) => `Two measures that differ: ${v.left} and ${v.right}`,
  'asks.notComplete': () => 'The unit has no total yet',
  'asks.badFormula': (v) => `The formula ${v.formula ?? ''} cannot be read`,
  'asks.cyclic': (v) => `${v.name} rests on itself`,
  'asks.noCase': (v) => `There is no case from which to read case.${v.field}`,
  'asks.listFound': (v) => `Is a list but needs ${v.wanted}`,
  'asks.badFact': () => 'The fact cannot be read',
  'asks.slideEnds': () => 'A sliding tier lacks an end',

  'node.agreed': (v) =>
    `Agreed ${number(v.points)} in place of ${v.proposed === '' ? 'points that could not be computed' : number(v.proposed)}; reason: ${v.reason}`,
  'node.notAssignedOut': () => 'Not assigned: not scored and not counted in the unit’s maximum',
  'node.notAssignedZero': () => 'Not assigned → 0 points',
  'node.notAssignedFull': (v) => `Not assigned → the full ${pt(v.points)}`,
  'node.exemptOut': (v) => `Exempt${quoted(v.textEn)}: not scored and not counted in the unit’s maximum`,
  'node.exemptFull': (v) => `Exempt${quoted(v.textEn)} → the full ${pt(v.points)}`,
  'node.exemptZero': (v) => `Exempt${quoted(v.textEn)} → 0 points`,
  'node.incomplete': (v) => `No points yet of: ${v.codes}; this sum is no result`,
  'node.rules': (v) => `${v.count} rules added up: ${pt(v.points)}`,
  'node.sum': (v) => `Sum: base ${number(v.base)}, bonus ${number(v.bonus)}, penalty ${number(v.penalty)}`,
  'node.highest': (v) => `The highest counts: ${pt(v.points)}`,
  'node.lowest': (v) => `The lowest counts: ${pt(v.points)}`,
  'node.average': (v) => `Average of ${v.count}: ${pt(v.points)}`,
  'node.best': (v) => `The best ${v.count} count: ${pt(v.points)}`,
  'node.factor': (v) => `Factor: ${number(v.from)} × ${number(v.factor)} = ${pt(v.points)}`,
  'node.maxBonus': (v) => `bonus ${number(v.from)} → held at ${number(v.to)}`,
  'node.maxPenalty': (v) => `penalty ${number(v.from)} → held at ${number(v.to)}`,
  'node.within': (v) => `${number(v.from)} passes the maximum ${number(v.max)} → ${pt(v.points)}`,
  'node.cap': (v) => `${number(v.from)} → not more than ${number(v.to)}`,
  'node.floor': (v) => `${number(v.from)} → not less than ${number(v.to)}`,
  'node.round': (v) => `${number(v.from)} → rounded to ${v.places} decimals: ${pt(v.to)}`,
  'node.points': (v) => `= ${number(v.points)}/${number(v.max)} points`,
}

const stretchNames: Readonly<Record<string, string>> = {
  days: 'days',
  workingDays: 'working days',
  weeks: 'weeks',
  months: 'months',
}
