import { historyOf } from '#capabilities/audit/history.ts'
import { tellHistory } from '#capabilities/audit/tell-history.ts'
import { lookAt } from '#capabilities/audit/views.ts'
import { describeProblem, RenderError } from '#capabilities/documents/render-error.ts'
import { documentById, latestRevision } from '#capabilities/signatures/keeping/documents.ts'
import { answerForm, type ReturnedForm } from '#platform/answer-form.ts'
import { worksFor } from '#platform/actor.ts'
import { attempt, refusal } from '#platform/attempt.ts'
import { dayOf } from '#platform/clock.ts'
import { demand, found, RuleViolation } from '#platform/errors.ts'
import { emptyForm, readForm } from '#platform/form.ts'
import { param } from '#platform/param.ts'
import { actorOf, get, post, type Route, type WebContext } from '#platform/web.ts'
import { words as blocWords } from '../words.ts'
import { blocYear, yearById, type BlocYearRow } from '../queries.ts'
import { yearHead } from '../read-year.ts'
import { mayKeepBook, maySetOut, readsYear } from './access.ts'
import { freezeHandover, freezeHandoverInput } from './freeze-handover.ts'
import { gatherHandover } from './gather-handover.ts'
import { handoverCan, type CanonicalHandover } from './handover.ts'
import { handoverPaper } from './handover-document.ts'
import { BookPage } from './pages/book-page.tsx'
import { EditHandoverPage } from './pages/edit-page.tsx'
import { HandoverPage } from './pages/handover-page.tsx'
import { HandoversPage } from './pages/handovers-page.tsx'
import { handoverPaths } from './paths.ts'
import type { HandoverPieces } from './pieces.ts'
import { handoverSigners, namedChangesOf, notesOf, openChangesOf, versionsOf, type NamedChange } from './queries.ts'
import { handoverOf, handoverSigningRoutes, ownSeat } from './signing-routes.tsx'
import { startHandover, startHandoverInput } from './start-handover.ts'
import { words } from './words.ts'
import { writeHandover, writeHandoverInput } from './write-handover.ts'
import { writeNote, writeNoteInput } from './write-note.ts'

const ruleWords = { handover: words, blocs: blocWords }
const head = (c: WebContext, year: BlocYearRow, title = words(c.var.locale).title) => ({
  ...yearHead(year, title),
  help: 'ban-giao-khoi-truong',
})

/** The year of the address, for its bloc, the authority, and a head who is new to the bloc. */
async function yearOf(c: WebContext) {
  const year = await blocYear(c.var.db, param(c, 'bloc'), param(c, 'year'))
  const changes = await namedChangesOf(c.var.db, year)
  const actor = actorOf(c)
  const takesOver = changes.some(({ receiving }) => worksFor(actor, receiving))
  demand(readsYear(actor, { bloc_year_id: year.id }) || takesOver)
  return { year, changes }
}

/** For the pages of a year: changes of head not handed over yet, for who may read of it. */
export async function openChangesFor(c: WebContext, year: BlocYearRow): Promise<NamedChange[]> {
  return readsYear(actorOf(c), { bloc_year_id: year.id }) ? openChangesOf(c.var.db, year) : []
}

async function draftOf(c: WebContext) {
  const { year, handover } = await handoverOf(c)
  demand(maySetOut(actorOf(c), handover))
  return { year, handover, at: [year.bloc.slug, year.slug, handover.id] as const }
}

async function showList(c: WebContext, refused?: string) {
  const { year, changes } = await yearOf(c)
  const years = await Promise.all(
    [...new Set(changes.map((change) => change.year))].map((id) => yearById(c.var.db, id)),
  )
  const slugs = new Map(years.map(({ id, slug }) => [id, slug]))
  const mayBegin = ({ giving }: { giving: string }) => maySetOut(actorOf(c), { giving_unit_id: giving })
  return c.render(
    <HandoversPage year={year} changes={changes} slugs={slugs} mayBegin={mayBegin} refused={refused} />,
    head(c, year),
  )
}

async function begin(c: WebContext) {
  const { year } = await yearOf(c)
  return answerForm(c, {
    schema: startHandoverInput.omit({ blocYear: true }),
    run: async ({ term }) => {
      const id = await startHandover(c.var.db, actorOf(c), { blocYear: year.id, term }, c.var.now)
      return handoverPaths.edit(year.bloc.slug, year.slug, id)
    },
    again: ({ refused }) => showList(c, refused),
    words: ruleWords,
  })
}

const gatheredNow = (c: WebContext, pieces: HandoverPieces, id: string) =>
  gatherHandover(c.var.db, id, { ...pieces, tenantName: c.var.tenant.name, now: c.var.now })

async function showOne(c: WebContext, pieces: HandoverPieces, refused?: string) {
  const { db, now, locale } = c.var
  const { year, handover } = await handoverOf(c)
  const actor = actorOf(c)
  const isDraft = handoverCan('edit', handover)
  const gathered = isDraft ? await gatheredNow(c, pieces, handover.id) : undefined
  const content = gathered?.canonical ?? (JSON.parse(found(handover.canonical_text)) as CanonicalHandover)
  const isOwn = worksFor(actor, handover.giving_unit_id) || worksFor(actor, handover.receiving_unit_id)
  const t = words(locale)
  const props = {
    year,
    handover,
    content,
    missing: gathered?.missing ?? [],
    signers: await handoverSigners(db, handover.id),
    code: handover.document_id === null ? null : (await documentById(db, handover.document_id)).code,
    versions: await versionsOf(db, handover),
    history: tellHistory(await historyOf(db, handover.id), t.deeds),
    views: await lookAt(db, actor, { kind: 'handover', id: handover.id }, { isOwn, now }),
    may: { edit: isDraft && maySetOut(actor, handover), sign: (await ownSeat(c, handover))?.place.state === 'waiting' },
    refused,
  }
  return c.render(<HandoverPage {...props} />, head(c, year, t.recordTitle(String(handover.version))))
}

