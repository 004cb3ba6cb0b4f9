import { z } from 'zod'
import { historyOf } from '#capabilities/audit/history.ts'
import { tellHistory } from '#capabilities/audit/tell-history.ts'
import { workbookMediaType } from '#capabilities/spreadsheets/write-workbook.ts'
import { answerForm, type ReturnedForm } from '#platform/answer-form.ts'
import { NotFound } from '#platform/errors.ts'
import { emptyForm, line } from '#platform/form.ts'
import { param } from '#platform/param.ts'
import { actorOf, get, post, type Route, type WebContext } from '#platform/web.ts'
import { editorRoutes } from '../table-editor/routes.tsx'
import { importRoutes } from '../table-import/routes.tsx'
import { simulationRoutes } from '../simulation/routes.tsx'
import { actRoutes } from './act-routes.tsx'
import { addTable } from './add-table.ts'
import { AddPage, JsonPage } from './pages/add-pages.tsx'
import { ComparePage } from './pages/compare-page.tsx'
import { ListPage } from './pages/list-page.tsx'
import { TablePage } from './pages/table-page.tsx'
import { diffTables } from './diff-tables.ts'
import { tablePaths } from './paths.ts'
import type { TablePieces } from './pieces.ts'
import { versionById, versionsOfBloc } from './queries.ts'
import { headOf, readBloc, readKeptBloc, readVersion } from './read-place.ts'
import { ruleWords } from './rule-words.ts'
import { startVersion } from './start-version.ts'
import { readContentText, wordsOf } from './table-content.ts'
import { writeTableSheet } from './table-sheet.ts'
import { words } from './words.ts'

async function showList(c: WebContext) {
  const place = await readBloc(c)
  const { bloc, mayKeep } = place
  const versions = await versionsOfBloc(c.var.db, bloc.id)
  const page = <ListPage slug={bloc.slug} blocName={bloc.name} versions={versions} mayKeep={mayKeep} />
  return c.render(page, headOf(place, words(c.var.locale).title))
}

async function showAdd(c: WebContext, pieces: TablePieces, form: ReturnedForm = emptyForm) {
  const place = await readKeptBloc(c)
  const { slug, id } = place.bloc
  const templates = pieces.templates.map(({ key, table }) => ({ key, title: wordsOf(table.title) }))
  const versions = await versionsOfBloc(c.var.db, id)
  const page = <AddPage slug={slug} templates={templates} versions={versions} form={form} />
  return c.render(page, headOf(place, words(c.var.locale).add))
}

const emptyTable = {
  format: 'giao-uoc/score-table@1' as const,
  version: '1',
  sections: [{ code: 'I', title: 'Phần I' }],
}

/** What a new table begins as: nothing, a shipped template, or another version of the bloc. */
async function beginningOf(c: WebContext, { templates }: TablePieces, from: string, bloc: string) {
  const [kind = '', key = ''] = from.split('.')
  if (kind === 'empty') return { from: 'empty' as const, content: emptyTable }
  const template = templates.find((one) => kind === 'template' && one.key === key)
  if (template !== undefined) return { from: 'template' as const, content: template.table }
  const known = (await versionsOfBloc(c.var.db, bloc)).some(({ id }) => kind === 'version' && id === key)
  if (!known) throw new NotFound()
  const version = await versionById(c.var.db, key)
  return { from: 'version' as const, content: version.content, startedFrom: version.id }
}

async function add(c: WebContext, pieces: TablePieces) {
  const { bloc } = await readKeptBloc(c)
  return answerForm(c, {
    schema: z.object({ from: line(80), code: line(60), title: line(300) }),
    run: async ({ from, code, title }) => {
      const begins = await beginningOf(c, pieces, from, bloc.id)
      const content = { ...begins.content, code, title }
      const input = { ...begins, bloc: bloc.id, content }
      return tablePaths.table(bloc.slug, await addTable(c.var.db, actorOf(c), input, c.var.now))
    },
    again: (form) => showAdd(c, pieces, form),
    words: ruleWords,
  })
}

async function showJson(c: WebContext, form: ReturnedForm = emptyForm) {
  const place = await readKeptBloc(c)
  return c.render(<JsonPage slug={place.bloc.slug} form={form} />, headOf(place, words(c.var.locale).jsonPage.title))
}

