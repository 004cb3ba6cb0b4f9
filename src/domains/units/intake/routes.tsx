import { historyOf } from '#capabilities/audit/history.ts'
import { lookAt } from '#capabilities/audit/views.ts'
import { tellHistory } from '#capabilities/audit/tell-history.ts'
import { mostWorkbookBytes } from '#capabilities/spreadsheets/read-workbook.ts'
import { workbookMediaType, writeTemplate } from '#capabilities/spreadsheets/write-workbook.ts'
import { personPath } from '#domains/identity/paths.ts'
import { answerForm, type ReturnedForm } from '#platform/answer-form.ts'
import { attempt, refusalOf } from '#platform/attempt.ts'
import { dayOf } from '#platform/clock.ts'
import { demand, NotFound } from '#platform/errors.ts'
import { emptyForm, readForm } from '#platform/form.ts'
import { idParam, pageParam } from '#platform/param.ts'
import { actorOf, get, post, type Route, type WebContext } from '#platform/web.ts'
import { z } from 'zod'
import { mayKeepUnits } from '../access.ts'
import { unitPaths } from '../paths.ts'
import type { UnitPieces } from '../pieces.ts'
import { unitRuleWords } from '../rule-words.ts'
import { mayImport, mayImportPeople } from './access.ts'
import { checkBlocks, madeBy } from './check-blocks.ts'
import { checkRows, planOf } from './check-rows.ts'
import { chooseRows, chooseRowsInput } from './choose-rows.ts'
import { confirmIntake, confirmIntakeInput } from './confirm-intake.ts'
import { countsOf, intakeCan, intakeKinds, rowViews, viewOf, type IntakeKind, type RowView } from './intake.ts'
import { countSlips, issueSlips } from './issue-slips.ts'
import { keepIntake } from './keep-intake.ts'
import { IntakePage, type ShownBlock } from './pages/intake-page.tsx'
import { viewHref } from './pages/rows-table.tsx'
import { SlipsPage } from './pages/slips-page.tsx'
import { ListPage, UploadPage } from './pages/start-pages.tsx'
import { intakePaths } from './paths.ts'
import { intakeById, intakeList, namesOfMade, type IntakeShown } from './queries.ts'
import { intakeRuleWords } from './tell-fault.ts'
import { undoIntake } from './undo-intake.ts'
import { withdrawIntake } from './withdraw-intake.ts'
import { words } from './words.ts'
import { writeFaultFile } from './write-fault-file.ts'

type IntakePieces = Pick<UnitPieces, 'files' | 'originOf'>

const head = (title: string) => ({ title, shell: 'workspace' as const, help: 'nhap-danh-sach' })
const ruleWords = { ...unitRuleWords, ...intakeRuleWords }
const rowsOnPage = 50

async function showList(c: WebContext) {
  const { locale, db } = c.var
  const kinds = intakeKinds.filter((kind) => mayImport(actorOf(c), kind))
  const intakes = await intakeList(db, kinds)
  return c.render(<ListPage {...{ locale, kinds, intakes }} />, head(words(locale).title))
}

function showUpload(c: WebContext, kind: IntakeKind, form: ReturnedForm = emptyForm) {
  const { locale } = c.var
  const page = <UploadPage {...{ locale, kind, form }} mostBytes={mostWorkbookBytes} />
  return c.render(page, head(words(locale).bring[kind]))
}

const upload =
  (kind: IntakeKind, { files }: IntakePieces) =>
  (c: WebContext) =>
    answerForm(c, {
      schema: z.object({}),
      run: async (_input, sent) => {
        const file = sent.get('file')
        if (file === undefined) {
          c.status(422)
          return showUpload(c, kind, { typed: {}, errors: [{ field: 'file', message: words(c.var.locale).noFile }] })
        }
        const input = { kind, fileName: file.name, bytes: new Uint8Array(await file.arrayBuffer()) }
        return intakePaths.intake(await keepIntake(c.var.db, actorOf(c), input, { files, now: c.var.now }))
      },
      again: (form) => showUpload(c, kind, form),
      words: ruleWords,
    })

function sendWorkbook(c: WebContext, bytes: Uint8Array, name: string) {
  return c.body(new Uint8Array(bytes), 200, {
    'content-type': workbookMediaType,
    'content-disposition': `attachment; filename="${name}"`,
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  })
}

const fileNames: Record<IntakeKind, string> = { units: 'mau-don-vi.xlsx', people: 'mau-nguoi-dung.xlsx' }

const sendTemplate = (kind: IntakeKind) => async (c: WebContext) => {
  const { db, now, locale } = c.var
  return sendWorkbook(c, await writeTemplate(await planOf(db, kind, now), locale), fileNames[kind])
}

/** The list of the address, for whoever may bring in such lists. */
async function intakeAt(c: WebContext): Promise<IntakeShown> {
  const intake = await intakeById(c.var.db, idParam(c))
  demand(mayImport(actorOf(c), intake.kind))
  return intake
}

const viewAsked = (c: WebContext): RowView => rowViews.find((view) => view === c.req.query('xem')) ?? 'all'

