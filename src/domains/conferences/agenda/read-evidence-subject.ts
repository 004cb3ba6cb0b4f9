import { headOf } from '#domains/blocs/members/queries.ts'
import { yearById } from '#domains/blocs/queries.ts'
import type { ReadSubject } from '#domains/evidence/pieces.ts'
import { found } from '#platform/errors.ts'
import { readsConference } from '../access.ts'
import { conferenceCan } from '../conference.ts'
import { conferencePaths } from '../paths.ts'
import { conferenceById } from '../queries.ts'
import { words } from '../words.ts'

/** A file that lies on the table under an item: of the unit that leads, until the conference is closed. */
export const readAgendaSubject: ReadSubject = async (db, actor, { id }) => {
  const item = await db
    .selectFrom('conference_item')
    .select(['conference_id', 'title'])
    .where('id', '=', id)
    .executeTakeFirst()
  if (item === undefined) return undefined
  const conference = await conferenceById(db, item.conference_id)
  if (!readsConference(actor, conference)) return undefined
  const year = await yearById(db, conference.bloc_year_id)
  return {
    kind: 'agenda',
    id,
    unit: found(await headOf(db, year.id)),
    blocYear: year.id,
    label: words('vi').evidenceLabel(conference.title, item.title),
    path: conferencePaths.agenda(year.bloc.slug, year.slug, conference.id),
    isClosed: !conferenceCan('arrange', conference),
  }
}
