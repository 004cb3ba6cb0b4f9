import { membersOn, type BlocYearRow } from '#domains/blocs/queries.ts'
import { attempt, refusal } from '#platform/attempt.ts'
import { dayOf } from '#platform/clock.ts'
import { Conflict, demand } from '#platform/errors.ts'
import { emptyForm, readForm, type FieldError, type FormState } from '#platform/form.ts'
import { idParam } from '#platform/param.ts'
import { actorOf, get, post, type Route, type WebContext } from '#platform/web.ts'
import { mayDraft } from '../access.ts'
import { paths } from '../paths.ts'
import { liveAgreement } from '../queries.ts'
import { words as agreementWords } from '../words.ts'
import { yearOf } from '../year-of.ts'
import { correctDraft } from './correct-draft.ts'
import { correctReading } from './correct-reading.ts'
import { differencesOf } from './differences.ts'
import { keepReading } from './keep-reading.ts'
import { spoken } from './kept-draft.ts'
import { ReadingPage, type ReadingPageProps } from './pages/reading-page.tsx'
import { ReadingsPage } from './pages/readings-page.tsx'
import { readingOf, readingsOfYear, type ReadingRow } from './queries.ts'
import { readArticle, readArticleInput, type ReadArticle } from './read-article.ts'
import { correctionForm, type CorrectionFields } from './reading-form.ts'
import { standingDoubts } from './standing-doubts.ts'
import { words } from './words.ts'

const addressOf = (year: BlocYearRow) => [year.bloc.slug, year.slug] as const
const drafts = (c: WebContext, year: BlocYearRow) => mayDraft(actorOf(c), { bloc_year_id: year.id })
const isScript = (c: WebContext) => c.req.header('accept')?.startsWith('application/json') === true

async function showReadings(c: WebContext, year: BlocYearRow, form: FormState = emptyForm) {
  const at = addressOf(year)
  const title = words(c.var.locale).list.heading(year.label)
  return c.render(
    <ReadingsPage
      blocName={year.bloc.name}
      label={year.label}
      action={paths.readings(...at)}
      readings={await readingsOfYear(c.var.db, year.id)}
      hrefOf={(reading) => paths.reading(...at, reading)}
      form={drafts(c, year) ? form : null}
    />,
    { title, shell: 'workspace', blocYear: year.id, help: 'doc-bai-bao' },
  )
}

/** What was pasted or sent, or what is wrong with that as a whole. */
async function articleOf(
  c: WebContext,
  text: string,
  file: File | undefined,
): Promise<ReadArticle['article'] | FieldError> {
  const t = words(c.var.locale).list
  if (file !== undefined && text.trim() !== '') return { field: 'file', message: t.both }
  if (file !== undefined) return { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) }
  return text.trim() === '' ? { field: 'text', message: t.nothing } : { text }
}

async function postArticle(c: WebContext) {
  const year = await yearOf(c)
  demand(drafts(c, year))
  const form = await readForm(c, readArticleInput)
  const again = async (error: FieldError) => {
    c.status(422)
    return showReadings(c, year, { typed: form.typed, errors: [error] })
  }
  const article = await articleOf(c, form.typed['text'] ?? '', form.ok ? form.files.get('file') : undefined)
  if ('field' in article) return again(article)
  const read = await readArticle(c.var.db, actorOf(c), { blocYear: year.id, article }, c.var.now)
  if (read.ok) return c.redirect(paths.reading(...addressOf(year), read.reading), 303)
  return again({ field: 'text' in article ? 'text' : 'file', message: read.message[c.var.locale] })
}

type Shown = Pick<ReadingPageProps, 'conflict' | 'refused'> & { form?: FormState }

async function showReading(
  c: WebContext,
  year: BlocYearRow,
  reading: ReadingRow,
  { form = emptyForm, ...shown }: Shown = {},
) {
  const { db, now, locale } = c.var
  const at = addressOf(year)
  const { draft, source_text: source, id } = reading
  const members = await membersOn(db, year.id, draft.signing_date.value || dayOf(now))
  const hasAgreement = (await liveAgreement(db, year.id)) !== undefined
  const keeping = hasAgreement ? null : paths.keeping(...at, id)
  const mayCorrect = drafts(c, year) && reading.kept_at === null
  return c.render(
    <ReadingPage
      {...shown}
      blocName={year.bloc.name}
      reading={reading}
      doubts={standingDoubts(draft, source)}
      differences={differencesOf(draft, { ...year, members })}
      correction={mayCorrect ? { action: paths.reading(...at, id), keeping, form } : null}
      agreement={hasAgreement ? paths.agreement(...at) : null}
    />,
    { title: words(locale).show.heading, shell: 'workspace', blocYear: year.id, help: 'doc-bai-bao' },
  )
}

