import { isAdministrator, leads, worksFor, type Actor } from '#platform/actor.ts'
import { isApart } from '#platform/separation.ts'
import { judgesIn } from '../judging/access.ts'
import { seesRounds } from '../access.ts'
import type { Petition } from './petition.ts'

/** A petition is a member's word: its leader files it and takes it back. */
export const mayPetitionFor = (actor: Actor, unit: string) => !isAdministrator(actor) && leads(actor, unit)

/** Who answers for the bloc, or the authority; never who filed it, nor a unit that it is about or comes from. */
export const mayAnswer = (
  actor: Actor,
  {
    bloc_year_id,
    filed_by: filed,
    unit_id,
    about_unit_id,
  }: Pick<Petition, 'bloc_year_id' | 'filed_by' | 'unit_id' | 'about_unit_id'>,
) => judgesIn(actor, bloc_year_id) && isApart(actor, 'answerPetition', { filed, units: [unit_id, about_unit_id] })

/** All members read all petitions and their answers: a result is changed in the open. */
export const seesPetitions = (actor: Actor, { bloc_year_id, unit_id }: Pick<Petition, 'bloc_year_id' | 'unit_id'>) =>
  seesRounds(actor, bloc_year_id) || worksFor(actor, unit_id)
