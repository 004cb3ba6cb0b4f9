import { compare } from '#platform/exact.ts'
import { asks, missing, no, yes } from '../formula/answers.ts'
import { runOf, type Came } from '../formula/run.ts'
import type { Context } from '../formula/scope.ts'
import type { Answer, Read } from '../engine/giving.ts'
import type { TableScope } from './table-scope.ts'

/** Whether a criterion has all of its base points. One that is not for the unit has none. */
export function isFull({ standing, base, max, needs }: Came, code: string): Answer {
  if (standing === 'missing') return missing(...needs)
  if (standing === 'not_marked') return missing(code)
  if (standing === 'not_assigned' || standing === 'exempt') return no
  if (standing !== 'scored') return asks('asks.criterion', { code })
  if (max === null) return asks('asks.noMaximum')
  return compare(base, max) >= 0 ? yes : no
}

/** The same of a criterion that is named. */
export function fullOf(scope: TableScope, code: string, context: Context): Read {
  const criterion = scope.criterion(code)
  if (criterion === null) {
    context.doubt({ says: 'formula.unknownCriterion', values: { code } })
    return () => asks('asks.unknownCriterion', { code })
  }
  context.uses.criteria.add(criterion)
  return (place) => isFull(runOf(place).came(place.unit, criterion), code)
}