async function addJson(c: WebContext) {
  const { bloc } = await readKeptBloc(c)
  const t = words(c.var.locale).jsonPage
  return answerForm(c, {
    schema: z.object({ text: z.string().max(2_000_000).default('') }),
    run: async ({ text }, files) => {
      const file = files.get('file')
      const given = file === undefined ? text : (await file.text()).normalize('NFC')
      const read = readContentText(given)
      if (!read.ok) {
        c.status(422)
        const [fault] = read.faults
        const message = given.trim() === '' ? t.nothing : t.fault(fault?.at ?? '', fault?.message ?? '')
        return showJson(c, { typed: { text }, errors: [{ field: file === undefined ? 'text' : 'file', message }] })
      }
      const input = { bloc: bloc.id, content: read.content, from: 'json' as const }
      return tablePaths.table(bloc.slug, await addTable(c.var.db, actorOf(c), input, c.var.now))
    },
    again: (form) => showJson(c, form),
    words: ruleWords,
  })
}

async function showTable(c: WebContext, refused?: string) {
  const place = await readBloc(c)
  const { bloc, mayKeep } = place
  const all = await versionsOfBloc(c.var.db, bloc.id)
  const versions = all.filter(({ code }) => code === param(c, 'table'))
  const [newest] = versions
  if (newest === undefined) throw new NotFound()
  const history = tellHistory(await historyOf(c.var.db, newest.table), words(c.var.locale).deeds)
  const props = { slug: bloc.slug, blocName: bloc.name, versions, mayKeep, history, refused }
  return c.render(<TablePage {...props} />, headOf(place, newest.title))
}

async function start(c: WebContext) {
  const { bloc } = await readKeptBloc(c)
  const code = param(c, 'table')
  const ids = (await versionsOfBloc(c.var.db, bloc.id)).flatMap((one) => (one.code === code ? [one.id] : []))
  return answerForm(c, {
    schema: z.object({ from: z.string().default('') }),
    run: async ({ from }) => {
      const id = ids.find((each) => each === from) ?? ids[0]
      if (id === undefined) throw new NotFound()
      const number = await startVersion(c.var.db, actorOf(c), id, c.var.now)
      return tablePaths.version(bloc.slug, code, String(number))
    },
    again: ({ refused }) => showTable(c, refused),
    words: ruleWords,
  })
}

async function showComparison(c: WebContext) {
  const place = await readVersion(c)
  const { version, at, bloc } = place
  const others = (await versionsOfBloc(c.var.db, bloc.id)).filter(({ id }) => id !== version.id)
  const asked = c.req.query('voi')
  const other = others.find(({ id }) => id === (asked ?? version.startedFrom))
  const older = other && (await versionById(c.var.db, other.id))
  const diff = older && diffTables(older.content, version.content)
  const page = <ComparePage at={at} title={version.title} others={others} other={other} diff={diff} />
  return c.render(page, headOf(place, words(c.var.locale).compare.show))
}

const attached = (name: string) => ({
  'content-disposition': `attachment; filename="${name}"`,
  'cache-control': 'no-store',
})

async function sendJson(c: WebContext) {
  const { version } = await readVersion(c)
  const headers = { ...attached(`${version.code}-${version.number}.json`), 'content-type': 'application/json' }
  return c.body(`${JSON.stringify(version.content, null, 2)}\n`, 200, headers)
}

async function sendSheet(c: WebContext) {
  const { version } = await readVersion(c)
  const name = `${words(c.var.locale).sheet.fileName}-${version.code}-${version.number}.xlsx`
  const bytes = await writeTableSheet(version, c.var.locale)
  return c.body(new Uint8Array(bytes), 200, { ...attached(name), 'content-type': workbookMediaType })
}

const at = [':bloc', ':table', ':number'] as const

/** A bloc's score tables; declared before the years of the bloc, whose address would take "bang-diem" for a year. */
export const tableRoutes = (pieces: TablePieces): Route[] => [
  get(tablePaths.list(':bloc'), 'signed-in', showList),
  get(tablePaths.add(':bloc'), 'signed-in', (c) => showAdd(c, pieces)),
  post(tablePaths.add(':bloc'), 'signed-in', (c) => add(c, pieces)),
  get(tablePaths.fromJson(':bloc'), 'signed-in', (c) => showJson(c)),
  post(tablePaths.fromJson(':bloc'), 'signed-in', addJson),
  ...importRoutes,
  get(tablePaths.table(':bloc', ':table'), 'signed-in', (c) => showTable(c)),
  post(tablePaths.newVersion(':bloc', ':table'), 'signed-in', start),
  get(tablePaths.comparison(...at), 'signed-in', showComparison),
  get(tablePaths.json(...at), 'signed-in', sendJson),
  get(tablePaths.sheet(...at), 'signed-in', sendSheet),
  ...actRoutes,
  ...simulationRoutes,
  ...editorRoutes,
]
