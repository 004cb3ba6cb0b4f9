import { z } from 'zod'
import { historyOf } from '#capabilities/audit/history.ts'
import { tellHistory } from '#capabilities/audit/tell-history.ts'
import type { BlocFact } from '#domains/blocs/bloc-year.ts'
import { words as blocWords } from '#domains/blocs/words.ts'
import { lateDays } from '#domains/targets/reporting/report.ts'
import { namesOn } from '#domains/units/queries.ts'
import type { Announce } from '#platform/announcements.ts'
import { answerForm } from '#platform/answer-form.ts'
import { dayOf } from '#platform/clock.ts'
import { actorOf, get, post, type Route, type WebContext } from '#platform/web.ts'
import { Confirm } from '#ui/confirm.tsx'
import { deadline } from '#ui/format.ts'
import { Notice } from '#ui/notice.tsx'
import type { Todo } from '#ui/todo-list.tsx'
import { mayRunRounds, seesSheet } from '../access.ts'
import { scoringPaths, sheetAddress } from '../paths.ts'
import { sheetsOfRound, stepsOf, type SheetRow, type SheetStep } from '../sheets/queries.ts'
import { sheetCan, standingOfSheet } from '../sheets/sheet.ts'
import { roundFormRoutes } from './form-routes.tsx'
import { gatherTodos, headAct, roundLinks, type RoundTodo } from './gather-todos.ts'
import { moveRound, moveRoundInput } from './move-round.ts'
import { addSheets, membersWithoutSheet } from './add-sheets.ts'
import { openRound, openRoundInput } from './open-round.ts'
import { RoundPage } from './pages/round-page.tsx'
import type { ShownSheet } from './pages/round-sheets.tsx'
import { RoundsPage } from './pages/rounds-page.tsx'
import { roundsOfYear, tablesOfRound } from './queries.ts'
import { readRound, readRunRound, readScoringYear, roundCrumbs, roundHead, type RoundAt } from './read-round.ts'
import { gatherLinks } from '../workbook/gather-links.ts'
import { isAtLeast, isOpenToMembers, takesNewSheets } from './round.ts'
import { roundDeeds } from './round-deeds.ts'
import { words } from './words.ts'

export interface RoundPieces {
  announce: Announce<BlocFact>
}

const ruleWords = { rounds: words, blocs: blocWords }

async function showRounds(c: WebContext) {
  const year = await readScoringYear(c)
  const { db, locale } = c.var
  const at = [year.bloc.slug, year.slug] as const
  const rounds = await roundsOfYear(db, year.id)
  const shown = await Promise.all(
    rounds.map(async (round) => {
      const sheets = await sheetsOfRound(db, round.id)
      const sent = sheets.filter((sheet) => !sheetCan('enter', sheet)).length
      return { ...round, href: scoringPaths.round(...at, round.id), sent, sheets: sheets.length }
    }),
  )
  const page = (
    <RoundsPage
      over={year.bloc.short_name}
      label={year.label}
      rounds={shown}
      prepare={mayRunRounds(actorOf(c), year.id) ? scoringPaths.prepare(...at) : undefined}
    />
  )
  return c.render(page, roundHead(year, words(locale).heading))
}

const firstSent = (steps: readonly SheetStep[], sheet: SheetRow) =>
  steps.find(({ sheet_id, step }) => sheet_id === sheet.id && step === 'submitted')?.on_day

async function shownSheets(
  c: WebContext,
  { year, round }: RoundAt,
  sheets: readonly SheetRow[],
): Promise<ShownSheet[]> {
  const { db, now } = c.var
  const steps = await stepsOf(
    db,
    sheets.map(({ id }) => id),
  )
  const names = await namesOn(
    db,
    sheets.map(({ unit_id }) => unit_id),
    year.ends_on,
  )
  return sheets.map((sheet) => {
    const sentOn = firstSent(steps, sheet)
    const isSeen = seesSheet(actorOf(c), { blocYear: year.id, unit: sheet.unit_id, state: round.state })
    return {
      id: sheet.id,
      unitName: names.get(sheet.unit_id)?.short_name ?? '',
      title: sheet.title,
      standing: standingOfSheet(sheet, round),
      sentOn,
      late: lateDays(round.self_due_on, sentOn ?? dayOf(now)),
      href: isSeen ? scoringPaths.sheet(...sheetAddress(year, sheet)) : undefined,
    }
  })
}

/** Things to do as the list shows them, each with how near its last day is. */
const shownTodos = (c: WebContext, todos: readonly RoundTodo[]): Todo[] =>
  todos.map(({ due, ...todo }) =>
    due === undefined ? todo : { ...todo, deadline: deadline(due, dayOf(c.var.now), c.var.locale) },
  )

/** Units that joined after the opening, by name, for who runs the round. */
async function latecomers(c: WebContext, { year, round }: RoundAt): Promise<string[]> {
  const { db, now } = c.var
  if (!mayRunRounds(actorOf(c), year.id) || !takesNewSheets(round)) return []
  const units = await membersWithoutSheet(db, round, dayOf(now))
  return [...(await namesOn(db, units, year.ends_on)).values()].map(({ short_name }) => short_name)
}

