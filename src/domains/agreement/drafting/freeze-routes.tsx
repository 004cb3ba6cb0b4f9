import { wordMediaType, writeDocx } from '#capabilities/documents/docx/write-docx.ts'
import { describeProblem, RenderError } from '#capabilities/documents/render-error.ts'
import type { Renderer } from '#capabilities/documents/render-pdf.ts'
import { attempt, refusal } from '#platform/attempt.ts'
import { hasSteppedUp } from '#platform/actor.ts'
import { Forbidden, RuleViolation } from '#platform/errors.ts'
import { emptyForm, readForm, type FormState } from '#platform/form.ts'
import { actorOf, get, post, type Route, type WebContext } from '#platform/web.ts'
import { agreementPaper } from '../agreement-document.ts'
import { agreementCan } from '../agreement.ts'
import { paths } from '../paths.ts'
import { words } from '../words.ts'
import { agreementOf, draftOf } from '../year-of.ts'
import { checkDraft } from './check-draft.ts'
import { freezeAgreement, freezeAgreementInput, type FreezePieces } from './freeze-agreement.ts'
import { canonicalOf, gatherDraft } from './gather-draft.ts'
import { FreezePage } from './pages/freeze-page.tsx'
import { UnfreezePage } from './pages/unfreeze-page.tsx'
import { unfreezeAgreement, unfreezeAgreementInput } from './unfreeze-agreement.ts'

export type DraftingPieces = Omit<FreezePieces, 'tenantName'> & {
  renderer: Pick<Renderer, 'renderPdf' | 'renderPicture'>
}

async function showFreeze(c: WebContext, refused?: string) {
  const { year, agreement, at } = await draftOf(c)
  if (!agreementCan('freeze', agreement)) return c.redirect(paths.agreement(...at), 303)
  const { facts } = await gatherDraft(c.var.db, agreement.id, c.var.now)
  return c.render(
    <FreezePage bloc={at[0]} year={at[1]} blocName={year.bloc.name} findings={checkDraft(facts)} refusal={refused} />,
    { title: words(c.var.locale).freeze.heading, shell: 'workspace', blocYear: year.id, help: 'chot-van-ban' },
  )
}

/** Why the paper cannot be printed, in the reader's words. */
function unprintable(c: WebContext, error: unknown): string {
  if (error instanceof RenderError) return describeProblem(error.problem, c.var.locale)
  throw error
}

async function freeze(c: WebContext, pieces: DraftingPieces) {
  const { agreement, at } = await draftOf(c)
  const form = await readForm(c, freezeAgreementInput.omit({ agreement: true }))
  const isMeant = form.ok && form.value.isMeant
  const all = { ...pieces, tenantName: c.var.tenant.name, now: c.var.now }
  try {
    const frozen = await attempt(freezeAgreement(c.var.db, actorOf(c), { agreement: agreement.id, isMeant }, all))
    if (frozen.ok) return c.redirect(paths.agreement(...at), 303)
    c.status(422)
    return await showFreeze(c, refusal(words(c.var.locale).violations, frozen.violation))
  } catch (error) {
    const sentence = unprintable(c, error)
    c.status(422)
    return showFreeze(c, sentence)
  }
}

async function showUnfreeze(c: WebContext, form: FormState = emptyForm) {
  const { year, agreement, at } = await draftOf(c)
  if (!agreementCan('unfreeze', agreement)) return c.redirect(paths.agreement(...at), 303)
  if (!hasSteppedUp(actorOf(c), c.var.now)) throw new Forbidden('step-up')
  return c.render(<UnfreezePage bloc={at[0]} year={at[1]} blocName={year.bloc.name} form={form} />, {
    title: words(c.var.locale).unfreeze.heading,
    shell: 'workspace',
    blocYear: year.id,
    help: 'chot-van-ban',
  })
}

async function unfreeze(c: WebContext) {
  const { agreement, at } = await draftOf(c)
  const form = await readForm(c, unfreezeAgreementInput.pick({ reason: true }))
  if (!form.ok) {
    c.status(422)
    return showUnfreeze(c, form)
  }
  await unfreezeAgreement(c.var.db, actorOf(c), { agreement: agreement.id, reason: form.value.reason }, c.var.now)
  return c.redirect(paths.editor(...at), 303)
}

async function preview(c: WebContext, { renderer }: DraftingPieces) {
  const { agreement, at } = await agreementOf(c)
  const draft = await gatherDraft(c.var.db, agreement.id, c.var.now)
  const { pdf } = await renderer
    .renderPdf(agreementPaper(canonicalOf(draft, c.var.tenant.name), null))
    .catch((error: unknown) => {
      throw new RuleViolation('agreement.cannotPrint', { reason: unprintable(c, error) })
    })
  const name = `du-thao-giao-uoc-${at[0]}-${at[1]}.pdf`
  return c.body(new Uint8Array(pdf), 200, {
    'content-type': 'application/pdf',
    'content-disposition': `inline; filename="${name}"`,
    'cache-control': 'no-store',
  })
}

/** The same draft for Word, to be passed round; what is signed is printed anew at the freezing. */
async function previewWord(c: WebContext, { renderer }: DraftingPieces) {
  const { agreement, at } = await agreementOf(c)
  const draft = await gatherDraft(c.var.db, agreement.id, c.var.now)
  const docx = await writeDocx(agreementPaper(canonicalOf(draft, c.var.tenant.name), null), renderer)
  return c.body(new Uint8Array(docx), 200, {
    'content-type': wordMediaType,
    'content-disposition': `attachment; filename="du-thao-giao-uoc-${at[0]}-${at[1]}.docx"`,
    'cache-control': 'no-store',
  })
}

const at = [':bloc', ':year'] as const

export const freezeRoutes = (pieces: DraftingPieces): Route[] => [
  get(paths.freezing(...at), 'signed-in', (c) => showFreeze(c)),
  post(paths.freezing(...at), 'signed-in', (c) => freeze(c, pieces)),
  get(paths.unfreezing(...at), 'signed-in', (c) => showUnfreeze(c)),
  post(paths.unfreezing(...at), 'signed-in', unfreeze),
  get(paths.preview(...at), 'signed-in', (c) => preview(c, pieces)),
  get(paths.previewWord(...at), 'signed-in', (c) => previewWord(c, pieces)),
]