async function showEdit(c: WebContext, form: ReturnedForm = emptyForm) {
  const { year, handover, at } = await draftOf(c)
  if (!handoverCan('edit', handover)) return c.redirect(handoverPaths.one(...at), 303)
  return c.render(<EditHandoverPage year={year} handover={handover} form={form} />, head(c, year))
}

async function write(c: WebContext) {
  const { handover, at } = await draftOf(c)
  return answerForm(c, {
    schema: writeHandoverInput.omit({ handover: true }),
    run: async (input) => {
      await writeHandover(c.var.db, actorOf(c), { ...input, handover: handover.id }, c.var.now)
      return handoverPaths.one(...at)
    },
    again: (form) => showEdit(c, form),
    words: ruleWords,
  })
}

/** Why the paper cannot be printed, in the reader's words. */
function unprintable(c: WebContext, error: unknown): never {
  if (!(error instanceof RenderError)) throw error
  throw new RuleViolation('handover.cannotPrint', { reason: describeProblem(error.problem, c.var.locale) })
}

async function freeze(c: WebContext, pieces: HandoverPieces) {
  const { handover, at } = await draftOf(c)
  const form = await readForm(c, freezeHandoverInput.omit({ handover: true }))
  const all = { ...pieces, tenantName: c.var.tenant.name, now: c.var.now, siteUrl: pieces.baseUrl(c) }
  const command = freezeHandover(
    c.var.db,
    actorOf(c),
    { handover: handover.id, isMeant: form.ok && form.value.isMeant },
    all,
  )
  const frozen = await attempt(command.catch((error: unknown) => unprintable(c, error)))
  if (frozen.ok) return c.redirect(handoverPaths.one(...at), 303)
  c.status(422)
  return showOne(c, pieces, refusal(words(c.var.locale).violations, frozen.violation))
}

const pdf = (c: WebContext, bytes: Uint8Array, name: string) =>
  c.body(new Uint8Array(bytes), 200, {
    'content-type': 'application/pdf',
    'content-disposition': `inline; filename="${name}.pdf"`,
    'cache-control': 'no-store',
  })

async function preview(c: WebContext, pieces: HandoverPieces) {
  const { handover } = await handoverOf(c)
  const { canonical, missing } = await gatheredNow(c, pieces, handover.id)
  const printed = await pieces.renderer
    .renderPdf(handoverPaper(canonical, null, missing))
    .catch((error: unknown) => unprintable(c, error))
  return pdf(c, printed.pdf, 'du-thao-bien-ban-ban-giao')
}

async function showPaper(c: WebContext, { files }: HandoverPieces) {
  const { year, handover } = await handoverOf(c)
  const revision = await latestRevision(c.var.db, found(handover.document_id))
  return pdf(c, await files.get(revision.sha256), `bien-ban-ban-giao-${year.bloc.slug}-${year.slug}`)
}

async function showBook(c: WebContext, form: ReturnedForm = emptyForm) {
  const { year } = await yearOf(c)
  const notes = await notesOf(c.var.db, year.id)
  const props = { year, notes, today: dayOf(c.var.now), mayWrite: mayKeepBook(actorOf(c), year.id), form }
  return c.render(<BookPage {...props} />, head(c, year, words(c.var.locale).book))
}

async function addNote(c: WebContext) {
  const { year } = await yearOf(c)
  return answerForm(c, {
    schema: writeNoteInput.omit({ blocYear: true }),
    run: async (input) => {
      await writeNote(c.var.db, actorOf(c), { ...input, blocYear: year.id }, c.var.now)
      return handoverPaths.book(year.bloc.slug, year.slug)
    },
    again: (form) => showBook(c, form),
    words: ruleWords,
  })
}

const at = [':bloc', ':year{[0-9]{4}(?:-[0-9]{4})?}'] as const
const one = [...at, ':handover'] as const

export const handoverRoutes = (pieces: HandoverPieces): Route[] => [
  get(handoverPaths.list(...at), 'signed-in', (c) => showList(c)),
  post(handoverPaths.list(...at), 'signed-in', begin),
  get(handoverPaths.one(...one), 'signed-in', (c) => showOne(c, pieces)),
  get(handoverPaths.edit(...one), 'signed-in', (c) => showEdit(c)),
  post(handoverPaths.edit(...one), 'signed-in', write),
  get(handoverPaths.preview(...one), 'signed-in', (c) => preview(c, pieces)),
  post(handoverPaths.freezing(...one), 'signed-in', (c) => freeze(c, pieces)),
  get(handoverPaths.paper(...one), 'signed-in', (c) => showPaper(c, pieces)),
  get(handoverPaths.book(...at), 'signed-in', (c) => showBook(c)),
  post(handoverPaths.book(...at), 'signed-in', addNote),
  ...handoverSigningRoutes(pieces, one),
]
