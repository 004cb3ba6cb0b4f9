import { yearById } from '#domains/blocs/queries.ts'
import type { ReadSubject } from '#domains/evidence/pieces.ts'
import { readsResolutions } from './access.ts'
import { resolutionPaths } from './paths.ts'
import { resolutionById } from './queries.ts'
import { words } from './words.ts'

/** A resolution takes evidence of the unit in charge until it is confirmed. */
export const readResolutionSubject: ReadSubject = async (db, actor, { id }) => {
  const resolution = await resolutionById(db, id)
  if (!readsResolutions(actor, resolution)) return undefined
  const year = await yearById(db, resolution.bloc_year_id)
  return {
    kind: 'resolution',
    id,
    unit: resolution.unit_id,
    blocYear: year.id,
    label: words('vi').evidenceLabel(resolution.number),
    path: resolutionPaths.one(year.bloc.slug, year.slug, id),
    isClosed: resolution.state === 'confirmed',
  }
}
