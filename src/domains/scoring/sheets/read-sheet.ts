import { readYear, yearHead } from '#domains/blocs/read-year.ts'
import type { BlocYearRow } from '#domains/blocs/queries.ts'
import { blocPaths } from '#domains/blocs/paths.ts'
import { nameOn } from '#domains/units/queries.ts'
import { demand, found } from '#platform/errors.ts'
import { idParam } from '#platform/param.ts'
import { actorOf, type WebContext } from '#platform/web.ts'
import { mayScoreFor, maySendFor, seesSheet } from '../access.ts'
import { mayJudgeSheet } from '../judging/access.ts'
import { judgedOf } from '../judging/queries.ts'
import { scoringPaths, sheetAddress, type SheetAddress } from '../paths.ts'
import { roundById } from '../rounds/queries.ts'
import type { Round } from '../rounds/round.ts'
import { words as scoringWords } from '../words.ts'
import { returningStage } from './return-sheet.ts'
import { sheetOf, type SheetRow } from './queries.ts'
import { sheetCan, takesSelfScores } from './sheet.ts'

/** A sheet as its address names it, for someone who may see it. */
export interface SheetAt {
  year: BlocYearRow
  round: Round
  sheet: SheetRow
  unitName: string
  address: SheetAddress
  isOwn: boolean
}

export async function readSheet(c: WebContext): Promise<SheetAt> {
  const { db } = c.var
  const year = await readYear(c)
  const [of, unit, version] = [idParam(c, 'round'), idParam(c, 'unit'), idParam(c, 'table')]
  const [round, sheet, { short_name: unitName }] = await Promise.all([
    roundById(db, of),
    sheetOf(db, { round: of, unit, version }),
    nameOn(db, unit, year.ends_on),
  ])
  found(round.bloc_year_id === year.id ? round : null)
  const actor = actorOf(c)
  demand(seesSheet(actor, { blocYear: year.id, unit: sheet.unit_id, state: round.state }))
  const isOwn = mayScoreFor(actor, sheet.unit_id)
  return { year, round, sheet, unitName, address: sheetAddress(year, sheet), isOwn }
}

/** The same, for who may fill it in. */
export async function readOwnSheet(c: WebContext): Promise<SheetAt> {
  const at = await readSheet(c)
  demand(at.isOwn)
  return at
}

export const sheetCrumbs = (c: WebContext, { year, round }: Pick<SheetAt, 'year' | 'round'>) => [
  { label: `${year.bloc.short_name} ${year.label}`, href: blocPaths.year(year.bloc.slug, year.slug) },
  { label: scoringWords(c.var.locale).scoring, href: scoringPaths.year(year.bloc.slug, year.slug) },
  { label: round.name, href: scoringPaths.round(year.bloc.slug, year.slug, round.id) },
]

export const sheetHead = ({ year, sheet }: SheetAt) => ({ ...yearHead(year, sheet.title), help: 'tu-cham-diem' })

/** What this person may do with the sheet now. */
export async function mayOnSheet(c: WebContext, { sheet, round, isOwn }: SheetAt) {
  const actor = actorOf(c)
  const takes = takesSelfScores(round) && sheetCan('enter', sheet)
  const isReturnable = round.state === 'verifying' && sheetCan('return', sheet)
  return {
    enter: isOwn && takes,
    send: takes && maySendFor(actor, sheet.unit_id),
    return: isReturnable && mayJudgeSheet(actor, returningStage(actor), await judgedOf(c.var.db, sheet)),
  }
}
