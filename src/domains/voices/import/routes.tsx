import { z } from 'zod'
import { historyOf } from '#capabilities/audit/history.ts'
import { tellHistory } from '#capabilities/audit/tell-history.ts'
import { mostWorkbookBytes } from '#capabilities/spreadsheets/read-workbook.ts'
import { workbookMediaType, writeFaults, writeTemplate } from '#capabilities/spreadsheets/write-workbook.ts'
import { answerForm, type ReturnedForm } from '#platform/answer-form.ts'
import { attempt, refusalOf } from '#platform/attempt.ts'
import { demand, found, NotFound } from '#platform/errors.ts'
import { emptyForm, readForm } from '#platform/form.ts'
import { idParam } from '#platform/param.ts'
import { get, post, type Route, type WebContext } from '#platform/web.ts'
import { readVoicesYear, voicesHead } from '../read-voices-year.ts'
import { bringsOpinions, mayConfirmOpinions } from './access.ts'
import { checkRows } from './check-rows.ts'
import { confirmIntake, confirmIntakeInput } from './confirm-intake.ts'
import { intakeCan } from './intake.ts'
import { keepIntake } from './keep-intake.ts'
import { OpinionIntakePage } from './pages/intake-page.tsx'
import { ImportListPage } from './pages/list-page.tsx'
import { opinionImportPaths } from './paths.ts'
import { countBuiltOn, intakeById, intakesOf, planOf } from './queries.ts'
import { opinionImportRules, tellFault } from './tell-fault.ts'
import { undoIntake } from './undo-intake.ts'
import { withdrawIntake } from './withdraw-intake.ts'
import { words } from './words.ts'

const help = { help: 'nhap-y-kien' }

/** The year of the address and the member unit that the reader brings lists for. */
async function ownYear(c: WebContext) {
  const given = await readVoicesYear(c)
  demand(given.ownUnit !== undefined)
  const unit = found(given.ownUnit)
  demand(bringsOpinions(given.actor, { bloc_year_id: given.year.id, unit_id: unit }))
  return { ...given, unit }
}

async function showList(c: WebContext, form: ReturnedForm = emptyForm) {
  const { year, at, unit } = await ownYear(c)
  const intakes = await intakesOf(c.var.db, year.id, unit)
  return c.render(<ImportListPage {...{ year, at, intakes, form }} mostBytes={mostWorkbookBytes} />, {
    ...voicesHead(year, words(c.var.locale).title),
    ...help,
  })
}

async function upload(c: WebContext) {
  const { actor, year, at, unit } = await ownYear(c)
  return answerForm(c, {
    schema: z.object({}),
    run: async (_input, sent) => {
      const file = sent.get('file')
      if (file === undefined) {
        c.status(422)
        return showList(c, { typed: {}, errors: [{ field: 'file', message: words(c.var.locale).noFile }] })
      }
      const bytes = new Uint8Array(await file.arrayBuffer())
      const input = { blocYear: year.id, unit, fileName: file.name, bytes }
      return opinionImportPaths.one(await keepIntake(c.var.db, actor, input, c.var.now), ...at)
    },
    again: (form) => showList(c, form),
    words: opinionImportRules,
  })
}

function sendWorkbook(c: WebContext, bytes: Uint8Array, name: string) {
  return c.body(new Uint8Array(bytes), 200, {
    'content-type': workbookMediaType,
    'content-disposition': `attachment; filename="${name}"`,
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  })
}

async function sendTemplate(c: WebContext) {
  const { year } = await ownYear(c)
  const plan = await planOf(c.var.db, year.bloc.id)
  return sendWorkbook(c, await writeTemplate(plan, c.var.locale), 'mau-y-kien.xlsx')
}

/** The list of the address, for the people of its unit. */
async function intakeOf(c: WebContext) {
  const given = await readVoicesYear(c)
  const intake = await intakeById(c.var.db, idParam(c, 'intake'))
  demand(bringsOpinions(given.actor, intake))
  found(intake.bloc_year_id === given.year.id ? intake : undefined)
  return { ...given, intake }
}

async function showIntake(c: WebContext, refused?: string) {
  const { actor, year, at, intake } = await intakeOf(c)
  const { db, now, locale } = c.var
  const rows = intakeCan('confirm', intake) ? await checkRows(db, intake, now) : []
  const plan = await planOf(db, year.bloc.id)
  const builtOn = intakeCan('undo', intake) ? await countBuiltOn(db, intake.id) : 0
  const history = tellHistory(await historyOf(db, intake.id), words(locale).deeds)
  const mayConfirm = mayConfirmOpinions(actor, intake)
  return c.render(<OpinionIntakePage {...{ year, at, intake, plan, rows, mayConfirm, builtOn, history, refused }} />, {
    ...voicesHead(year, intake.file_name),
    ...help,
  })
}

/** The list as it was sent, with what is wrong with each row. */
async function sendFaults(c: WebContext) {
  const { year, intake } = await intakeOf(c)
  if (!intakeCan('confirm', intake)) throw new NotFound()
  const { db, now, locale } = c.var
  const rows = await checkRows(db, intake, now)
  const told = rows.map(({ shown, faults }, index) => ({
    shown,
    wrong: new Set(faults.flatMap(({ column }) => (column === null ? [] : [column]))),
    told: faults.map((fault) => tellFault(fault, index + 2, locale)).join(' '),
  }))
  return sendWorkbook(c, await writeFaults({ plan: await planOf(db, year.bloc.id), locale }, told), 'can-sua.xlsx')
}

type Deed = (c: WebContext, given: Awaited<ReturnType<typeof intakeOf>>) => Promise<unknown>

/** Runs a command about the list of the address; a rule that says no is told on the same page. */
const deed = (run: Deed) => async (c: WebContext) => {
  const given = await intakeOf(c)
  const tried = await attempt(run(c, given))
  if (tried.ok) return c.redirect(opinionImportPaths.one(given.intake.id, ...given.at), 303)
  c.status(422)
  return showIntake(c, refusalOf(tried.violation, opinionImportRules, c.var.locale))
}

const confirm = deed(async (c, { actor, intake }) => {
  demand(mayConfirmOpinions(actor, intake))
  const form = await readForm(c, confirmIntakeInput.pick({ rows: true }))
  // A form that nobody saw confirms nothing: no list has fewer than no rows.
  const rows = form.ok ? form.value.rows : -1
  await confirmIntake(c.var.db, actor, { intake: intake.id, rows }, c.var.now)
})
const withdraw = deed((c, { actor, intake }) => withdrawIntake(c.var.db, actor, { intake: intake.id }, c.var.now))
const undo = deed((c, { actor, intake }) => undoIntake(c.var.db, actor, { intake: intake.id }, c.var.now))

const at = [':bloc', ':year'] as const

export const opinionImportRoutes: Route[] = [
  get(opinionImportPaths.list(...at), 'signed-in', (c) => showList(c)),
  post(opinionImportPaths.list(...at), 'signed-in', upload),
  get(opinionImportPaths.template(...at), 'signed-in', sendTemplate),
  get(opinionImportPaths.one(':intake', ...at), 'signed-in', (c) => showIntake(c)),
  get(opinionImportPaths.faults(':intake', ...at), 'signed-in', sendFaults),
  post(opinionImportPaths.confirmation(':intake', ...at), 'signed-in', confirm),
  post(opinionImportPaths.withdrawal(':intake', ...at), 'signed-in', withdraw),
  post(opinionImportPaths.undoing(':intake', ...at), 'signed-in', undo),
]