interface Correcting {
  year: BlocYearRow
  reading: ReadingRow
}

async function readingAt(c: WebContext): Promise<Correcting> {
  const year = await yearOf(c)
  return { year, reading: await readingOf(c.var.db, year.id, idParam(c, 'reading')) }
}

/** Both texts, with what was typed in the fields: it is saved by the next click and never before. */
async function showConflict(c: WebContext, { year, reading }: Correcting, given: CorrectionFields) {
  const saved = await readingOf(c.var.db, year.id, reading.id)
  const draft = correctDraft(saved.draft, given)
  const { contexts } = words(c.var.locale)
  c.status(409)
  const conflict = { theirs: spoken(saved.draft, contexts), mine: spoken(draft, contexts) }
  return showReading(c, year, { ...saved, draft }, { conflict })
}

function wrong(c: WebContext, { year, reading }: Correcting, form: FormState) {
  const [first] = form.errors
  if (isScript(c)) return c.json({ errors: form.errors, message: first?.message }, 422)
  c.status(422)
  return showReading(c, year, reading, { form })
}

/** Runs a command on what was typed; a conflict comes back as the page with both texts. */
async function withCorrections(
  c: WebContext,
  run: (given: CorrectionFields, at: Correcting) => Promise<Response>,
): Promise<Response> {
  const at = await readingAt(c)
  demand(drafts(c, at.year))
  const form = await readForm(c, correctionForm)
  if (!form.ok) return wrong(c, at, form)
  try {
    const ran = await attempt(run(form.value, at))
    if (ran.ok) return ran.value
    if (isScript(c)) throw ran.violation
    c.status(422)
    const refused = refusal(agreementWords(c.var.locale).violations, ran.violation)
    return showReading(c, at.year, await readingOf(c.var.db, at.year.id, at.reading.id), { refused })
  } catch (error) {
    if (!(error instanceof Conflict) || isScript(c)) throw error
    return showConflict(c, at, form.value)
  }
}

/** Where the page goes on after the pressed button: the new row, the list that lost one, the field that was mended. */
function placeOf(act: string | undefined, version: number, { draft, source_text: source }: ReadingRow): string {
  const [verb, what = ''] = act?.split('.') ?? []
  if (verb === 'add') return `${what}.v${version - 1}${what === 'movements' ? '.title' : ''}`
  if (verb === 'remove') return what
  const mended = standingDoubts(draft, source).find((one) => verb === 'take' && one.index === Number(what))
  return mended?.field ?? 'sua'
}

async function saveCorrections(c: WebContext) {
  return withCorrections(c, async (given, { year, reading }) => {
    const saved = await correctReading(c.var.db, actorOf(c), { ...given, reading: reading.id })
    if (isScript(c)) return c.json({ version: saved.version, savedAt: c.var.now.toISOString() })
    return c.redirect(
      `${paths.reading(...addressOf(year), reading.id)}#${placeOf(given.act, saved.version, reading)}`,
      303,
    )
  })
}

/** What stands in the fields is saved first, so that nothing typed stays behind. */
async function keep(c: WebContext) {
  return withCorrections(c, async (given, { year, reading }) => {
    const saved = await correctReading(c.var.db, actorOf(c), { ...given, reading: reading.id })
    const input = { reading: reading.id, version: saved.version, label: year.label }
    await keepReading(c.var.db, actorOf(c), input, c.var.now)
    return c.redirect(paths.editor(...addressOf(year)), 303)
  })
}

const at = [':bloc', ':year'] as const

export const readingRoutes: Route[] = [
  get(paths.readings(...at), 'signed-in', async (c) => showReadings(c, await yearOf(c))),
  post(paths.readings(...at), 'signed-in', postArticle),
  get(paths.reading(...at, ':reading'), 'signed-in', async (c) => {
    const { year, reading } = await readingAt(c)
    return showReading(c, year, reading)
  }),
  post(paths.reading(...at, ':reading'), 'signed-in', saveCorrections),
  post(paths.keeping(...at, ':reading'), 'signed-in', keep),
]
