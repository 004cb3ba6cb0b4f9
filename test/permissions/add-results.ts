import type { Db } from '../../src/platform/database/database.ts'
import { newId } from '../../src/platform/id.ts'
import { morning, type Cast } from '../cast.ts'

export interface ResultsPlace {
  /** A round whose provisional result takes petitions. */
  provisionalRound: string
  /** Of the fifth unit, about its own sheet. */
  petition: string
  /** The sheet of the first unit in it. */
  provisionalSheet: string
}

interface Made {
  cast: Cast
  round: string
}

async function addPetition(db: Db, { cast, round }: Made) {
  const sheets = await db.selectFrom('score_sheet').select(['id', 'unit_id']).where('round_id', '=', round).execute()
  const sheetOf = (unit: string | undefined) => sheets.find(({ unit_id }) => unit_id === unit)?.id ?? ''
  const [result, petition] = [newId(), newId()]
  const [, , , , fifth] = cast.leaders
  await db
    .insertInto('scoring_result')
    .values({
      id: result,
      round_id: round,
      number: 1,
      kind: 'provisional',
      content: '{"units": [], "ties": []}',
      content_sha256: '0'.repeat(64),
      made_by: cast.an.account,
      made_by_name: cast.an.name,
      made_at: morning,
    })
    .execute()
  await db
    .insertInto('petition')
    .values({
      id: petition,
      round_id: round,
      result_id: result,
      unit_id: cast.units[4] ?? '',
      sheet_id: sheetOf(cast.units[4]),
      text: 'Xem lại',
      filed_by: fifth?.account ?? '',
      filed_by_name: fifth?.name ?? '',
      filed_at: morning,
    })
    .execute()
  return { petition, provisionalSheet: sheetOf(cast.units[0]) }
}

/** Makes a round's result provisional, with a petition about it. */
export async function addResults(db: Db, made: Made): Promise<ResultsPlace> {
  const provisional = { state: 'provisional', petition_until: '2023-12-31' } as const
  await db.updateTable('scoring_round').set(provisional).where('id', '=', made.round).execute()
  return { provisionalRound: made.round, ...(await addPetition(db, made)) }
}
