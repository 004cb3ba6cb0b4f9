import { isAdministrator, type Actor } from '#platform/actor.ts'
import { mayKeepUnits } from '../access.ts'
import type { IntakeKind } from './intake.ts'

const mayBring: Record<IntakeKind, (actor: Actor) => boolean> = {
  units: mayKeepUnits,
  // A list of people opens accounts by the hundred and names leaders: the administrator answers for that alone.
  people: isAdministrator,
}

export const mayImport = (actor: Actor, kind: IntakeKind) => mayBring[kind](actor)

export const mayImportPeople = (actor: Actor) => mayImport(actor, 'people')
