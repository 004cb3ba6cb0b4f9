import { workbookMediaType } from '#capabilities/spreadsheets/write-workbook.ts'
import { writeGrid } from '#capabilities/spreadsheets/write-grid.ts'
import { words as blocWords } from '#domains/blocs/words.ts'
import { evidenceOf } from '#domains/evidence/queries.ts'
import { answerForm, type ReturnedForm } from '#platform/answer-form.ts'
import { dayOf } from '#platform/clock.ts'
import { demand } from '#platform/errors.ts'
import { emptyForm } from '#platform/form.ts'
import { idParam } from '#platform/param.ts'
import { get, post, type Route, type WebContext } from '#platform/web.ts'
import { movementHead, readMovementYear, type MovementYear } from '../read-movement-year.ts'
import { movementCan } from '../register/movement.ts'
import { movementPaths } from '../register/paths.ts'
import { movementOf, type MovementRow } from '../register/queries.ts'
import { words as movementWords } from '../register/words.ts'
import { ParticipationListPage } from './pages/list-page.tsx'
import { JoinPage, ResultPage } from './pages/join-pages.tsx'
import { Participants } from './pages/participants-part.tsx'
import { participationSubject } from './participation.ts'
import { participationSheet } from './participation-sheet.ts'
import { participationsOf, resultsOf } from './queries.ts'
import { registerParticipation, registerParticipationInput } from './register-participation.ts'
import { reportResult, reportResultInput } from './report-result.ts'
import { withdrawParticipation, withdrawParticipationInput } from './withdraw-participation.ts'
import { words } from './words.ts'

const ruleWords = { participation: words, movements: movementWords, blocs: blocWords }
const help = 'phong-trao'
const ofUnit = { blocYear: true, movement: true, unit: true } as const

type Place = Pick<MovementYear, 'year' | 'at' | 'members' | 'ownUnit' | 'isOpen'> & { movement: MovementRow }

/** What a movement's page shows of who takes part. */
export async function participationPart(c: WebContext, { isOpen, ...place }: Place) {
  const { db } = c.var
  const { year, movement, ownUnit } = place
  const participations = await participationsOf(db, { blocYear: year.id, movement: movement.id })
  const isMember = isOpen && ownUnit !== undefined
  const may = { join: isMember && movementCan('join', movement), report: isMember && movementCan('report', movement) }
  return (
    <Participants
      {...place}
      participations={participations}
      results={await resultsOf(db, year.id, movement.id)}
      evidence={await evidenceOf(db, participations.map(participationSubject))}
      may={may}
    />
  )
}

async function showList(c: WebContext) {
  const { year, at } = await readMovementYear(c)
  const rows = await participationsOf(c.var.db, { blocYear: year.id })
  return c.render(
    <ParticipationListPage {...{ year, at, rows }} />,
    movementHead(year, words(c.var.locale).title, help),
  )
}

async function sendSheet(c: WebContext) {
  const { year } = await readMovementYear(c)
  const rows = await participationsOf(c.var.db, { blocYear: year.id })
  const joined = rows.filter(({ withdrawn_on }) => withdrawn_on === null)
  const { locale } = c.var
  const bytes = await writeGrid(participationSheet(year, joined, locale), locale)
  return c.body(new Uint8Array(bytes), 200, {
    'content-type': workbookMediaType,
    'content-disposition': `attachment; filename="dang-ky-phong-trao-${year.slug}.xlsx"`,
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  })
}

/** The movement of the address, for a member of its year. */
async function ownPlace(c: WebContext) {
  const place = await readMovementYear(c)
  const movement = await movementOf(c.var.db, place.year.id, idParam(c, 'movement'))
  const unit = place.ownUnit
  demand(unit !== undefined)
  const unitName = place.members.find((member) => member.unit === unit)?.full_name ?? ''
  const which = { blocYear: place.year.id, movement: movement.id, unit }
  return { ...place, movement, unitName, which, here: movementPaths.one(...place.at, movement.id) }
}

async function showJoin(c: WebContext, forms: { form?: ReturnedForm; leaving?: ReturnedForm } = {}) {
  const { year, at, movement, unitName, which } = await ownPlace(c)
  const all = await participationsOf(c.var.db, { blocYear: year.id, movement: movement.id })
  const own = all.find(({ unit_id: unit }) => unit === which.unit)
  const { form = emptyForm, leaving = emptyForm } = forms
  return c.render(
    <JoinPage {...{ year, at, movement, unitName, own, form, leaving }} />,
    movementHead(year, words(c.var.locale).joinTitle(movement.title), help),
  )
}

async function join(c: WebContext) {
  const { which, here, actor } = await ownPlace(c)
  return answerForm(c, {
    schema: registerParticipationInput.omit(ofUnit),
    run: async (input) => {
      await registerParticipation(c.var.db, actor, { ...input, ...which }, c.var.now)
      return here
    },
    again: (form) => showJoin(c, { form }),
    words: ruleWords,
  })
}

async function leave(c: WebContext) {
  const { which, here, actor } = await ownPlace(c)
  return answerForm(c, {
    schema: withdrawParticipationInput.omit(ofUnit),
    run: async (input) => {
      await withdrawParticipation(c.var.db, actor, { ...input, ...which }, c.var.now)
      return here
    },
    again: (leaving) => showJoin(c, { leaving }),
    words: ruleWords,
  })
}

/** From the year's beginning, or from the day after the unit's last result, until today. */
async function nextPeriod(c: WebContext, { year, which }: Awaited<ReturnType<typeof ownPlace>>) {
  const today = dayOf(c.var.now)
  const endsOn = today > year.ends_on ? year.ends_on : today
  const startsOn = `${endsOn.slice(0, 7)}-01`
  const last = (await resultsOf(c.var.db, year.id, which.movement)).find(({ unit_id: unit }) => unit === which.unit)
  return { startsOn: last === undefined || startsOn < year.starts_on ? year.starts_on : startsOn, endsOn }
}

async function showResult(c: WebContext, form: ReturnedForm = emptyForm) {
  const place = await ownPlace(c)
  const { year, at, movement, unitName } = place
  return c.render(
    <ResultPage {...{ year, at, movement, unitName, form }} period={await nextPeriod(c, place)} />,
    movementHead(year, words(c.var.locale).reportTitle(movement.title), help),
  )
}

async function report(c: WebContext) {
  const { which, here, actor } = await ownPlace(c)
  return answerForm(c, {
    schema: reportResultInput.omit(ofUnit),
    run: async (input) => {
      await reportResult(c.var.db, actor, { ...input, ...which }, c.var.now)
      return here
    },
    again: (form) => showResult(c, form),
    words: ruleWords,
  })
}

const at = [':bloc', ':year{[0-9]{4}(?:-[0-9]{4})?}'] as const
const one = [...at, ':movement'] as const

export const participationRoutes: Route[] = [
  get(movementPaths.joined(...at), 'signed-in', showList),
  get(movementPaths.sheet(...at), 'signed-in', sendSheet),
  get(movementPaths.join(...one), 'signed-in', (c) => showJoin(c)),
  post(movementPaths.join(...one), 'signed-in', join),
  post(movementPaths.leave(...one), 'signed-in', leave),
  get(movementPaths.result(...one), 'signed-in', (c) => showResult(c)),
  post(movementPaths.result(...one), 'signed-in', report),
]
