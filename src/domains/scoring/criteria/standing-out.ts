import { zero } from '#platform/exact.ts'
import type { Came } from '../formula/run.ts'
import { bilingual, step } from '../engine/derivation-words.ts'
import { exactText } from '../engine/exact-text.ts'
import type { Answer, Place } from '../engine/giving.ts'
import { inColumn, nothing, totalOf, type Parts } from './parts.ts'
import type { Gate, Limits, ReadyCriterion } from '../engine/ready-criterion.ts'
import type { ReadyTable } from '../engine/ready-table.ts'
import type { Standing } from '../engine/score-result.ts'

type Tell = Place['tell']

export const noNeeds: readonly string[] = []
export const noLimits: Limits = { max: null, room: null }
export const wholeOf = ({ whole }: ReadyCriterion): Limits => whole

export function scoredCame(parts: Parts, { max, room }: Limits): Came {
  const { base, bonus, penalty } = parts
  const points = totalOf(parts)
  return { standing: 'scored', proposed: points, points, base, bonus, penalty, max, room, needs: noNeeds }
}

export function without(standing: Standing, parts: Parts, { max, room }: Limits, needs = noNeeds): Came {
  const { base, bonus, penalty } = parts
  return { standing, proposed: null, points: null, base, bonus, penalty, max, room, needs }
}

/** What is not for a unit: left out, or scored with nothing or with all. */
function standingOut(criterion: ReadyCriterion, standing: 'not_assigned' | 'exempt', gives: 'out' | 'zero' | 'full') {
  if (gives === 'out') return without(standing, nothing, noLimits)
  const points = gives === 'full' ? (criterion.fullMax ?? zero) : zero
  return scoredCame(inColumn(points, criterion.column), wholeOf(criterion))
}

export function tellNotAssigned({ whenNotAssigned, fullMax }: ReadyCriterion, tell: Tell) {
  if (whenNotAssigned === 'out') tell?.(step('node.notAssignedOut', {}))
  else if (whenNotAssigned === 'zero') tell?.(step('node.notAssignedZero', {}))
  else tell?.(step('node.notAssignedFull', { points: exactText(fullMax ?? zero) }))
}

const exemptSays = { out: 'node.exemptOut', zero: 'node.exemptZero', full: 'node.exemptFull' } as const

function exempted(criterion: ReadyCriterion, gate: Gate, ready: ReadyTable, tell: Tell): Came {
  const closing = ready.criteria[gate.criterion] ?? criterion
  const { vi: text, en: textEn } = bilingual(ready.exemptions[closing.index])
  const points = exactText(criterion.fullMax ?? zero)
  tell?.({ says: exemptSays[closing.whenExempt], values: { text, textEn, points } })
  return standingOut(criterion, 'exempt', closing.whenExempt)
}

/** A condition that cannot be said leaves the criterion open. */
function openGate(criterion: ReadyCriterion, answer: Answer): Came | null {
  if (answer.is === 'missing') return without('missing', nothing, wholeOf(criterion), answer.needs)
  return answer.is === 'asks' ? without('asks', nothing, wholeOf(criterion)) : null
}

/** The first gate that keeps a criterion from its unit, or whose condition cannot be said. */
export function keptOut(criterion: ReadyCriterion, ready: ReadyTable, place: Place): Came | null {
  for (const gate of criterion.gates) {
    const answer = gate.read(place)
    const open = openGate(criterion, answer)
    if (open !== null) return open
    const holds = answer.is === 'yes_no' && answer.yes
    if (gate.is === 'exempt' && holds) return exempted(criterion, gate, ready, place.tell)
    if (gate.is === 'assigned' && !holds) {
      tellNotAssigned(criterion, place.tell)
      return standingOut(criterion, 'not_assigned', criterion.whenNotAssigned)
    }
  }
  return null
}
