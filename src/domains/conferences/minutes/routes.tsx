import { wordMediaType, writeDocx } from '#capabilities/documents/docx/write-docx.ts'
import { describeProblem, RenderError } from '#capabilities/documents/render-error.ts'
import { latestRevision } from '#capabilities/signatures/keeping/documents.ts'
import { words as blocWords } from '#domains/blocs/words.ts'
import { answerForm, type ReturnedForm } from '#platform/answer-form.ts'
import { demand, found, RuleViolation } from '#platform/errors.ts'
import { emptyForm } from '#platform/form.ts'
import { idParam } from '#platform/param.ts'
import { get, post, type Route, type WebContext } from '#platform/web.ts'
import { correctionRoutes } from '../corrections/routes.tsx'
import { minutesSigningRoutes } from '../minutes-signing/routes.tsx'
import { mayKeepMinutes } from './access.ts'
import { addPassage, addPassageInput } from './add-passage.ts'
import { gatherMinutes } from './gather-minutes.ts'
import type { CanonicalMinutes } from './minutes.ts'
import { minutesPaper } from './minutes-document.ts'
import { AddPassagePage, PassagePage } from './pages/passage-page.tsx'
import { minutesPaths } from './paths.ts'
import type { MinutesPieces } from './pieces.ts'
import { passagesOfMinutes, type MinutesRow } from './queries.ts'
import { minutesHead, readMinutesPlace, readNewestMinutes } from './read-minutes.ts'
import { renewPassages, renewPassagesInput } from './renew-passages.ts'
import { showMinutes, showVersion } from './show-routes.tsx'
import { startMinutes, startMinutesInput } from './start-minutes.ts'
import { words } from './words.ts'
import { writePassage, writePassageInput } from './write-passage.ts'

const ruleWords = { minutes: words, blocs: blocWords }

async function start(c: WebContext) {
  const { actor, at, conference } = await readMinutesPlace(c)
  demand(mayKeepMinutes(actor, conference))
  return answerForm(c, {
    schema: startMinutesInput.omit({ conference: true }),
    run: async (input) => {
      await startMinutes(c.var.db, actor, { ...input, conference: conference.id }, { now: c.var.now })
      return minutesPaths.one(...at)
    },
    again: (form) => showMinutes(c, form),
    words: ruleWords,
  })
}

/** The newest version for who keeps it. */
async function kept(c: WebContext) {
  const place = await readNewestMinutes(c)
  demand(mayKeepMinutes(place.actor, place.conference))
  return place
}

async function renew(c: WebContext) {
  const { actor, at, minutes } = await kept(c)
  return answerForm(c, {
    schema: renewPassagesInput.omit({ minutes: true }),
    run: async () => {
      await renewPassages(c.var.db, actor, { minutes: minutes.id }, c.var.now)
      return minutesPaths.one(...at)
    },
    again: (form) => showMinutes(c, form),
    words: ruleWords,
  })
}

async function showAdd(c: WebContext, form: ReturnedForm = emptyForm) {
  const place = await kept(c)
  return c.render(<AddPassagePage {...place} form={form} />, minutesHead(place, words(c.var.locale).addPassage))
}

async function add(c: WebContext) {
  const { actor, at, minutes } = await kept(c)
  return answerForm(c, {
    schema: addPassageInput.omit({ minutes: true }),
    run: async (input) => {
      await addPassage(c.var.db, actor, { ...input, minutes: minutes.id }, c.var.now)
      return minutesPaths.one(...at)
    },
    again: (form) => showAdd(c, form),
    words: ruleWords,
  })
}

async function showPassage(c: WebContext, form: ReturnedForm = emptyForm) {
  const place = await kept(c)
  const passages = await passagesOfMinutes(c.var.db, place.minutes.id)
  const passage = found(passages.find(({ id }) => id === idParam(c, 'passage')))
  return c.render(<PassagePage {...place} {...{ passage, form }} />, minutesHead(place, words(c.var.locale).edit))
}