async function rowsShown(c: WebContext, intake: IntakeShown) {
  const { db, now } = c.var
  const all = intakeCan('confirm', intake) ? await checkRows(db, intake, now) : []
  const view = viewAsked(c)
  const chosen = all.filter((row) => view === 'all' || viewOf(row) === view)
  const last = Math.max(1, Math.ceil(chosen.length / rowsOnPage))
  const page = Math.min(pageParam(c), last)
  const rows = chosen.slice((page - 1) * rowsOnPage, page * rowsOnPage)
  return { counts: countsOf(all), view, page, last, rows }
}

async function blocksShown(c: WebContext, intake: IntakeShown) {
  const { db, now } = c.var
  const [made, blocks] = await db
    .transaction()
    .execute(async (tx) => [await madeBy(tx, intake.id), await checkBlocks(tx, intake.id)] as const)
  const names = await namesOfMade(
    db,
    blocks.map(({ id }) => id),
    dayOf(now),
  )
  const units = new Set(made.units)
  const shown = blocks.map(({ id, why }): ShownBlock => ({
    name: names.get(id) ?? '',
    why,
    href: units.has(id) ? unitPaths.unit(id) : personPath(id),
  }))
  return { blocks: shown, made: { units: made.units.length, people: made.accounts.length } }
}

async function showIntake(c: WebContext, refused?: string) {
  const { db, now, locale } = c.var
  const intake = await intakeAt(c)
  const entered = intakeCan('undo', intake)
  const page = (
    <IntakePage
      {...{ locale, intake, refused }}
      {...await rowsShown(c, intake)}
      {...await blocksShown(c, intake)}
      plan={await planOf(db, intake.kind, now)}
      slips={entered ? await countSlips(db, intake.id, dayOf(now)) : 0}
      history={tellHistory(await historyOf(db, intake.id), words(locale).deeds)}
      views={await lookAt(db, actorOf(c), { kind: 'intake', id: intake.id }, { isOwn: true, now })}
    />
  )
  return c.render(page, head(intake.file_name))
}

/** Runs a command about the list of the address; a rule that says no is told on the same page. */
async function onIntake(c: WebContext, run: (intake: string) => Promise<string | Response>) {
  const tried = await attempt(run(idParam(c)))
  if (tried.ok) return typeof tried.value === 'string' ? c.redirect(tried.value, 303) : tried.value
  c.status(422)
  return showIntake(c, refusalOf(tried.violation, ruleWords, c.var.locale))
}

async function choose(c: WebContext) {
  const form = await readForm(c, chooseRowsInput)
  const given = form.ok ? form.value : { sweep: undefined, rows: [] }
  return onIntake(c, async (intake) => {
    await chooseRows(c.var.db, actorOf(c), { ...given, intake }, c.var.now)
    return given.sweep === undefined ? viewHref(intake, viewAsked(c), pageParam(c)) : intakePaths.intake(intake)
  })
}

const confirm =
  ({ originOf }: IntakePieces) =>
  async (c: WebContext) => {
    const form = await readForm(c, confirmIntakeInput)
    // A form that nobody saw confirms nothing: counts below zero are never those of a list.
    const seen = form.ok ? form.value : { add: -1, same: -1, skip: -1 }
    return onIntake(c, async (intake) => {
      const env = { now: c.var.now, origin: originOf(c) }
      await confirmIntake(c.var.db, actorOf(c), { ...seen, intake }, env)
      return intakePaths.intake(intake)
    })
  }

type Deed = typeof undoIntake

const deed = (run: Deed) => async (c: WebContext) =>
  onIntake(c, async (intake) => {
    await run(c.var.db, actorOf(c), { intake }, c.var.now)
    return intakePaths.intake(intake)
  })

const printSlips =
  ({ originOf }: IntakePieces) =>
  async (c: WebContext) =>
    onIntake(c, async (intake) => {
      const { db, now, locale } = c.var
      const origin = originOf(c)
      const slips = await issueSlips(db, actorOf(c), { intake }, { now, origin })
      return c.render(<SlipsPage {...{ locale, intake, slips, origin }} />, head(words(locale).slips))
    })

async function sendFaults(c: WebContext) {
  const { db, now, locale } = c.var
  const intake = await intakeAt(c)
  if (!intakeCan('confirm', intake)) throw new NotFound()
  return sendWorkbook(c, await writeFaultFile(db, intake, now, locale), 'can-sua.xlsx')
}

const access = { units: mayKeepUnits, people: mayImportPeople }

export const intakeRoutes = (pieces: IntakePieces): Route[] => [
  get(intakePaths.list, mayKeepUnits, showList),
  ...intakeKinds.flatMap((kind) => [
    get(intakePaths.upload(kind), access[kind], (c) => showUpload(c, kind)),
    post(intakePaths.upload(kind), access[kind], upload(kind, pieces)),
    get(intakePaths.template(kind), access[kind], sendTemplate(kind)),
  ]),
  get(intakePaths.intake(':id'), mayKeepUnits, (c) => showIntake(c)),
  post(intakePaths.choices(':id'), mayKeepUnits, choose),
  post(intakePaths.confirm(':id'), mayKeepUnits, confirm(pieces)),
  post(intakePaths.withdraw(':id'), mayKeepUnits, deed(withdrawIntake)),
  post(intakePaths.undo(':id'), mayKeepUnits, deed(undoIntake)),
  get(intakePaths.faults(':id'), mayKeepUnits, sendFaults),
  post(intakePaths.slips(':id'), mayKeepUnits, printSlips(pieces)),
]
