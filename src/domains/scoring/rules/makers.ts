import type { Give, Maker, Making } from '../engine/giving.ts'
import type { RuleKind, RuleOf, ScoringRule } from '../table/rule.ts'
import { awards } from './awards.ts'
import { deadline } from './deadline.ts'
import { fixed } from './fixed.ts'
import { flexible } from './flexible.ts'
import { formula } from './formula.ts'
import { judged } from './judged.ts'
import { matrix } from './matrix.ts'
import { oneOf } from './one-of.ts'
import { parts } from './parts.ts'
import { pass } from './pass.ts'
import { perCase } from './per-case.ts'
import { perPeriod } from './per-period.ts'
import { pointsByRank } from './points-by-rank.ts'
import { proportional } from './proportional.ts'
import { relativeToLeader } from './relative-to-leader.ts'
import { stepRule } from './step.ts'
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
  step: stepRule,
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
export const makeKind = (rule: ScoringRule, making: Making): Give =>
  (makers[rule.rule] as Maker<ScoringRule>)(rule, making)