async function write(c: WebContext) {
  const { actor, at, minutes } = await kept(c)
  return answerForm(c, {
    schema: writePassageInput.omit({ minutes: true, passage: true }),
    run: async (input) => {
      const ids = { minutes: minutes.id, passage: idParam(c, 'passage') }
      await writePassage(c.var.db, actor, { ...input, ...ids }, c.var.now)
      return `${minutesPaths.one(...at)}#doan-${ids.passage}`
    },
    again: (form) => showPassage(c, form),
    words: ruleWords,
  })
}

/** As it was fixed, or as it would be now. */
async function contentOf(c: WebContext, minutes: MinutesRow): Promise<CanonicalMinutes> {
  if (minutes.canonical_text !== null) return JSON.parse(minutes.canonical_text) as CanonicalMinutes
  const { now, tenant } = c.var
  return (await gatherMinutes(c.var.db, minutes.id, { now, tenantName: tenant.name })).canonical
}

/** Why the paper cannot be printed, in the reader's words. */
function unprintable(c: WebContext, error: unknown): never {
  if (!(error instanceof RenderError)) throw error
  throw new RuleViolation('minutes.cannotPrint', { reason: describeProblem(error.problem, c.var.locale) })
}

const file = (c: WebContext, bytes: Uint8Array, { type, name }: { type: string; name: string }) =>
  c.body(new Uint8Array(bytes), 200, {
    'content-type': type,
    'content-disposition': `${type === 'application/pdf' ? 'inline' : 'attachment'}; filename="${name}"`,
    'cache-control': 'no-store',
  })

async function preview(c: WebContext, { renderer }: MinutesPieces) {
  const { minutes } = await readNewestMinutes(c)
  const paper = minutesPaper(await contentOf(c, minutes), null)
  const printed = await renderer.renderPdf(paper).catch((error: unknown) => unprintable(c, error))
  return file(c, printed.pdf, { type: 'application/pdf', name: 'du-thao-bien-ban.pdf' })
}

async function showWord(c: WebContext, { renderer }: MinutesPieces) {
  const { minutes } = await readNewestMinutes(c)
  const docx = await writeDocx(minutesPaper(await contentOf(c, minutes), null), renderer)
  return file(c, docx, { type: wordMediaType, name: 'bien-ban.docx' })
}

async function showPaper(c: WebContext, { files }: MinutesPieces) {
  const { versions } = await readMinutesPlace(c)
  const asked = c.req.query('ban')
  const minutes = found(asked === undefined ? versions[0] : versions.find(({ version }) => String(version) === asked))
  const revision = await latestRevision(c.var.db, found(minutes.document_id))
  const name = `bien-ban-${minutes.version}.pdf`
  return file(c, await files.get(revision.sha256), { type: 'application/pdf', name })
}

const one = [':bloc', ':year{[0-9]{4}(?:-[0-9]{4})?}', ':conference'] as const

export const minutesRoutes = (pieces: MinutesPieces): Route[] => [
  get(minutesPaths.one(...one), 'signed-in', (c) => showMinutes(c)),
  post(minutesPaths.one(...one), 'signed-in', start),
  get(minutesPaths.version(...one, ':version'), 'signed-in', showVersion),
  post(minutesPaths.renewal(...one), 'signed-in', renew),
  get(minutesPaths.add(...one), 'signed-in', (c) => showAdd(c)),
  post(minutesPaths.add(...one), 'signed-in', add),
  get(minutesPaths.passage(...one, ':passage'), 'signed-in', (c) => showPassage(c)),
  post(minutesPaths.passage(...one, ':passage'), 'signed-in', write),
  get(minutesPaths.preview(...one), 'signed-in', (c) => preview(c, pieces)),
  get(minutesPaths.word(...one), 'signed-in', (c) => showWord(c, pieces)),
  get(minutesPaths.paper(...one), 'signed-in', (c) => showPaper(c, pieces)),
  ...correctionRoutes(one),
  ...minutesSigningRoutes(pieces, one),
]
