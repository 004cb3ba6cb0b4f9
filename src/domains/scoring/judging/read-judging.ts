import { namesOn } from '#domains/units/queries.ts'
import { dayOf } from '#platform/clock.ts'
import { demand, found } from '#platform/errors.ts'
import { idParam } from '#platform/param.ts'
import { actorOf, type WebContext } from '#platform/web.ts'
import { readRound, roundCrumbs, roundHead, type RoundAt } from '../rounds/read-round.ts'
import { isOpenToMembers } from '../rounds/round.ts'
import { sheetById, sheetsOfRound, type SheetRow } from '../sheets/queries.ts'
import { mayJudgeSheet } from './access.ts'
import { stageOf, type JudgingStage } from './judging.ts'
import { judgingPaths } from './paths.ts'
import { judgedOf } from './queries.ts'
import { words } from './words.ts'

export interface JudgingAt extends RoundAt {
  at: readonly [bloc: string, year: string, round: string]
}

/** A round at verification or later, for who takes part in the year. */
export async function readJudging(c: WebContext): Promise<JudgingAt> {
  const { year, round } = await readRound(c)
  return { year, round, at: [year.bloc.slug, year.slug, round.id] }
}

/** The same, once members may see one another's sheets. */
export async function readOpenJudging(c: WebContext): Promise<JudgingAt> {
  const place = await readJudging(c)
  demand(isOpenToMembers(place.round.state))
  return place
}

export interface SheetJudged extends JudgingAt {
  sheet: SheetRow
  unitName: string
}

export async function readJudgedSheet(c: WebContext, id = idParam(c, 'sheet')): Promise<SheetJudged> {
  const place = await readOpenJudging(c)
  const sheet = await sheetById(c.var.db, id)
  found(sheet.round_id === place.round.id ? sheet : null)
  const names = await namesOn(c.var.db, [sheet.unit_id], place.year.ends_on)
  return { ...place, sheet, unitName: names.get(sheet.unit_id)?.short_name ?? '' }
}

/** The stage at which this person may judge the sheet now. */
export async function judgingStageFor(c: WebContext, { sheet, round }: SheetJudged): Promise<JudgingStage | undefined> {
  const stage = stageOf({ round, sheet })
  if (stage === undefined) return undefined
  return mayJudgeSheet(actorOf(c), stage, await judgedOf(c.var.db, sheet)) ? stage : undefined
}

/** Short names of the units with sheets in a round. */
export async function unitNames(c: WebContext, { round, year }: JudgingAt): Promise<ReadonlyMap<string, string>> {
  const units = [...new Set((await sheetsOfRound(c.var.db, round.id)).map((sheet) => sheet.unit_id))]
  const names = await namesOn(c.var.db, units, year.ends_on)
  return new Map([...names].map(([unit, name]) => [unit, name.short_name]))
}

export const judgingCrumbs = (c: WebContext, { year, round, at }: JudgingAt, isBelow = true) => [
  ...roundCrumbs(c, year, round),
  ...(isBelow ? [{ label: words(c.var.locale).title, href: judgingPaths.overview(...at) }] : []),
]

export const judgingHead = ({ year }: JudgingAt, title: string) => roundHead(year, title, 'tham-dinh-diem')

export const todayOf = (c: WebContext) => dayOf(c.var.now)
