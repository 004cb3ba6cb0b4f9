import { plus, zero, type Exact } from '#platform/exact.ts'
import type { StepKey } from '../engine/derivation-words.ts'
import { exactText } from '../engine/exact-text.ts'
import type { Answer, Given, Making, Place, Read } from '../engine/giving.ts'
import type { Step } from '../engine/score-result.ts'

/** Why there is no value, as what a rule gives. */
export type Unanswered = Exclude<Given, { standing: 'scored' }>

/** Either a value or why there is none. */
export type Found<Value> = { readonly found: Value } | { readonly unanswered: Unanswered }

const asking = (says: StepKey, values: Readonly<Record<string, string>>): { unanswered: Unanswered } => ({
  unanswered: { standing: 'asks', says, values },
})

const prints: { readonly [Is in Answer['is']]?: (answer: Extract<Answer, { is: Is }>) => string } = {
  number: ({ number: value }) => exactText(value),
  yes_no: ({ yes: value }) => String(value),
  date: ({ day }) => day,
  text: ({ text }) => text,
  class: ({ text }) => text,
  cases: ({ cases }) => String(cases.length),
  reports: ({ reports }) => String(reports.length),
}

/** What a value prints as in a sentence. */
export function answerText(answer: Answer): string {
  const print = prints[answer.is] as ((answer: Answer) => string) | undefined
  return print === undefined ? '' : print(answer)
}

/** A value of the wanted kind; else why not: missing, not assigned, asking, or of another kind. */
function ofKind<Is extends Answer['is']>(answer: Answer, is: Is, says: StepKey): Found<Extract<Answer, { is: Is }>> {
  if (answer.is === is) return { found: answer as Extract<Answer, { is: Is }> }
  if (answer.is === 'missing') return { unanswered: { standing: 'missing', needs: answer.needs } }
  if (answer.is === 'not_assigned') return { unanswered: { standing: 'not_assigned' } }
  if (answer.is === 'asks') return { unanswered: { standing: 'asks', says: answer.says, values: answer.values } }
  return asking(says, { value: answerText(answer) })
}

export function number(answer: Answer): Found<Exact> {
  const kind = ofKind(answer, 'number', 'asks.notNumber')
  return 'found' in kind ? { found: kind.found.number } : kind
}

export function yes(answer: Answer): Found<boolean> {
  const kind = ofKind(answer, 'yes_no', 'asks.notYesNo')
  return 'found' in kind ? { found: kind.found.yes } : kind
}

const looksLikeDay = /^\d{4}-\d{2}-\d{2}$/u

/** A day, also one that a formula writes as a text. */
export function dayOf(answer: Answer): Found<string> {
  if (answer.is === 'text' && looksLikeDay.test(answer.text)) return { found: answer.text }
  const kind = ofKind(answer, 'date', 'asks.notDay')
  return 'found' in kind ? { found: kind.found.day } : kind
}

export const listOf = <Is extends 'cases' | 'reports'>(answer: Answer, is: Is) =>
  ofKind(answer, is, is === 'cases' ? 'asks.notCases' : 'asks.notReports')

export const asks = (says: StepKey, values: Readonly<Record<string, string>> = {}): Unanswered =>
  asking(says, values).unanswered

export const scored = (points: Exact): Given => ({ standing: 'scored', points })

/**
 * What stands in the way of several things at once. Not assigned goes first: what was not assigned needs no facts. Then
 * all that is missing, or else the first that asks.
 */
export function together(several: readonly Unanswered[]): Unanswered {
  const notAssigned = several.find(({ standing }) => standing === 'not_assigned')
  const missing = several.flatMap((one) => (one.standing === 'missing' ? one.needs : []))
  if (notAssigned !== undefined) return notAssigned
  if (missing.length > 0) return { standing: 'missing', needs: [...new Set(missing)].toSorted() }
  return several[0] ?? { standing: 'no_tier' }
}

export const total = (several: readonly Exact[]): Exact => several.reduce(plus, zero)

/** The criterion's maximum, unless the rule states points of its own. */
export function fullPoints(stated: Read | undefined): (place: Place) => Found<Exact> {
  if (stated !== undefined) return (place) => number(stated(place))
  return (place) => (place.max === null ? asking('asks.noMaximum', {}) : { found: place.max })
}

export const optionalPoints = (making: Making, stated: string | number | undefined): Read | undefined =>
  stated === undefined ? undefined : making.points(stated)

/** Tells a step where the derivation is wanted. */
export function tell(place: Place, says: () => Step): void {
  if (place.tell !== undefined) place.tell(says())
}

/** Gives points, and tells them with the given sentence. */
export function giveTold(place: Place, points: Exact, says: (points: string) => Step): Given {
  tell(place, () => says(exactText(points)))
  return scored(points)
}

/** The same for points that may not be known. */
export const give = (found: Found<Exact>, place: Place, says: (points: string) => Step): Given =>
  'unanswered' in found ? found.unanswered : giveTold(place, found.found, says)

/** What several answers lack; empty when all are there. */
export const lacking = (several: readonly Found<unknown>[]): readonly Unanswered[] =>
  several.flatMap((one) => ('unanswered' in one ? [one.unanswered] : []))

/** What an answer has found of several, in their order. */
export const foundIn = <Value>(several: readonly Found<Value>[]): readonly Value[] =>
  several.flatMap((one) => ('found' in one ? [one.found] : []))
