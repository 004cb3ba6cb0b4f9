import type { Renderer } from '#capabilities/documents/render-pdf.ts'
import { words as blocWords } from '#domains/blocs/words.ts'
import { answerForm, type ReturnedForm } from '#platform/answer-form.ts'
import { attempt, refusalOf } from '#platform/attempt.ts'
import { demand } from '#platform/errors.ts'
import { emptyForm, readForm } from '#platform/form.ts'
import { actorOf, get, post, type Route, type WebContext } from '#platform/web.ts'
import { z } from 'zod'
import { tablesOfRound } from '../rounds/queries.ts'
import { readCells } from '../sheets/read-cells.ts'
import { shownNumber } from '../sheets/shown-number.ts'
import { mayJudgeSheet, mayLeadMeeting } from '../judging/access.ts'
import { returnedAgreed } from '../judging/returned-agreed.ts'
import { figuresOf, gatherFigures } from '../judging/gather-figures.ts'
import { gatherHall, stopsOf, type Hall } from './gather-hall.ts'
import { takesJudging } from '../judging/judging.ts'
import { keepAgreed } from '../judging/keep-agreed.ts'
import { meetingPaper, type PaperStop } from './meeting-document.ts'
import { moveMeeting } from './move-meeting.ts'
import { MeetingPage, ScreenPage } from './pages/hall-pages.tsx'
import type { AgreedReturn } from '../judging/pages/side-by-side.tsx'
import { judgingPaths } from '../judging/paths.ts'
import { judgedOf, meetingOf } from '../judging/queries.ts'
import {
  judgingCrumbs,
  judgingHead,
  readOpenJudging,
  todayOf,
  unitNames,
  type JudgingAt,
} from '../judging/read-judging.ts'
import { words } from '../judging/words.ts'

const ruleWords = { judging: words, blocs: blocWords }

export interface MeetingPieces {
  renderer: Pick<Renderer, 'renderPdf'>
}

async function readMeeting(c: WebContext): Promise<JudgingAt> {
  const place = await readOpenJudging(c)
  demand(mayLeadMeeting(actorOf(c), place.year.id))
  return place
}

const hallOf = async (c: WebContext, { round }: JudgingAt): Promise<Hall> =>
  gatherHall(c.var.db, round, await meetingOf(c.var.db, round.id), todayOf(c))

async function enterable(c: WebContext, { round }: JudgingAt, { rows }: Hall): Promise<Set<string>> {
  const may = new Set<string>()
  for (const { sheet } of rows) {
    const isOpen = takesJudging('bloc', { round, sheet })
    if (isOpen && mayJudgeSheet(actorOf(c), 'bloc', await judgedOf(c.var.db, sheet))) may.add(sheet.id)
  }
  return may
}

interface Shown {
  form?: ReturnedForm
  returned?: ReadonlyMap<string, AgreedReturn>
  refused?: string
}

async function showMeeting(c: WebContext, { form = emptyForm, returned = new Map(), refused }: Shown = {}) {
  const place = await readMeeting(c)
  const { at, round } = place
  const hall = await hallOf(c, place)
  const names = await unitNames(c, place)
  const page = (
    <MeetingPage
      crumbs={judgingCrumbs(c, place)}
      over={round.name}
      hall={hall}
      nameOf={(unit) => names.get(unit) ?? ''}
      mayEnter={await enterable(c, place, hall)}
      returned={returned}
      refused={refused}
      form={form}
      at={{
        meeting: judgingPaths.meeting(...at),
        marks: judgingPaths.meetingMarks(...at),
        paper: judgingPaths.meetingPaper(...at),
        screen: judgingPaths.screen(...at),
      }}
    />
  )
  return c.render(page, { ...judgingHead(place, words(c.var.locale).hall.title), entry: true })
}

/** "version code": a criterion of one of the round's tables. */
const stopForm = z.object({
  stop: z.string().transform((text, context) => {
    const [version = '', ...code] = text.split(' ')
    if (z.uuid().safeParse(version).success && code.length > 0) return { version, code: code.join(' ') }
    context.addIssue({ code: 'invalid_format', format: 'regex' })
    return z.NEVER
  }),
})