async function showRound(c: WebContext, refused?: string) {
  const at = await readRound(c)
  const { year, round } = at
  const { db, locale, now } = c.var
  const sheets = await sheetsOfRound(db, round.id)
  const mayRun = mayRunRounds(actorOf(c), year.id)
  const place = [year.bloc.slug, year.slug, round.id] as const
  const asked = { ...at, actor: actorOf(c), locale, sheets, today: dayOf(now) }
  const page = (
    <RoundPage
      crumbs={roundCrumbs(c, year)}
      over={`${year.bloc.short_name} ${year.label}`}
      round={round}
      today={dayOf(now)}
      tables={await tablesOfRound(db, round.id)}
      sheets={await shownSheets(c, at, sheets)}
      todos={shownTodos(c, await gatherTodos(db, asked))}
      links={[...roundLinks(asked), ...(await gatherLinks(c, at))]}
      change={mayRun && !isAtLeast(round.state, 'provisional') ? scoringPaths.change(...place) : undefined}
      removal={mayRun && round.state === 'preparing' ? scoringPaths.removal(...place) : undefined}
      refused={refused}
      latecomers={await latecomers(c, at)}
      newSheets={scoringPaths.newSheets(...place)}
      isHidden={!isOpenToMembers(round.state)}
      history={tellHistory(await historyOf(db, round.id), roundDeeds(locale))}
    />
  )
  return c.render(page, roundHead(year, round.name))
}

/** Asks once more before the round opens or moves on. */
async function showMove(c: WebContext, refused?: string) {
  const { year, round } = await readRunRound(c)
  const act = headAct(actorOf(c), round)
  const at = [year.bloc.slug, year.slug, round.id] as const
  if (act === undefined) return c.redirect(scoringPaths.round(...at), 303)
  const t = words(c.var.locale).move
  const units = new Set((await sheetsOfRound(c.var.db, round.id)).map(({ unit_id }) => unit_id)).size
  const page = (
    <div class="stack">
      {refused !== undefined && <Notice kind="error" title={refused} />}
      <Confirm
        title={t[act]}
        what={t[`${act}What`]}
        whom={units === 0 ? t.whomAll : t.whom(units)}
        undo={act === 'open' ? t.undo : t.undoMove}
        action={act === 'open' ? scoringPaths.opening(...at) : scoringPaths.moving(...at)}
        submit={t[act]}
        cancel={scoringPaths.round(...at)}
      >
        <input type="hidden" name="version" value={String(round.version)} />
        {act !== 'open' && <input type="hidden" name="act" value={act} />}
      </Confirm>
    </div>
  )
  return c.render(page, roundHead(year, t[act]))
}

const open = (pieces: RoundPieces) => async (c: WebContext) => {
  const { year, round } = await readRunRound(c)
  return answerForm(c, {
    schema: openRoundInput.omit({ round: true }),
    run: async (input) => {
      await openRound(c.var.db, actorOf(c), { ...input, round: round.id }, { ...pieces, now: c.var.now })
      return scoringPaths.round(year.bloc.slug, year.slug, round.id)
    },
    again: ({ refused }) => showMove(c, refused),
    words: ruleWords,
  })
}

const move = (pieces: RoundPieces) => async (c: WebContext) => {
  const { year, round } = await readRunRound(c)
  return answerForm(c, {
    schema: moveRoundInput.omit({ round: true }),
    run: async (input) => {
      await moveRound(c.var.db, actorOf(c), { ...input, round: round.id }, { ...pieces, now: c.var.now })
      return scoringPaths.round(year.bloc.slug, year.slug, round.id)
    },
    again: ({ refused }) => showMove(c, refused),
    words: ruleWords,
  })
}

async function addForLatecomers(c: WebContext) {
  const { year, round } = await readRunRound(c)
  return answerForm(c, {
    schema: z.object({}),
    run: async () => {
      await addSheets(c.var.db, actorOf(c), { round: round.id }, c.var.now)
      return scoringPaths.round(year.bloc.slug, year.slug, round.id)
    },
    again: ({ refused }) => showRound(c, refused),
    words: ruleWords,
  })
}

const at = [':bloc', ':year', ':round'] as const

export const roundRoutes = ({ announce }: RoundPieces): Route[] => [
  get(scoringPaths.year(':bloc', ':year'), 'signed-in', showRounds),
  ...roundFormRoutes,
  get(scoringPaths.round(...at), 'signed-in', (c) => showRound(c)),
  post(scoringPaths.newSheets(...at), 'signed-in', addForLatecomers),
  get(scoringPaths.opening(...at), 'signed-in', (c) => showMove(c)),
  post(scoringPaths.opening(...at), 'signed-in', open({ announce })),
  get(scoringPaths.moving(...at), 'signed-in', (c) => showMove(c)),
  post(scoringPaths.moving(...at), 'signed-in', move({ announce })),
]
