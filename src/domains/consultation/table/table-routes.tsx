import { wordMediaType, writeDocx } from '#capabilities/documents/docx/write-docx.ts'
import { describeProblem, RenderError } from '#capabilities/documents/render-error.ts'
import type { Renderer } from '#capabilities/documents/render-pdf.ts'
import { writeList } from '#capabilities/spreadsheets/write-list.ts'
import { words as blocWords } from '#domains/blocs/words.ts'
import { answerForm } from '#platform/answer-form.ts'
import { dayOf } from '#platform/clock.ts'
import { demand, RuleViolation } from '#platform/errors.ts'
import { idParam } from '#platform/param.ts'
import { get, post, type Route, type WebContext } from '#platform/web.ts'
import { decidesComments, mayDecideComment, mayPublishOutcome } from '../access.ts'
import { decidedAlone } from '../comments/comment.ts'
import { commentOf, sentComments, type CommentRow } from '../comments/queries.ts'
import { consultationCan } from '../drafts/consultation.ts'
import { provisionsOf } from '../drafts/queries.ts'
import type { Failed } from '../pages/comment-form.tsx'
import { consultationPaths } from '../paths.ts'
import { consultationPattern, placeHead, readConsultation, type PlaceOfConsultation } from '../read-place.ts'
import { words } from '../words.ts'
import { decideComment, decideCommentInput } from './decide-comment.ts'
import { TablePage } from './pages/table-page.tsx'
import { publishOutcome, publishOutcomeInput } from './publish-outcome.ts'
import { tablePaper } from './table-document.ts'
import { tableSheet } from './table-sheet.ts'

export interface TablePieces {
  renderer: Pick<Renderer, 'renderPdf' | 'renderPicture'>
}

const ruleWords = { consultation: words, policyComments: words, blocs: blocWords }
const help = 'gop-y-chinh-sach'

function publishingOf({ actor, year, consultation, isOpen }: PlaceOfConsultation, comments: readonly CommentRow[]) {
  const isDue = isOpen && consultationCan('publish', consultation) && decidesComments(actor, year.id)
  if (!isDue) return 'not'
  const alone = { bloc_year_id: year.id, decidedAlone: decidedAlone(comments) }
  return mayPublishOutcome(actor, alone) ? 'may' : 'apart'
}

async function showTable(c: WebContext, failed?: Failed) {
  const place = await readConsultation(c)
  const { year, at, actor, consultation, isOpen } = place
  const comments = await sentComments(c.var.db, consultation.id)
  const isTime = isOpen && consultationCan('decide', consultation)
  const decided = comments.filter((comment) => isTime && mayDecideComment(actor, comment))
  const props = {
    year,
    at,
    consultation,
    provisions: await provisionsOf(c.var.db, consultation.id),
    comments,
    decides: new Set(decided.map(({ id }) => id)),
    publishing: publishingOf(place, comments),
    failed,
  } as const
  return c.render(<TablePage {...props} />, placeHead(year, words(c.var.locale).table, help))
}

async function decide(c: WebContext) {
  const { actor, here, ids } = await readConsultation(c)
  const comment = await commentOf(c.var.db, ids.consultation, idParam(c, 'comment'))
  demand(mayDecideComment(actor, comment))
  return answerForm(c, {
    schema: decideCommentInput.omit({ blocYear: true, consultation: true, comment: true }),
    run: async (input) => {
      await decideComment(c.var.db, actor, { ...input, ...ids, comment: comment.id }, c.var.now)
      return `${consultationPaths.table(...here)}#y-${comment.id}`
    },
    again: (form) => showTable(c, { key: comment.id, form }),
    words: ruleWords,
  })
}

async function publish(c: WebContext) {
  const { actor, year, here, ids } = await readConsultation(c)
  demand(decidesComments(actor, year.id))
  return answerForm(c, {
    schema: publishOutcomeInput.omit({ blocYear: true, consultation: true }),
    run: async (input) => {
      await publishOutcome(c.var.db, actor, { ...input, ...ids }, c.var.now)
      return consultationPaths.table(...here)
    },
    again: (form) => showTable(c, { key: 'publish', form }),
    words: ruleWords,
  })
}

const headersOf = (type: string, name: string, isShown = false) => ({
  'content-type': type,
  'content-disposition': `${isShown ? 'inline' : 'attachment'}; filename="${name}"`,
  'cache-control': 'no-store',
})

async function sendWorkbook(c: WebContext) {
  const { consultation } = await readConsultation(c)
  const comments = await sentComments(c.var.db, consultation.id)
  const provisions = await provisionsOf(c.var.db, consultation.id)
  const bytes = await writeList(tableSheet(consultation.title, comments, provisions))
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
  return c.body(new Uint8Array(bytes), 200, headersOf(type, `tong-hop-${consultation.slug}.xlsx`))
}

async function paperOf(c: WebContext) {
  const { year, consultation } = await readConsultation(c)
  const { db, now, tenant } = c.var
  const { title, published_at: published } = consultation
  const comments = await sentComments(db, consultation.id)
  const provisions = await provisionsOf(db, consultation.id)
  const material = { title, provisions, comments, day: dayOf(published ?? now), isDraft: published === null }
  return { slug: consultation.slug, paper: tablePaper(material, { parent: tenant.name, name: year.bloc.name }) }
}

async function sendPaper(c: WebContext, { renderer }: TablePieces, kind: 'pdf' | 'docx') {
  const { slug, paper } = await paperOf(c)
  const printed = kind === 'pdf' ? renderer.renderPdf(paper).then(({ pdf }) => pdf) : writeDocx(paper, renderer)
  const bytes = await printed.catch((error: unknown) => {
    if (!(error instanceof RenderError)) throw error
    throw new RuleViolation('policyComments.cannotPrint', { reason: describeProblem(error.problem, c.var.locale) })
  })
  const type = kind === 'pdf' ? 'application/pdf' : wordMediaType
  return c.body(new Uint8Array(bytes), 200, headersOf(type, `tong-hop-${slug}.${kind}`, kind === 'pdf'))
}

const one = consultationPattern

export const tableRoutes = (pieces: TablePieces): Route[] => [
  get(consultationPaths.table(...one), 'signed-in', (c) => showTable(c)),
  post(consultationPaths.decision(':comment', ...one), 'signed-in', decide),
  get(consultationPaths.workbook(...one), 'signed-in', sendWorkbook),
  get(consultationPaths.pdf(...one), 'signed-in', (c) => sendPaper(c, pieces, 'pdf')),
  get(consultationPaths.docx(...one), 'signed-in', (c) => sendPaper(c, pieces, 'docx')),
  post(consultationPaths.publication(...one), 'signed-in', publish),
]
