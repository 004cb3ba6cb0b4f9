import type { BlocYearRow } from '#domains/blocs/queries.ts'
import { scoringPaths } from '../paths.ts'
import type { Petition } from './petition.ts'

type At = readonly [bloc: string, label: string, round: string]

const list = (...at: At) => `${scoringPaths.round(...at)}/kien-nghi`

export const petitionPaths = {
  list,
  file: (...at: At) => `${list(...at)}/moi`,
  petition: (id: string, ...at: At) => `${list(...at)}/${id}`,
  answer: (id: string, ...at: At) => `${list(...at)}/${id}/tra-loi`,
  withdrawal: (id: string, ...at: At) => `${list(...at)}/${id}/rut`,
}

export const petitionPath = (
  { bloc, slug }: Pick<BlocYearRow, 'bloc' | 'slug'>,
  { id, round_id }: Pick<Petition, 'id' | 'round_id'>,
) => petitionPaths.petition(id, bloc.slug, slug, round_id)
