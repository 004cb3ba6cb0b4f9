import { demandQuietPdf } from '#capabilities/signatures/uploads/demand-quiet-pdf.ts'
import type { PdfReader } from '#capabilities/signatures/uploads/pdf-reader.ts'
import { words as uploadWords } from '#capabilities/signatures/uploads/words.ts'
import { documentById, revisionsOf } from '#capabilities/signatures/keeping/documents.ts'
import { sayingWhy } from '#capabilities/signatures/keeping/saying-why.ts'
import type { SealPieces } from '#capabilities/signatures/keeping/seals.ts'
import { words as signatureWords } from '#capabilities/signatures/keeping/words.ts'
import { hasSteppedUp } from '#platform/actor.ts'
import { answerForm, type ReturnedForm } from '#platform/answer-form.ts'
import { attempt, refusalOf } from '#platform/attempt.ts'
import { dayOf } from '#platform/clock.ts'
import { demand, Forbidden, found } from '#platform/errors.ts'
import { emptyForm, readForm, type FormState } from '#platform/form.ts'
import { printCode } from '#platform/id.ts'
import { idParam } from '#platform/param.ts'
import { actorOf, get, post, type Route, type WebContext } from '#platform/web.ts'
import { readCanonical } from '../canonical-text.ts'
import { paths } from '../paths.ts'
import { signersOf, type AgreementRow } from '../queries.ts'
import type { SigningPieces } from '../signing/begin-signature.ts'
import type { GivingPieces } from '../signing/give-agreement-signature.ts'
import { seatsOn } from '../signing/signer.ts'
import { words as signingWords } from '../signing/words.ts'
import { words as agreementWords } from '../words.ts'
import { agreementOf } from '../year-of.ts'
import { mayBringScan, mayWitness } from './access.ts'
import { addScan, addScanInput } from './add-scan.ts'
import { confirmScan } from './confirm-scan.ts'
import { PenPage } from './pages/pen-page.tsx'
import { ScanPage } from './pages/scan-page.tsx'
import { mediaTypeOfFile, scanById, scansOf, witnessesOf } from './queries.ts'
import { refuseScan, refuseScanInput } from './refuse-scan.ts'
import { withdrawScan, withdrawScanInput } from './withdraw-scan.ts'
import { seenBy } from './witness.ts'
import { words } from './words.ts'

/** What the seal needs besides the tenant's name, which the request brings. */
export interface PenPieces extends SigningPieces, GivingPieces, Omit<SealPieces, 'tenantName'> {
  pdfs: PdfReader
}

const ruleWords = {
  pen: words,
  signing: signingWords,
  agreement: agreementWords,
  signatures: signatureWords,
  uploads: uploadWords,
}

async function penAt(c: WebContext) {
  const here = await agreementOf(c)
  const unit = idParam(c, 'unit')
  const place = found((await signersOf(c.var.db, here.agreement.id)).find(({ unit_id }) => unit_id === unit))
  demand(mayBringScan(actorOf(c), here.agreement, unit))
  return { ...here, unit, place }
}

/** Whom the text names, and who may sign in that person's stead today. */
async function signersFor(c: WebContext, agreement: AgreementRow, place: Awaited<ReturnType<typeof penAt>>['place']) {
  const named = { mandate: place.mandate_id, name: place.signer_name, post: place.signer_post }
  const seats = await seatsOn(c.var.db, agreement, [place], dayOf(c.var.now))
  return [named, ...seats.flatMap(({ signer, isSubstitute }) => (isSubstitute ? [signer] : []))]
}

async function showPen(c: WebContext, form: ReturnedForm = emptyForm) {
  const { year, agreement, at, unit, place } = await penAt(c)
  if (agreement.canonical_text === null || place.state !== 'waiting') return c.redirect(paths.agreement(...at), 303)
  const scans = (await scansOf(c.var.db, agreement.id)).filter((scan) => scan.unit_id === unit)
  return c.render(
    <PenPage
      bloc={at[0]}
      year={at[1]}
      title={agreement.title}
      unitName={place.unit_name}
      unit={unit}
      copies={readCanonical(agreement.canonical_text).copies}
      signers={await signersFor(c, agreement, place)}
      scans={scans}
      form={form}
    />,
    { title: words(c.var.locale).heading, shell: 'workspace', blocYear: year.id, help: 'ky-tren-giay' },
  )
}

async function bring(c: WebContext, pieces: PenPieces) {
  const { agreement, at, unit } = await penAt(c)
  return answerForm(c, {
    schema: addScanInput.omit({ agreement: true, unit: true }),
    run: async (input, files) => {
      const file = files.get('scan')
      const scan = file === undefined ? new Uint8Array() : new Uint8Array(await file.arrayBuffer())
      await demandQuietPdf(pieces.pdfs, scan)
      const all = { ...input, agreement: agreement.id, unit }
      const id = await addScan(c.var.db, actorOf(c), all, { now: c.var.now, files: pieces.files, scan })
      return paths.scan(...at, id)
    },
    again: (form) => showPen(c, form),
    words: ruleWords,
  })
}

/** A scan of the agreement of the address. */
async function scanAt(c: WebContext) {
  const at = await agreementOf(c)
  const scan = await scanById(c.var.db, idParam(c, 'scan'))
  found(scan.agreement_id === at.agreement.id ? scan : null)
  return { ...at, scan }
}

