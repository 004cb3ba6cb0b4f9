import type { ErrorHandler } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { Conflict, Forbidden, NotFound, RuleViolation } from '#platform/errors.ts'
import type { Log } from '#platform/log.ts'
import { outageOf } from '#platform/outage.ts'
import type { Web, WebContext } from '#platform/web.ts'
import { describeFault } from './describe-fault.ts'
import { answerProblem, isOfApi, keyFor, languageOf, problemOf } from './api/problem.ts'
import { sentenceOf, type Violations } from './violations.ts'
import { words } from './words.ts'

interface Answer {
  status: 403 | 404 | 409 | 413 | 422 | 500 | 503
  title: string
  body: string
  theirs?: string
}

function answerOf(error: Error, catalogues: Violations, c: WebContext): Answer {
  const t = words(c.var.locale).errors
  if (error instanceof NotFound) return { status: 404, title: t.notFound, body: t.notFoundBody }
  if (error instanceof Forbidden) return { status: 403, title: t.forbidden, body: t.forbiddenBody }
  if (error instanceof RuleViolation) {
    return { status: 422, title: t.rule, body: sentenceOf(error, catalogues, c.var.locale) }
  }
  if (error instanceof Conflict) return { status: 409, title: t.conflict, body: t.conflictBody, theirs: error.theirs }
  const outage = outageOf(error)
  if (outage !== undefined) return { status: 503, title: t.outage, body: t.outageBody[outage] }
  return { status: 500, title: t.failed, body: `${t.failedBody} ${t.requestId(c.var.requestId)}` }
}

/** Where someone goes who must first sign in, say the password once more, or switch on a second factor. */
const doors = {
  'sign-in': '/dang-nhap',
  'step-up': '/xac-nhan',
  'second-factor': '/tai-khoan/xac-thuc-hai-buoc',
} as const

function door(error: Error, c: WebContext): string | undefined {
  if (!(error instanceof Forbidden) || error.reason === 'not-allowed') return undefined
  const back = c.req.method === 'GET' ? c.req.path + new URL(c.req.url).search : pageBefore(c)
  return `${doors[error.reason]}?ve=${encodeURIComponent(back)}`
}

function pageBefore(c: WebContext): string {
  const referer = c.req.header('referer') ?? ''
  return URL.canParse(referer) ? new URL(referer).pathname : '/'
}

const wantsJson = (c: WebContext) => c.req.header('accept')?.startsWith('application/json') === true

const Sheet = ({ answer, locale }: { answer: Answer; locale: 'vi' | 'en' }) => (
  <>
    <p>{answer.body}</p>
    {answer.theirs && <blockquote>{answer.theirs}</blockquote>}
    <p>
      <a href="/">{words(locale).errors.goHome}</a>
    </p>
  </>
)

function showAnswer(c: WebContext, answer: Answer) {
  c.status(answer.status)
  return c.render(<Sheet answer={answer} locale={c.var.locale} />, { title: answer.title, shell: 'plain' })
}

/** What was sent is larger than anyone may send, and was not read. */
export function tooLarge(c: WebContext) {
  const t = words(c.var.locale).errors
  if (isOfApi(c)) return answerProblem(c, { status: 413, title: t.tooLarge, detail: t.tooLargeBody, key: keyFor(413) })
  if (wantsJson(c)) return c.json({ problem: 'TooLarge', message: t.tooLargeBody }, 413)
  return showAnswer(c, { status: 413, title: t.tooLarge, body: t.tooLargeBody })
}

const keyIn = (error: Error) => (error instanceof RuleViolation || error instanceof Conflict ? error.key : undefined)

interface Telling {
  log: Log
  catalogues: Violations
}

/** What is answered; a fault of ours is logged with it. */
function notedAnswer(c: WebContext, error: Error, { log, catalogues }: Telling): Answer {
  const answer = answerOf(error, catalogues, c)
  if (answer.status >= 500) {
    log.error({ request: c.var.requestId, outage: outageOf(error), fault: describeFault(error) })
  }
  if (answer.status === 503) c.header('retry-after', '60')
  return answer
}

/** A program is told a problem: of its request, or what a page would say. */
function answerProgram(c: WebContext, error: Error, telling: Telling) {
  c.set('locale', languageOf(c))
  const wrong = problemOf(error, telling.catalogues, c.var.locale)
  if (wrong !== undefined) return answerProblem(c, wrong)
  const { status, title, body: detail } = notedAnswer(c, error, telling)
  return answerProblem(c, { status, title, detail, key: keyIn(error) ?? keyFor(status) })
}

/** The one place where the four errors become pages; whatever else is thrown is a fault of ours and is logged. */
export function errorPage(log: Log, catalogues: Violations): ErrorHandler<Web> {
  return async (error, c) => {
    if (error instanceof HTTPException) return error.getResponse()
    if (isOfApi(c)) return answerProgram(c, error, { log, catalogues })
    const elsewhere = door(error, c)
    if (elsewhere !== undefined && !wantsJson(c)) return c.redirect(elsewhere, 303)
    const answer = notedAnswer(c, error, { log, catalogues })
    if (!wantsJson(c)) return showAnswer(c, answer)
    const problem = keyIn(error) ?? error.name
    return c.json({ problem, message: answer.body, door: elsewhere, theirs: answer.theirs }, answer.status)
  }
}
