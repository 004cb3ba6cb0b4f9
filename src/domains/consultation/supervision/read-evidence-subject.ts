import { yearById } from '#domains/blocs/queries.ts'
import type { ReadSubject } from '#domains/evidence/pieces.ts'
import { draftsForUnit } from '../access.ts'
import { supervisionPaths } from '../paths.ts'
import { supervisionById } from './queries.ts'
import { words } from './words.ts'

/** A file takes papers of the unit that leads it, its plan and its answers too; one that was cancelled takes none. */
export const readSupervisionSubject: ReadSubject = async (db, actor, { id }) => {
  const supervision = await supervisionById(db, id)
  if (!draftsForUnit(actor, supervision.bloc_year_id, supervision.lead_unit_id)) return undefined
  const year = await yearById(db, supervision.bloc_year_id)
  return {
    kind: 'supervision',
    id,
    unit: supervision.lead_unit_id,
    blocYear: year.id,
    label: words('vi').evidenceLabel(supervision.title),
    path: supervisionPaths.one(year.bloc.slug, year.slug, id),
    isClosed: supervision.state === 'cancelled',
  }
}