async function move(c: WebContext) {
  const place = await readMeeting(c)
  return answerForm(c, {
    schema: stopForm,
    run: async ({ stop }) => {
      await moveMeeting(c.var.db, actorOf(c), { round: place.round.id, ...stop }, c.var.now)
      return judgingPaths.meeting(...place.at)
    },
    again: (form) => showMeeting(c, { form }),
    words: ruleWords,
  })
}

async function saveMarks(c: WebContext) {
  const place = await readMeeting(c)
  const { db, locale, now } = c.var
  const form = await readForm(c, readCells)
  const code = form.typed['code'] ?? ''
  if (!form.ok || code === '') {
    c.status(422)
    return showMeeting(c)
  }
  const typed = form.value.cells.map(({ name, text, note: reason = '', edition }) => ({ name, text, reason, edition }))
  const marks = typed.flatMap(({ name, ...cell }) =>
    z.uuid().safeParse(name).success ? [{ ...cell, code, sheet: name }] : [],
  )
  const tried = await attempt(keepAgreed(db, actorOf(c), { round: place.round.id, marks }, now))
  if (!tried.ok) {
    c.status(422)
    return showMeeting(c, { refused: refusalOf(tried.violation, ruleWords, locale) })
  }
  const returned = returnedAgreed(locale, tried.value, typed, ({ sheet }) => sheet)
  if (returned.size > 0) {
    c.status(422)
    return showMeeting(c, { returned })
  }
  return c.redirect(judgingPaths.meeting(...place.at), 303)
}

const seconds = '4'

/** The large screen: read again and again by the browser itself, so that it needs neither hands nor script. */
async function showScreen(c: WebContext) {
  const place = await readOpenJudging(c)
  const hall = await hallOf(c, place)
  const names = await unitNames(c, place)
  c.header('refresh', seconds)
  const page = <ScreenPage hall={hall} nameOf={(unit) => names.get(unit) ?? ''} round={place.round.name} />
  return c.render(page, { title: words(c.var.locale).hall.title, shell: 'plain' })
}

async function stopsOnPaper(c: WebContext, place: JudgingAt): Promise<PaperStop[]> {
  const { db } = c.var
  const { round } = place
  const names = await unitNames(c, place)
  const stops = await stopsOf(db, round.id)
  const paper: PaperStop[] = []
  for (const { version_id: version } of await tablesOfRound(db, round.id)) {
    const all = await gatherFigures(db, { round, version, today: todayOf(c) })
    const sheets = all.standing.sheets.map((sheet) => ({ sheet, of: figuresOf(all, sheet.unit_id).of }))
    for (const stop of stops.filter((one) => one.version === version)) {
      const rows = sheets.map(({ sheet, of }) => {
        const figures = of(stop.node.code)
        const cross = figures.cross.map(({ points }) => shownNumber(points ?? '0', 'vi')).join('; ')
        return { unit: names.get(sheet.unit_id) ?? '', figures, cross }
      })
      paper.push({ stop, rows })
    }
  }
  return paper
}

const print =
  ({ renderer }: MeetingPieces) =>
  async (c: WebContext) => {
    const place = await readMeeting(c)
    const { year, round } = place
    const paper = meetingPaper({
      bloc: year.bloc.name,
      parent: c.var.tenant.name,
      round: round.name,
      day: todayOf(c),
      stops: await stopsOnPaper(c, place),
    })
    const { pdf } = await renderer.renderPdf(paper)
    return new Response(Uint8Array.from(pdf), {
      headers: {
        'content-type': 'application/pdf',
        'content-disposition': 'inline; filename="phieu-hop-cham-diem.pdf"',
        'cache-control': 'no-store',
      },
    })
  }

const at = [':bloc', ':year', ':round'] as const

export const meetingRoutes = (pieces: MeetingPieces): Route[] => [
  get(judgingPaths.meeting(...at), 'signed-in', (c) => showMeeting(c)),
  post(judgingPaths.meeting(...at), 'signed-in', move),
  post(judgingPaths.meetingMarks(...at), 'signed-in', saveMarks),
  get(judgingPaths.meetingPaper(...at), 'signed-in', print(pieces)),
  get(judgingPaths.screen(...at), 'signed-in', showScreen),
]
