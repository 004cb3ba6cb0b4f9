import { divided, zero, type Exact } from '#platform/exact.ts'
import type { Answer } from '../engine/giving.ts'
import { asks, missing, notAssigned, number } from './answers.ts'
import { writtenText, type Call, type Functions } from './call.ts'
import { runOf, type Came } from './run.ts'
import { always, kindOf, type Compiled } from './scope.ts'

/** What is asked of another criterion: nothing while it has no points. */
function answerOf(came: Came, code: string, part: (came: Came) => Exact | null): Answer {
  const { standing } = came
  if (standing === 'missing') return missing(...came.needs)
  if (standing === 'not_marked') return missing(code)
  if (standing === 'not_assigned' || standing === 'exempt') return notAssigned
  if (standing !== 'scored') return asks('asks.criterion', { code })
  const value = part(came)
  return value === null ? asks('asks.noMaximum') : number(value)
}

const ofCriterion =
  (part: (came: Came) => Exact | null) =>
  (call: Call): Compiled => {
    const { given, context } = call
    const [kind, code] = [kindOf('number'), writtenText(given[0], context)]
    const criterion = code === null ? null : context.scope.criterion(code)
    if (code === null || criterion === null) {
      if (code !== null) context.doubt({ says: 'formula.unknownCriterion', values: { code } })
      return always(asks('asks.unknownCriterion', { code: code ?? '' }), kind)
    }
    context.uses.criteria.add(criterion)
    return { read: (place) => answerOf(runOf(place).came(place.unit, criterion), code, part), kind }
  }

type Name = 'points' | 'maxOf' | 'share' | 'base' | 'bonus' | 'penalty'

export const functionsOfCriteria: Functions<Name> = {
  points: ofCriterion(({ points }) => points),
  maxOf: ofCriterion(({ max }) => max),
  share: ofCriterion(({ points, max }) => divided(points ?? zero, max ?? zero)),
  base: ofCriterion(({ base }) => base),
  bonus: ofCriterion(({ bonus }) => bonus),
  penalty: ofCriterion(({ penalty }) => penalty),
}
