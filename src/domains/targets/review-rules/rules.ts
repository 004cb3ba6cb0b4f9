import { activitiesRule, examplesRule, logRule, movementsRule } from './life-rules.ts'
import type { Drafted, YearReviewSection } from '../review/review.ts'
import type { ReviewData } from './review-data.ts'
import { assignedRule, owedOutlookRule, owedRule, reportsRule, spanRule, whoRule } from './standing-rules.ts'
import { behindRule, catchUpRule, eachTargetRule, noneBehindRule, standingRule } from './target-rules.ts'

/** A named rule: data in, sentences out, each with its figures and the records they come from. No judgement, no guess. */
export interface ReviewRule {
  name: string
  section: YearReviewSection
  draw: (data: ReviewData) => readonly Omit<Drafted, 'section' | 'rule'>[]
}

/** In the order in which their sentences stand within a section. */
const reviewRules: readonly ReviewRule[] = [
  whoRule,
  spanRule,
  assignedRule,
  reportsRule,
  movementsRule,
  standingRule,
  eachTargetRule,
  activitiesRule,
  examplesRule,
  logRule,
  behindRule,
  noneBehindRule,
  owedRule,
  catchUpRule,
  owedOutlookRule,
]

/** Every sentence that the rules make of what the records say. */
export const draftReview = (data: ReviewData): Drafted[] =>
  reviewRules.flatMap(({ name, section, draw }) => draw(data).map((drawn) => ({ ...drawn, section, rule: name })))
