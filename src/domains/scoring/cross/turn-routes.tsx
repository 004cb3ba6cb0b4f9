import { evidencePaths } from '#domains/evidence/paths.ts'
import { words as blocWords } from '#domains/blocs/words.ts'
import { answerForm, type ReturnedForm } from '#platform/answer-form.ts'
import { attempt, refusalOf } from '#platform/attempt.ts'
import { dayOf } from '#platform/clock.ts'
import { demand, found } from '#platform/errors.ts'
import { emptyForm, readForm } from '#platform/form.ts'
import { actorOf, get, post, type Route, type WebContext } from '#platform/web.ts'
import { tableOfVersion } from '../rounds/queries.ts'
import type { CellAnswer } from '../sheets/cell.ts'
import { citedOnSheet } from '../sheets/gather-sheet.ts'
import { detailOf } from '../sheets/leaf.ts'
import { sheetById } from '../sheets/queries.ts'
import { answerScript, readCells, returnedCells, type CellReturn } from '../sheets/read-cells.ts'
import { readMarks } from '../sheets/read-entries.ts'
import { shownNumber } from '../sheets/shown-number.ts'
import { mayAssess } from './access.ts'
import { assignmentCan, isLate, isOver, takesAssessment } from './assignment.ts'
import { openAssignment, openAssignmentInput } from './open-assignment.ts'
import { QuestionPage } from './pages/question-page.tsx'
import { TurnPage } from './pages/turn-page.tsx'
import { crossPaths } from './paths.ts'
import { hasOpenObjection, marksOfAssessor } from './queries.ts'
import { crossCrumbs, crossHead, namesOfTurns, readTurn, type TurnAt } from './read-cross.ts'
import { refuseAssignment, refuseAssignmentInput } from './refuse-assignment.ts'
import { saveAssessment } from './save-assessment.ts'
import { lackingOf, readBefore, sendAssessment, sendAssessmentInput } from './send-assessment.ts'
import { criteriaOf } from './table-parts.ts'
import { words } from './words.ts'

const ruleWords = { cross: words, blocs: blocWords }

/** A turn for the unit that has it. */
async function readOwnTurn(c: WebContext): Promise<TurnAt> {
  const place = await readTurn(c)
  demand(mayAssess(actorOf(c), place.turn))
  found(isOver(place.turn) ? null : place.turn)
  return place
}

async function headOf(c: WebContext, place: TurnAt, form: ReturnedForm) {
  const { turn, round, at } = place
  const names = await namesOfTurns(c, place)
  const own = [...at, turn.id] as const
  return {
    crumbs: crossCrumbs(c, place),
    over: round.name,
    turn,
    unit: names.get(turn.unit_id) ?? '',
    isLate: isLate(turn, round, dayOf(c.var.now)),
    form,
    at: {
      opening: crossPaths.opening(...own),
      refusal: crossPaths.refusal(...own),
      marks: crossPaths.marks(...own),
      sending: crossPaths.sending(...own),
      overview: crossPaths.overview(...at),
    },
  }
}

/** Why the question cannot be answered with "none" yet. */
async function waitsFor(c: WebContext, { turn, round }: TurnAt): Promise<string | undefined> {
  const t = words(c.var.locale).question
  if (await hasOpenObjection(c.var.db, turn.id)) return t.objected
  const sheet = await sheetById(c.var.db, turn.sheet_id)
  if (takesAssessment(round, sheet)) return undefined
  return round.state === 'cross_scoring' ? t.notSent : t.notYet
}

interface Shown {
  form?: ReturnedForm
  returned?: ReadonlyMap<string, CellReturn>
}

/** The question first; the sheet is neither read nor shown before it is answered. */
async function showTurn(c: WebContext, { form = emptyForm, returned = new Map() }: Shown = {}) {
  const place = await readOwnTurn(c)
  const { turn, round, at } = place
  const { db, now, locale } = c.var
  const head = await headOf(c, place, form)
  const title = words(locale).question.title(head.unit)
  if (turn.state === 'waiting') {
    return c.render(<QuestionPage {...head} waits={await waitsFor(c, place)} />, crossHead(place, title))
  }
  const [today, sheet] = [dayOf(now), await sheetById(db, turn.sheet_id)]
  const self = (await readMarks(db, [sheet.id])).filter(({ stage }) => stage === 'self')
  const cited = await citedOnSheet(db, sheet.id)
  const isOpen = assignmentCan('mark', turn) && takesAssessment(round, sheet)
  const page = (
    <TurnPage
      {...head}
      placed={criteriaOf(await tableOfVersion(db, turn.version_id), turn.part)}
      before={await readBefore(db, round, turn, today)}
      explained={new Map(self.map(({ code, reason }) => [code, reason]))}
      evidenceOf={(code) =>
        (cited.get(detailOf(code)) ?? []).map(({ piece }) => ({
          title: piece.title,
          href: evidencePaths.piece(at[0], at[1], piece.id),
        }))
      }
      marks={new Map((await marksOfAssessor(db, turn)).map((mark) => [mark.code, mark]))}
      returned={returned}
      lacking={isOpen ? await lackingOf(db, { assignment: turn, round }, today) : { unscored: [], unexplained: [] }}
      isOpen={isOpen}
    />
  )
  return c.render(page, { ...crossHead(place, title), entry: isOpen })
}

