import { membersOn, type BlocYearRow } from '#domains/blocs/queries.ts'
import type { Tx } from '#platform/database/database.ts'
import { RuleViolation } from '#platform/errors.ts'
import { movementLevels, type MovementLevel } from './movement.ts'
import { movementByName, movementOf } from './queries.ts'

interface Card {
  level: MovementLevel
  title: string
  unit_id: string | null
  parent_id: string | null
  charge_unit_id: string | null
}

const rankOf = (level: MovementLevel) => movementLevels.indexOf(level)

async function checkParent(tx: Tx, year: BlocYearRow, card: Card, own: string | undefined) {
  if (card.parent_id === null) return
  if (card.parent_id === own) throw new RuleViolation('movements.ownParent')
  const parent = await movementOf(tx, year.id, card.parent_id)
  if (rankOf(parent.level) > rankOf(card.level)) throw new RuleViolation('movements.parentBelow')
  if (own !== undefined && parent.parent_id === own) throw new RuleViolation('movements.ownParent')
}

/** A card names members of the bloc, a parent of no lower level, and no movement that the bloc already has. */
export async function checkCard(tx: Tx, year: BlocYearRow, card: Card, own?: string): Promise<void> {
  if (card.level === 'unit' && card.unit_id === null) throw new RuleViolation('movements.unitMissing')
  const units = new Set((await membersOn(tx, year.id, year.ends_on)).map(({ unit }) => unit))
  const named = [card.unit_id, card.charge_unit_id].filter((unit) => unit !== null)
  if (named.some((unit) => !units.has(unit))) throw new RuleViolation('movements.notMember')
  await checkParent(tx, year, card, own)
  const standing = card.level === 'unit' ? undefined : await movementByName(tx, year.bloc.id, card.title)
  if (standing !== undefined && standing !== own) throw new RuleViolation('movements.titleTaken', { title: card.title })
}
