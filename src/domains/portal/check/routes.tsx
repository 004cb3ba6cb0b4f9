import { describeReport } from '#capabilities/signatures/report/describe-report.ts'
import { trustedRoots } from '#capabilities/signatures/keeping/authorities.ts'
import type { PdfReader } from '#capabilities/signatures/uploads/pdf-reader.ts'
import { largestPdf } from '#capabilities/signatures/verify-pdf.ts'
import type { FileStore } from '#platform/files.ts'
import { sentForm } from '#platform/form.ts'
import { printCode, readCode } from '#platform/id.ts'
import type { Limiter } from '#platform/limiter.ts'
import { param } from '#platform/param.ts'
import { get, post, type Route, type WebContext } from '#platform/web.ts'
import { paths } from '../paths.ts'
import { words } from '../words.ts'
import { checkKept, checkUpload, ourDocument } from './check-file.ts'
import { CheckPage, codeField, fileField } from './pages/check-page.tsx'
import { ResultPage } from './pages/result-page.tsx'
import { StandingPage } from './pages/standing-page.tsx'
import { documentByTypedCode } from './queries.ts'

export interface CheckPieces {
  files: FileStore
  pdfs: PdfReader
  /** How many files one address may have checked; in memory only. */
  uploads: Limiter
  /** The caller's address, seen through whatever proxy the operator set up. */
  addressOf: (c: WebContext) => string
}

function showCheck(c: WebContext, faults: { typedCode?: string; codeError?: string; fileError?: string } = {}) {
  const t = words(c.var.locale).check
  return c.render(<CheckPage typedCode="" {...faults} />, {
    title: t.title,
    shell: 'public',
    description: t.description,
  })
}

function askCode(c: WebContext) {
  const typed = c.req.query(codeField)
  if (typed === undefined) return showCheck(c)
  const code = readCode(typed.normalize('NFC')).slice(0, 40)
  if (code !== '') return c.redirect(paths.checkCode(code), 303)
  c.status(422)
  return showCheck(c, { typedCode: typed, codeError: words(c.var.locale).check.missingCode })
}

async function showByCode(c: WebContext, files: FileStore) {
  const t = words(c.var.locale).check
  const typed = param(c, 'code')
  const document = await documentByTypedCode(c.var.db, typed)
  if (document === undefined) {
    c.status(404)
    return showCheck(c, { typedCode: printCode(typed), codeError: t.wrongCode })
  }
  if (document.code !== typed) return c.redirect(paths.checkCode(document.code), 303)
  const ours = await ourDocument(c.var.db, document)
  const title = ours.paper === null ? t.title : `${t.title}: ${document.title}`
  const head = { title, shell: 'public', description: t.description } as const
  if (ours.paper === null) return c.render(<StandingPage ours={ours} />, head)
  const checked = await checkKept(c.var.db, files, ours, c.var.now)
  if ('problem' in checked.report) throw new Error(`the kept paper ${document.id} cannot be read`)
  return c.render(<ResultPage {...checked} report={checked.report} isUpload={false} />, head)
}

type Read = { ok: true; bytes: Uint8Array } | { ok: false; error: 'noFile' | 'emptyFile' | 'tooLarge' }

async function readUpload(c: WebContext): Promise<Read> {
  const form = await sentForm(c)
  const file = form.get(fileField)
  if (!(file instanceof File) || (file.name === '' && file.size === 0)) return { ok: false, error: 'noFile' }
  if (file.size === 0) return { ok: false, error: 'emptyFile' }
  if (file.size > largestPdf) return { ok: false, error: 'tooLarge' }
  return { ok: true, bytes: new Uint8Array(await file.arrayBuffer()) }
}

async function checkPosted(c: WebContext, { uploads, addressOf, pdfs }: CheckPieces) {
  const t = words(c.var.locale).check
  const minutes = uploads.take(addressOf(c), c.var.now)
  if (minutes > 0) {
    c.status(429)
    return showCheck(c, { fileError: t.tooMany(minutes) })
  }
  const upload = await readUpload(c)
  if (!upload.ok) {
    c.status(422)
    return showCheck(c, { fileError: t[upload.error] })
  }
  const checked = await checkUpload(c.var.db, pdfs, upload.bytes, c.var.now)
  if ('problem' in checked.report) {
    c.status(checked.report.problem === 'busy' ? 503 : 422)
    return showCheck(c, { fileError: describeReport(checked.report, c.var.locale).sentences.join(' ') })
  }
  const page = <ResultPage {...checked} report={checked.report} isUpload />
  return c.render(page, { title: t.title, shell: 'public' })
}

const pemOf = (der: Uint8Array) => {
  const lines = Buffer.from(der)
    .toString('base64')
    .replace(/.{64}(?=.)/g, '$&\n')
  return `-----BEGIN CERTIFICATE-----\n${lines}\n-----END CERTIFICATE-----\n`
}

async function sendRoots(c: WebContext) {
  const pem = (await trustedRoots(c.var.db)).map(pemOf).join('')
  return c.body(pem, 200, { 'content-type': 'application/x-pem-file', 'cache-control': 'no-store' })
}

/** What is said about someone's own file is for that person alone. */
async function unkept(answer: Response | Promise<Response>): Promise<Response> {
  const response = await answer
  response.headers.set('cache-control', 'no-store')
  return response
}

export const checkRoutes = (pieces: CheckPieces): Route[] => [
  get(paths.check, 'public', askCode),
  post(paths.check, 'public', (c) => unkept(checkPosted(c, pieces))),
  get(paths.roots, 'public', sendRoots),
  get(paths.checkCode(':code'), 'public', (c) => showByCode(c, pieces.files)),
]