const isScript = (c: WebContext) =>
  c.req.header('accept')?.startsWith('application/json') === true && c.req.header('x-entry-owner') === undefined

const editionsOnly = (c: WebContext, cells: readonly CellAnswer[]) => answerScript(c.var.locale, cells, {})

/** Takes the unit's own points for criteria that have none yet. */
async function fillUp(c: WebContext, { turn, round }: TurnAt): Promise<void> {
  const { db, now, locale } = c.var
  const { unscored } = await lackingOf(db, { assignment: turn, round }, dayOf(now))
  const before = await readBefore(db, round, turn, dayOf(now))
  const marks = unscored.flatMap((code) => {
    const points = before.get(code)?.points ?? null
    return points === null ? [] : [{ code, text: shownNumber(points, locale), reason: '', edition: 0 }]
  })
  if (marks.length > 0) await saveAssessment(db, actorOf(c), { assignment: turn.id, marks }, now)
}

async function saveMarks(c: WebContext) {
  const place = await readOwnTurn(c)
  const { db, locale, now } = c.var
  const form = await readForm(c, readCells)
  if (!form.ok) {
    c.status(422)
    return isScript(c) ? c.json({ message: form.errors[0]?.message ?? '' }) : showTurn(c)
  }
  const marks = form.value.cells.map(({ name: code, text, note: reason = '', edition }) => {
    return { code, text, reason, edition }
  })
  const tried = await attempt(saveAssessment(db, actorOf(c), { assignment: place.turn.id, marks }, now))
  if (!tried.ok) {
    const refused = refusalOf(tried.violation, ruleWords, locale)
    c.status(422)
    return isScript(c) ? c.json({ message: refused }) : showTurn(c, { form: { ...emptyForm, refused } })
  }
  if (isScript(c)) {
    const { status, ...said } = editionsOnly(c, tried.value)
    return c.json({ ...said, savedAt: now.toISOString() }, status)
  }
  const returned = returnedCells(locale, form.typed, tried.value)
  if (returned.size > 0) {
    c.status(422)
    return showTurn(c, { returned })
  }
  if (form.typed['next'] === 'fill') await fillUp(c, place)
  return c.redirect(crossPaths.assignment(...place.at, place.turn.id), 303)
}

async function open(c: WebContext) {
  const { turn, at } = await readOwnTurn(c)
  return answerForm(c, {
    schema: openAssignmentInput.omit({ assignment: true }),
    run: async (input) => {
      await openAssignment(c.var.db, actorOf(c), { ...input, assignment: turn.id }, c.var.now)
      return crossPaths.assignment(...at, turn.id)
    },
    again: (form) => showTurn(c, { form }),
    words: ruleWords,
  })
}

async function refuse(c: WebContext) {
  const { turn, at } = await readOwnTurn(c)
  return answerForm(c, {
    schema: refuseAssignmentInput.omit({ assignment: true }),
    run: async (input) => {
      await refuseAssignment(c.var.db, actorOf(c), { ...input, assignment: turn.id }, c.var.now)
      return crossPaths.overview(...at)
    },
    again: (form) => showTurn(c, { form }),
    words: ruleWords,
  })
}

async function send(c: WebContext) {
  const { turn, at } = await readOwnTurn(c)
  return answerForm(c, {
    schema: sendAssessmentInput.omit({ assignment: true }),
    run: async (input) => {
      await sendAssessment(c.var.db, actorOf(c), { ...input, assignment: turn.id }, c.var.now)
      return crossPaths.overview(...at)
    },
    again: (form) => showTurn(c, { form }),
    words: ruleWords,
  })
}

const at = [':bloc', ':year', ':round'] as const
const ofTurn = [...at, ':turn'] as const

export const turnRoutes: Route[] = [
  get(crossPaths.assignment(...ofTurn), 'signed-in', (c) => showTurn(c)),
  post(crossPaths.opening(...ofTurn), 'signed-in', open),
  post(crossPaths.refusal(...ofTurn), 'signed-in', refuse),
  post(crossPaths.marks(...ofTurn), 'signed-in', saveMarks),
  post(crossPaths.sending(...ofTurn), 'signed-in', send),
]
