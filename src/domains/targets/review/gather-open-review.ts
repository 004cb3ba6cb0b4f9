import type { BlocYearRow } from '#domains/blocs/queries.ts'
import { findByNumber } from '#domains/law/queries.ts'
import type { Db } from '#platform/database/database.ts'
import { checkReview, citedNumbers, type ReviewFinding } from './check-review.ts'
import { gatherReview } from './gather-review.ts'
import { clausesOf, formerNames } from './queries.ts'
import { changedFigures, type ChangedFigure, type Review, type ReviewClause } from './review.ts'
import type { ReviewData } from '../review-rules/review-data.ts'
import { draftReview } from '../review-rules/rules.ts'

/** A draft with all that is said about it: what changed since, and what should be looked at again. */
export interface OpenReview {
  data: ReviewData
  clauses: readonly ReviewClause[]
  changed: ReadonlyMap<string, readonly ChangedFigure[]>
  findings: readonly ReviewFinding[]
}

async function legalTextsIn(db: Db, clauses: readonly ReviewClause[]) {
  const cited = [...new Set(clauses.flatMap(({ text }) => citedNumbers(text)))].slice(0, 100)
  return new Map(await Promise.all(cited.map(async (number) => [number, await findByNumber(db, number)] as const)))
}

export async function gatherOpenReview(db: Db, year: BlocYearRow, review: Review): Promise<OpenReview> {
  const [data, clauses, names] = await Promise.all([
    gatherReview(db, year, review),
    clausesOf(db, review.id),
    formerNames(db, year.id, review.dated_on),
  ])
  const now = draftReview(data)
  const findings = checkReview(review, clauses, { legalTexts: await legalTextsIn(db, clauses), formerNames: names })
  const changes = clauses.map((clause) => [clause.id, changedFigures(clause, now)] as const)
  return { data, clauses, changed: new Map(changes.filter(([, list]) => list.length > 0)), findings }
}
