import { words as blocWords } from '#domains/blocs/words.ts'
import { answerForm, type ReturnedForm } from '#platform/answer-form.ts'
import { emptyForm } from '#platform/form.ts'
import { actorOf, get, post, type Route, type WebContext } from '#platform/web.ts'
import { crossPaths } from '../cross/paths.ts'
import { tablesOfRound } from '../rounds/queries.ts'
import { isOpenToMembers } from '../rounds/round.ts'
import { sheetsOfRound } from '../sheets/queries.ts'
import { shownNumber } from '../sheets/shown-number.ts'
import { mayJudgeSheet, mayKeepRules, mayLeadMeeting } from './access.ts'
import { changeRules, changeRulesInput } from './change-rules.ts'
import { figuresOf, gatherFigures, type TableFigures } from './gather-figures.ts'
import { stageOf } from './judging.ts'
import { meetingRoutes, type MeetingPieces } from '../meetings/meeting-routes.tsx'
import { OverviewPage, type ShownSheet } from './pages/overview-page.tsx'
import { judgingPaths } from './paths.ts'
import { explanationsOf, judgedOf, restartOf } from './queries.ts'
import { judgingCrumbs, judgingHead, readJudging, todayOf, unitNames, type JudgingAt } from './read-judging.ts'
import { judgedSheetRoutes } from './sheet-routes.tsx'
import { talkRoutes } from '../explanations/talk-routes.tsx'
import { unsettledOf } from './unsettled.ts'
import { words } from './words.ts'

const ruleWords = { judging: words, blocs: blocWords }

async function figuresByVersion(c: WebContext, { round }: JudgingAt): Promise<ReadonlyMap<string, TableFigures>> {
  const figures = new Map<string, TableFigures>()
  for (const { version_id: version } of await tablesOfRound(c.var.db, round.id)) {
    figures.set(version, await gatherFigures(c.var.db, { round, version, today: todayOf(c) }))
  }
  return figures
}

async function shownSheets(c: WebContext, place: JudgingAt): Promise<ShownSheet[]> {
  const { db, locale } = c.var
  const { round, at } = place
  const names = await unitNames(c, place)
  const figures = await figuresByVersion(c, place)
  const sheets = await sheetsOfRound(db, round.id)
  const questions = await explanationsOf(
    db,
    sheets.map(({ id }) => id),
  )
  const shown: ShownSheet[] = []
  for (const sheet of sheets) {
    const all = figures.get(sheet.version_id)
    const own = all && figuresOf(all, sheet.unit_id)
    const stage = stageOf({ round, sheet })
    shown.push({
      sheet,
      unit: names.get(sheet.unit_id) ?? '',
      total: own?.score === undefined ? '' : shownNumber(own.score.total, locale),
      open: all && own && stage && unsettledOf(all.standing.table, own, stage).length,
      questions: questions.filter((one) => one.sheet_id === sheet.id && one.state !== 'settled').length,
      mayJudgeSheet: stage !== undefined && mayJudgeSheet(actorOf(c), stage, await judgedOf(db, sheet)),
      href: judgingPaths.sheet(...at, sheet.id),
    })
  }
  return shown
}

async function showOverview(c: WebContext, form: ReturnedForm = emptyForm) {
  const place = await readJudging(c)
  const { round, year, at } = place
  const isOpen = isOpenToMembers(round.state)
  const actor = actorOf(c)
  const page = (
    <OverviewPage
      crumbs={judgingCrumbs(c, place, false)}
      over={round.name}
      sheets={isOpen ? await shownSheets(c, place) : []}
      hasSeveral={(await tablesOfRound(c.var.db, round.id)).length > 1}
      isOpen={isOpen}
      meeting={isOpen && mayLeadMeeting(actor, year.id) ? judgingPaths.meeting(...at) : undefined}
      screen={judgingPaths.screen(...at)}
      leanings={round.has_cross ? crossPaths.leanings(...at) : undefined}
      rules={{
        action: judgingPaths.rules(...at),
        afterReturn: await restartOf(c.var.db, round.id),
        mayChange: !isOpen && mayKeepRules(actor, year.id),
      }}
      form={form}
    />
  )
  return c.render(page, judgingHead(place, words(c.var.locale).title))
}

async function setRules(c: WebContext) {
  const place = await readJudging(c)
  return answerForm(c, {
    schema: changeRulesInput.omit({ round: true }),
    run: async (input) => {
      await changeRules(c.var.db, actorOf(c), { ...input, round: place.round.id }, c.var.now)
      return judgingPaths.overview(...place.at)
    },
    again: (form) => showOverview(c, form),
    words: ruleWords,
  })
}

const at = [':bloc', ':year', ':round'] as const

/** Verification, explanations, reopening and the scoring meeting. */
export const judgingRoutes = (pieces: MeetingPieces): Route[] => [
  get(judgingPaths.overview(...at), 'signed-in', (c) => showOverview(c)),
  post(judgingPaths.rules(...at), 'signed-in', setRules),
  ...judgedSheetRoutes,
  ...talkRoutes,
  ...meetingRoutes(pieces),
]
