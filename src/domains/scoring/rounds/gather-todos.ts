import { worksFor, type Actor } from '#platform/actor.ts'
import { isPast } from '#platform/clock.ts'
import type { Db } from '#platform/database/database.ts'
import type { Locale } from '#platform/words.ts'
import { mayRunRounds, mayScoreFor } from '../access.ts'
import { isOwed } from '../cross/assignment.ts'
import { crossPaths } from '../cross/paths.ts'
import { assignmentsOfRound } from '../cross/queries.ts'
import { judgingPaths } from '../judging/paths.ts'
import { scoringPaths, sheetAddress } from '../paths.ts'
import { resultPaths } from '../results/paths.ts'
import type { SheetRow } from '../sheets/queries.ts'
import { sheetCan, takesSelfScores } from '../sheets/sheet.ts'
import type { RoundAt } from './read-round.ts'
import { dueOn, isAtLeast, nextAct, type Round } from './round.ts'
import { words } from './words.ts'

/** One thing that the reader must do in a round now. */
export interface RoundTodo {
  title: string
  detail?: string
  /** The last day for it. */
  due?: string
  action: { label: string; href: string }
}

export interface TodosAsked extends RoundAt {
  actor: Actor
  sheets: readonly SheetRow[]
  today: string
  locale: Locale
}

/** The unit's own sheets that wait for it. */
function ownSheets({ actor, year, round, sheets, locale }: TodosAsked): RoundTodo[] {
  const t = words(locale)
  if (!takesSelfScores(round)) return []
  const own = sheets.filter((sheet) => sheetCan('enter', sheet) && mayScoreFor(actor, sheet.unit_id))
  return own.map((sheet) => {
    const what = sheet.state === 'returned' ? 'scoreAgain' : 'score'
    const href = scoringPaths.sheet(...sheetAddress(year, sheet))
    const due = what === 'score' ? { due: round.self_due_on } : {}
    return { title: t.doing[what](sheet.title), ...due, action: { label: t.do[what], href } }
  })
}

/** The sheets of other units that this one still has to assess. */
async function turns(db: Db, { actor, year, round, locale }: TodosAsked): Promise<RoundTodo[]> {
  if (round.state !== 'cross_scoring') return []
  const assignments = await assignmentsOfRound(db, round.id)
  const owed = assignments.filter((turn) => isOwed(turn) && worksFor(actor, turn.assessor_unit_id)).length
  if (owed === 0) return []
  const t = words(locale)
  const href = crossPaths.overview(year.bloc.slug, year.slug, round.id)
  const due = round.cross_due_on === null ? {} : { due: round.cross_due_on }
  return [{ title: t.doing.assess(owed), ...due, action: { label: t.do.assess, href } }]
}

const movedByHead = ['open', 'startCross', 'startVerifying'] as const
export type HeadAct = (typeof movedByHead)[number]

/** How who runs the round moves it on from here; the later moves have pages of their own. */
export function headAct(actor: Actor, round: Round): HeadAct | undefined {
  if (!mayRunRounds(actor, round.bloc_year_id)) return undefined
  return movedByHead.find((one) => one === nextAct(round))
}

/** A round moves on when all have sent, or the day is over. */
function moving({ actor, year, round, sheets, today, locale }: TodosAsked): RoundTodo[] {
  const t = words(locale)
  const act = headAct(actor, round)
  if (act === undefined) return []
  const waiting = sheets.filter((sheet) => sheetCan('enter', sheet)).length
  const due = dueOn(round)
  if (waiting > 0 && due !== null && !isPast(due, today)) return []
  const at = [year.bloc.slug, year.slug, round.id] as const
  const href = act === 'open' ? scoringPaths.opening(...at) : scoringPaths.moving(...at)
  const detail = act === 'open' ? {} : { detail: waiting === 0 ? t.allIn : t.waiting(waiting) }
  return [{ title: t.doing[act], ...detail, action: { label: t.do[act], href } }]
}

/** Verification and closing are done on pages of their own. */
function leading({ actor, year, round, sheets, locale }: TodosAsked): RoundTodo[] {
  const t = words(locale)
  if (!mayRunRounds(actor, round.bloc_year_id)) return []
  const at = [year.bloc.slug, year.slug, round.id] as const
  const isSettled = sheets.every(({ state }) => state === 'agreed' || state === 'open')
  if (round.state === 'verifying' && !isSettled) {
    const action = { label: t.do.verify, href: judgingPaths.overview(...at) }
    return [{ title: t.doing.verify, due: round.verify_due_on, action }]
  }
  if (round.state !== 'provisional' && round.state !== 'verifying') return []
  return [{ title: t.doing.close, action: { label: t.do.close, href: resultPaths.closing(...at) } }]
}

/** What this person must do in the round now, the most pressing first. */
export async function gatherTodos(db: Db, asked: TodosAsked): Promise<RoundTodo[]> {
  return [...ownSheets(asked), ...(await turns(db, asked)), ...moving(asked), ...leading(asked)]
}

/** Where the other parts of the round are read. */
export function roundLinks({ actor, year, round, locale }: Omit<TodosAsked, 'sheets' | 'today'>) {
  const t = words(locale).links
  const at = [year.bloc.slug, year.slug, round.id] as const
  const mayRun = mayRunRounds(actor, year.id)
  const is = (state: Round['state']) => isAtLeast(round.state, state)
  return [
    ...(round.has_cross && is('self_scoring') ? [{ label: t.cross, href: crossPaths.overview(...at) }] : []),
    ...(is('verifying') ? [{ label: t.judging, href: judgingPaths.overview(...at) }] : []),
    ...(is('verifying') && mayRun ? [{ label: t.closing, href: resultPaths.closing(...at) }] : []),
    ...(is('provisional') ? [{ label: t.result, href: resultPaths.result(...at) }] : []),
  ]
}
