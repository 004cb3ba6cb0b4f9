import { z } from 'zod'
import { answerForm, type ReturnedForm } from '#platform/answer-form.ts'
import { emptyForm, line } from '#platform/form.ts'
import { actorOf, get, post, type Route, type WebContext } from '#platform/web.ts'
import type { ScoreTableInput } from '../table/score-table.ts'
import { addTable } from '../tables/add-table.ts'
import { tablePaths } from '../tables/paths.ts'
import { readDoubt, type ReadDoubt } from '../tables/read-doubt.ts'
import { headOf, readKeptBloc } from '../tables/read-place.ts'
import { ruleWords } from '../tables/rule-words.ts'
import { readContentText } from '../tables/table-content.ts'
import { PreviewPage, UploadPage } from './pages/import-pages.tsx'
import { readTableWorkbook } from './read-table-workbook.ts'
import { words } from './words.ts'

const importWords = { ...ruleWords, tableImport: words }

async function showUpload(c: WebContext, form: ReturnedForm = emptyForm) {
  const place = await readKeptBloc(c)
  return c.render(<UploadPage slug={place.bloc.slug} form={form} />, headOf(place, words(c.var.locale).title))
}

interface Read {
  content: ScoreTableInput
  doubts: readonly ReadDoubt[]
}

async function showPreview(c: WebContext, { content, doubts }: Read, form: ReturnedForm = emptyForm) {
  const place = await readKeptBloc(c)
  const page = <PreviewPage slug={place.bloc.slug} content={content} doubts={doubts} form={form} />
  return c.render(page, headOf(place, words(c.var.locale).previewTitle))
}

const mostDoubts = 500

async function upload(c: WebContext) {
  await readKeptBloc(c)
  return answerForm(c, {
    schema: z.object({}),
    run: async (_value, files) => {
      const file = files.get('file')
      if (file === undefined) {
        c.status(422)
        return showUpload(c, { typed: {}, errors: [{ field: 'file', message: words(c.var.locale).noFile }] })
      }
      const draft = await readTableWorkbook(new Uint8Array(await file.arrayBuffer()))
      const name = file.name.normalize('NFC').replace(/\.xlsx$/iu, '')
      const title = (draft.title || name).replaceAll(/\s+/gu, ' ').slice(0, 300)
      const content = { format: 'giao-uoc/score-table@1' as const, code: 'x', version: '1', title, ...draft.content }
      return showPreview(c, { content, doubts: draft.doubts.slice(0, mostDoubts) })
    },
    again: (form) => showUpload(c, form),
    words: importWords,
  })
}

const acceptForm = z.object({
  code: line(60),
  title: line(300),
  content: z.string().max(2_000_000),
  doubts: z.string().max(500_000).default('[]'),
})

/** The preview carries what was read; it is looked at as anything else that a stranger sends. */
function readBack(typed: Readonly<Record<string, string>>): Read | undefined {
  const read = readContentText(typed['content'] ?? '')
  if (!read.ok) return undefined
  try {
    const doubts = z
      .array(readDoubt)
      .max(mostDoubts)
      .safeParse(JSON.parse(typed['doubts'] ?? '[]'))
    return { content: read.content, doubts: doubts.success ? doubts.data : [] }
  } catch (error) {
    if (error instanceof SyntaxError) return { content: read.content, doubts: [] }
    throw error
  }
}

async function accept(c: WebContext) {
  const { bloc } = await readKeptBloc(c)
  return answerForm(c, {
    schema: acceptForm,
    run: async ({ code, title, ...typed }) => {
      const read = readBack(typed)
      if (read === undefined) return tablePaths.fromWorkbook(bloc.slug)
      const content = { ...read.content, code, title }
      const input = { bloc: bloc.id, content, doubts: read.doubts, from: 'workbook' as const }
      return tablePaths.table(bloc.slug, await addTable(c.var.db, actorOf(c), input, c.var.now))
    },
    again: (form) => {
      const read = readBack(form.typed)
      return read === undefined ? showUpload(c, { ...form, errors: [] }) : showPreview(c, read, form)
    },
    words: importWords,
  })
}

/** From a workbook to a preview, and from there to a draft. */
export const importRoutes: Route[] = [
  get(tablePaths.fromWorkbook(':bloc'), 'signed-in', (c) => showUpload(c)),
  post(tablePaths.fromWorkbook(':bloc'), 'signed-in', upload),
  post(tablePaths.acceptance(':bloc'), 'signed-in', accept),
]