async function showScan(c: WebContext, { form = emptyForm, refused }: { form?: FormState; refused?: string } = {}) {
  const { db } = c.var
  const { year, agreement, at, scan } = await scanAt(c)
  const actor = actorOf(c)
  const seen = await seenBy(db, scan, agreement.bloc_year_id)
  const mayLook = scan.state === 'waiting' && mayWitness(actor, seen)
  if (mayLook && !hasSteppedUp(actor, c.var.now)) throw new Forbidden('step-up')
  const place = (await signersOf(db, agreement.id)).find(({ unit_id }) => unit_id === scan.unit_id)
  return c.render(
    <ScanPage
      bloc={at[0]}
      year={at[1]}
      title={agreement.title}
      unitName={place?.unit_name ?? ''}
      code={printCode((await documentById(db, scan.document_id)).code)}
      text={readCanonical(found(agreement.canonical_text))}
      scan={scan}
      witnesses={await witnessesOf(db, [scan.id])}
      isImage={(await mediaTypeOfFile(db, scan.scan_sha256)).startsWith('image/')}
      mayWitness={mayLook}
      mayWithdraw={scan.state === 'waiting' && mayBringScan(actor, agreement, scan.unit_id)}
      refused={refused}
      form={form}
    />,
    { title: words(c.var.locale).heading, shell: 'workspace', blocYear: year.id, help: 'ky-tren-giay' },
  )
}

async function witness(c: WebContext, pieces: PenPieces) {
  const { scan, at } = await scanAt(c)
  const { secretKey, passphrase, isSample } = pieces
  const seal = { secretKey, passphrase, isSample, tenantName: c.var.tenant.name }
  const all = { ...pieces, seal, now: c.var.now }
  const confirmed = await attempt(sayingWhy(confirmScan(c.var.db, actorOf(c), { scan: scan.id }, all)))
  if (confirmed.ok) return c.redirect(confirmed.value.signed ? paths.agreement(...at) : paths.scan(...at, scan.id), 303)
  c.status(422)
  const { violation } = confirmed
  const isBusy = violation.key === 'signatures.busy'
  const refused = isBusy ? words(c.var.locale).look.busy : refusalOf(violation, ruleWords, c.var.locale)
  return showScan(c, { refused })
}

async function refuse(c: WebContext) {
  const { scan, at } = await scanAt(c)
  const form = await readForm(c, refuseScanInput.pick({ reason: true }))
  if (!form.ok) {
    c.status(422)
    return showScan(c, { form })
  }
  await refuseScan(c.var.db, actorOf(c), { scan: scan.id, reason: form.value.reason }, c.var.now)
  return c.redirect(paths.scan(...at, scan.id), 303)
}

async function withdraw(c: WebContext) {
  const { scan, agreement, at } = await scanAt(c)
  demand(mayBringScan(actorOf(c), agreement, scan.unit_id))
  const form = await readForm(c, withdrawScanInput.pick({ reason: true }))
  if (!form.ok) {
    c.status(422)
    return showScan(c)
  }
  await withdrawScan(c.var.db, actorOf(c), { scan: scan.id, reason: form.value.reason }, c.var.now)
  return c.redirect(paths.pen(...at, scan.unit_id), 303)
}

/** Looked at in the page itself: pictures and PDF only, never as anything else. */
async function sendScan(c: WebContext, { files }: PenPieces) {
  const { scan } = await scanAt(c)
  return c.body(new Uint8Array(await files.get(scan.scan_sha256)), 200, {
    'content-type': await mediaTypeOfFile(c.var.db, scan.scan_sha256),
    'content-disposition': `inline; filename="ban-quet-${scan.scan_sha256.slice(0, 8)}"`,
    'x-content-type-options': 'nosniff',
    'cache-control': 'private, no-store',
  })
}

/** Revision 0: the paper before any signature, as it is printed for pens. */
async function sendBlank(c: WebContext, { files }: PenPieces) {
  const { agreement, at } = await agreementOf(c)
  const [base] = await revisionsOf(c.var.db, found(agreement.document_id))
  return c.body(new Uint8Array(await files.get(found(base).sha256)), 200, {
    'content-type': 'application/pdf',
    'content-disposition': `inline; filename="ban-de-in-${at[0]}-${at[1]}.pdf"`,
    'cache-control': 'no-store',
  })
}

const at = [':bloc', ':year'] as const

export const penRoutes = (pieces: PenPieces): Route[] => [
  get(paths.blankPaper(...at), 'signed-in', (c) => sendBlank(c, pieces)),
  get(paths.pen(...at, ':unit'), 'signed-in', (c) => showPen(c)),
  post(paths.pen(...at, ':unit'), 'signed-in', (c) => bring(c, pieces)),
  get(paths.scan(...at, ':scan'), 'signed-in', (c) => showScan(c)),
  get(paths.scanFile(...at, ':scan'), 'signed-in', (c) => sendScan(c, pieces)),
  post(paths.scanWitness(...at, ':scan'), 'signed-in', (c) => witness(c, pieces)),
  post(paths.scanRefusal(...at, ':scan'), 'signed-in', refuse),
  post(paths.scanWithdrawal(...at, ':scan'), 'signed-in', withdraw),
]
