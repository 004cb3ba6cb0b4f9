import type { BlocYearRow } from '#domains/blocs/queries.ts'
import { headOf } from '#domains/blocs/members/queries.ts'
import { closeTask, openTask } from '#domains/calendar/open-task.ts'
import { peopleOfUnits } from '#domains/calendar/notices/queries.ts'
import { tellPeople } from '#domains/calendar/notices/tell-people.ts'
import { nameOn } from '#domains/units/queries.ts'
import { dayOf } from '#platform/clock.ts'
import type { Tx } from '#platform/database/database.ts'
import type { Petition } from './petition.ts'
import { petitionPath } from './paths.ts'

const key = (id: string) => `scoring.petition ${id}`

/** The head's unit answers; where the petition is its own or about it, the authority does. */
export async function openPetitionTask(tx: Tx, now: Date, year: BlocYearRow, petition: Petition): Promise<void> {
  const today = dayOf(now)
  const head = await headOf(tx, year.id)
  const isConcerned = head === undefined || head === petition.unit_id || head === petition.about_unit_id
  const { short_name: unit } = await nameOn(tx, petition.unit_id, today)
  await openTask(tx, now, {
    key: key(petition.id),
    kind: 'scoring.petition',
    ...(isConcerned ? { tenantRole: 'authority' as const } : { unit: head }),
    blocYear: year.id,
    path: petitionPath(year, petition),
    facts: { unit, bloc: year.bloc.short_name },
  })
}

export const closePetitionTask = (tx: Tx, now: Date, id: string) => closeTask(tx, now, key(id))

/** Who filed it and whose points it was about are told that it is answered; a notice says no figure. */
export async function tellAnswered(tx: Tx, now: Date, year: BlocYearRow, petition: Petition): Promise<void> {
  const people = await peopleOfUnits(tx, [petition.unit_id, petition.about_unit_id], { day: dayOf(now) })
  const notice = {
    kind: 'calendar' as const,
    naming: 'scoring.petitionAnswered',
    key: `scoring.petition.answered ${petition.id}`,
    facts: { bloc: year.bloc.short_name },
    path: petitionPath(year, petition),
    blocYear: year.id,
  }
  await tellPeople(tx, now, notice, people)
}
