import type { Db, Tx } from '#platform/database/database.ts'

/** Where a poster hangs, or where opinions are heard. */
export interface OpinionPlace {
  id: string
  bloc_id: string
  unit_id: string | null
  code: string
  name: string
  area: string
  ended_on: string | null
}

const columns = ['id', 'bloc_id', 'unit_id', 'code', 'name', 'area', 'ended_on'] as const

/** The places of a bloc by name; those that ended come last. */
export async function placesOfBloc(db: Db | Tx, bloc: string): Promise<OpinionPlace[]> {
  const places = db.selectFrom('opinion_place').select(columns).where('bloc_id', '=', bloc)
  return places
    .orderBy('ended_on', (order) => order.desc().nullsFirst())
    .orderBy('name')
    .execute()
}

/** The bloc to which a poster leads; of one that came down too. */
export async function blocOfPoster(db: Db | Tx, code: string): Promise<string | undefined> {
  const place = db.selectFrom('opinion_place').innerJoin('bloc', 'bloc.id', 'opinion_place.bloc_id').select('bloc.slug')
  return (await place.where('opinion_place.code', '=', code.toUpperCase()).executeTakeFirst())?.slug
}

/** The place of a poster that still counts; a code that is none is a form without a place. */
export async function placeByCode(db: Db | Tx, bloc: string, code: string): Promise<OpinionPlace | undefined> {
  const place = db.selectFrom('opinion_place').select(columns).where('bloc_id', '=', bloc)
  return place.where('code', '=', code.toUpperCase()).where('ended_on', 'is', null).executeTakeFirst()
}
