import type { RuleKind, RuleOf, ScoringRule } from '../table/rule.ts'
import type { Sum } from '../workbook-lines/sum.ts'
import { pointsByRank } from './by-rank.ts'
import { awards, flexible, perCase } from './cases.ts'
import { fixed, formula, oneOf, parts, pass } from './conditions.ts'
import { deadline } from './deadline.ts'
import { relativeToLeader } from './leader.ts'
import { judged, matrix, proportional, step } from './measures.ts'
import { perPeriod } from './reports.ts'
import type { Maker, RuleDesk } from './rule-desk.ts'
import { tiers } from './tiers.ts'

const makers: { readonly [Kind in RuleKind]: Maker<RuleOf<Kind>> } = {
  fixed,
  pass,
  parts,
  tiers,
  per_case: perCase,
  per_period: perPeriod,
  deadline,
  one_of: oneOf,
  step,
  matrix,
  awards,
  flexible,
  judged,
  relative_to_leader: relativeToLeader,
  proportional,
  points_by_rank: pointsByRank,
  formula,
}

/** A rule by its kind, without the fields that every rule may have. */
export const makeKind = (rule: ScoringRule, desk: RuleDesk): Sum =>
  (makers[rule.rule] as Maker<ScoringRule>)(rule, desk)
