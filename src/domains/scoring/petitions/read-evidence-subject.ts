import type { ReadSubject } from '#domains/evidence/pieces.ts'
import { yearById } from '#domains/blocs/queries.ts'
import { nameOn } from '#domains/units/queries.ts'
import { dayOf } from '#platform/clock.ts'
import { seesPetitions } from './access.ts'
import { petitionPath } from './paths.ts'
import { petitionById } from './queries.ts'
import { words } from './words.ts'

/** A petition takes evidence of the unit that filed it until it is answered. */
export const readPetitionSubject: ReadSubject = async (db, actor, { id }) => {
  const petition = await petitionById(db, id)
  if (!seesPetitions(actor, petition)) return undefined
  const year = await yearById(db, petition.bloc_year_id)
  const { short_name } = await nameOn(db, petition.unit_id, dayOf(petition.filed_at))
  return {
    kind: 'petition',
    id,
    unit: petition.unit_id,
    blocYear: year.id,
    label: words('vi').evidenceLabel(short_name),
    path: petitionPath(year, petition),
    isClosed: petition.state !== 'filed',
  }
}
