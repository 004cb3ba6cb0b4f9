import type { RuleOf } from '../table/rule.ts'
import { sure, wordsOf } from '../workbook-lines/draft.ts'
import { f } from '../workbook-lines/line.ts'
import { added, eitherOf, madeOf, severalOf } from '../workbook-lines/sum.ts'
import { cellOf, isYes, known, type Read } from './reading.ts'
import { branch, fullPoints, type Maker, type RuleDesk } from './rule-desk.ts'
import { bestOf, firstOf, type Way } from './tiers.ts'

/** A condition: its cell must hold a number, 1 or 0. */
const condition = (desk: RuleDesk, when: string | number | boolean): Read => known(desk, desk.read(when))

export const fixed: Maker<RuleOf<'fixed'>> = (rule, desk) => {
  if (rule.when === undefined) return desk.points(rule.points)
  const when = condition(desk, rule.when)
  const points = branch(desk, desk.points(rule.points))
  return madeOf(f`IF(${isYes(when)},${points.value},0)`, [when], eitherOf([points]))
}

export const pass: Maker<RuleOf<'pass'>> = (rule, desk) => {
  const passed = condition(desk, rule.passed)
  const full = branch(desk, fullPoints(desk, rule.points))
  const failed = branch(desk, desk.points(rule.failed))
  return madeOf(f`IF(${isYes(passed)},${full.value},${failed.value})`, [passed], eitherOf([full, failed]))
}

export const parts: Maker<RuleOf<'parts'>> = (rule, desk) => {
  const each = rule.parts.map(({ when, points }) => {
    const holds = condition(desk, when)
    const gives = desk.points(points)
    const branched = gives.needs.length === 0 && !gives.mayRefuse ? gives : branch(desk, gives)
    const part = madeOf(f`IF(${isYes(holds)},${branched.value},0)`, [holds], eitherOf([branched]))
    return sure(desk, part, wordsOf(desk.draft).onePart)
  })
  return madeOf(added(each.map(({ value }) => value)), each, {
    ...severalOf(each),
    mayRefuse: false,
    missingFirst: true,
  })
}

export const oneOf: Maker<RuleOf<'one_of'>> = (rule, desk) => {
  const ways = rule.options.map(({ when, points }): Way => {
    const read = desk.read(when)
    const isSure = read.needs.length === 0 && !read.mayRefuse
    const holds = isSure ? read : cellOf(desk, read)
    return {
      holds: { test: isYes(holds), cell: isSure ? null : holds.value },
      points: branch(desk, desk.points(points)),
    }
  })
  const none = branch(desk, desk.points(rule.none))
  return rule.pick === 'first' ? firstOf(ways, none) : bestOf(desk, ways, { most: rule.pick === 'highest', none })
}

export const formula: Maker<RuleOf<'formula'>> = (rule, desk) => desk.points(rule.points)
