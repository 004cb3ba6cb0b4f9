import { yearById } from '#domains/blocs/queries.ts'
import type { ReadSubject } from '#domains/evidence/pieces.ts'
import { mayScoreFor } from '../access.ts'
import { scoringPaths, sheetAddress } from '../paths.ts'
import { tableOfVersion } from '../rounds/queries.ts'
import { detailOf, leavesOf } from './leaf.ts'
import { sheetById } from './queries.ts'
import { sheetCan, takesSelfScores } from './sheet.ts'

/** Evidence for a criterion: the sheet's id, and the criterion's code in `detail`. Once the sheet is sent nothing is added. */
export const readEvidenceSubject: ReadSubject = async (db, actor, { id, detail, kind }) => {
  const known = await db.selectFrom('score_sheet').select('id').where('id', '=', id).executeTakeFirst()
  if (known === undefined || detail === undefined) return undefined
  const sheet = await sheetById(db, id)
  if (!mayScoreFor(actor, sheet.unit_id)) return undefined
  const leaf = leavesOf(await tableOfVersion(db, sheet.version_id)).find(({ code }) => detailOf(code) === detail)
  if (leaf === undefined) return undefined
  const year = await yearById(db, sheet.bloc_year_id)
  return {
    kind,
    id,
    detail,
    unit: sheet.unit_id,
    blocYear: year.id,
    label: `${sheet.title}, mục ${leaf.code}`,
    path: scoringPaths.why(leaf.code, ...sheetAddress(year, sheet)),
    isClosed: !takesSelfScores({ state: sheet.round_state }) || !sheetCan('enter', sheet),
  }
}
