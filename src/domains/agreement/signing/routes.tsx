import { usableCertificate } from '#capabilities/signatures/keeping/certificates.ts'
import { sayingWhy } from '#capabilities/signatures/keeping/saying-why.ts'
import { certificatePaths } from '#domains/units/certificates/paths.ts'
import { attempt } from '#platform/attempt.ts'
import { hasSteppedUp } from '#platform/actor.ts'
import { demand, Forbidden, RuleViolation } from '#platform/errors.ts'
import { readForm, type FormState } from '#platform/form.ts'
import { actorOf, get, post, type Route, type WebContext } from '#platform/web.ts'
import { paths } from '../paths.ts'
import { words } from '../words.ts'
import { agreementOf } from '../year-of.ts'
import { beginSignature, type SigningPieces } from './begin-signature.ts'
import { giveAgreementSignature, giveAgreementSignatureInput, type GivingPieces } from './give-agreement-signature.ts'
import { openNextVersion } from './open-next-version.ts'
import { SignPage } from './pages/sign-page.tsx'
import { refuseSigning, refuseSigningInput } from './refuse-signing.ts'
import { remindSigners } from './remind-signers.ts'
import { demandSeat } from './signer.ts'
import { demandOpen } from './signing-state.ts'
import { termRoutes } from './term-routes.tsx'

export interface SigningRoutePieces extends SigningPieces, GivingPieces {
  /** The address of this installation, as people open it. */
  baseUrl: (c: WebContext) => string
}

async function showSigning(c: WebContext, typed: FormState = { typed: {}, errors: [] }) {
  const { year, agreement, at } = await agreementOf(c)
  const actor = actorOf(c)
  const { place, signer } = await demandSeat(c.var.db, actor, agreement, c.var.now)
  if (place.state !== 'waiting') return c.redirect(paths.agreement(...at), 303)
  await demandOpen(c.var.db, agreement, c.var.now)
  if (!hasSteppedUp(actor, c.var.now)) throw new Forbidden('step-up')
  const holder = { account: actor.account, mandate: signer.mandate, now: c.var.now }
  const certificate = await usableCertificate(c.var.db, holder)
  return c.render(
    <SignPage
      bloc={at[0]}
      year={at[1]}
      blocName={year.bloc.name}
      agreement={agreement}
      as={words(c.var.locale).sign.as(signer.name, signer.post, place.unit_name)}
      pen={paths.pen(...at, place.unit_id)}
      sealed={certificate === undefined ? null : JSON.stringify(certificate.sealed_key)}
      certificates={`${certificatePaths.mine}?ve=${encodeURIComponent(paths.signing(...at))}`}
      refusal={{ reason: typed.typed['reason'] ?? '', errors: typed.errors }}
    />,
    { title: words(c.var.locale).sign.heading, shell: 'workspace', blocYear: year.id, help: 'ky-giao-uoc' },
  )
}

async function takeTurn(c: WebContext, pieces: SigningPieces) {
  const { agreement } = await agreementOf(c)
  const begun = beginSignature(c.var.db, actorOf(c), { agreement: agreement.id }, { ...pieces, now: c.var.now })
  const turn = await sayingWhy(begun)
  return c.json({ job: turn.job, signedAttributes: Buffer.from(turn.signedAttributes).toString('base64') })
}

const answerShape = giveAgreementSignatureInput.omit({ agreement: true })

async function takeSignature(c: WebContext, pieces: GivingPieces) {
  const { agreement } = await agreementOf(c)
  const given = answerShape.safeParse(await c.req.json().catch(() => null))
  if (!given.success) throw new RuleViolation('signatures.unreadable')
  const input = { ...given.data, agreement: agreement.id }
  return c.json(await sayingWhy(giveAgreementSignature(c.var.db, actorOf(c), input, { ...pieces, now: c.var.now })))
}

async function refuse(c: WebContext) {
  const { agreement, at } = await agreementOf(c)
  const form = await readForm(c, refuseSigningInput.pick({ reason: true }))
  if (!form.ok) {
    c.status(422)
    return showSigning(c, form)
  }
  await refuseSigning(c.var.db, actorOf(c), { agreement: agreement.id, reason: form.value.reason }, c.var.now)
  return c.redirect(paths.agreement(...at), 303)
}

async function remind(c: WebContext, { baseUrl }: SigningRoutePieces) {
  const { agreement, at } = await agreementOf(c)
  const signingUrl = `${baseUrl(c)}${paths.signing(...at)}`
  const written = await attempt(
    remindSigners(c.var.db, actorOf(c), { agreement: agreement.id }, { now: c.var.now, signingUrl }),
  )
  if (!written.ok) throw written.violation
  return c.redirect(`${paths.agreement(...at)}?da-nhac=${written.value}`, 303)
}

async function followWithNew(c: WebContext) {
  const { agreement, at } = await agreementOf(c)
  demand(agreement.document_id !== null)
  await openNextVersion(c.var.db, actorOf(c), { agreement: agreement.id }, c.var.now)
  return c.redirect(paths.editor(...at), 303)
}

const at = [':bloc', ':year'] as const

export const signingRoutes = (pieces: SigningRoutePieces): Route[] => [
  get(paths.signing(...at), 'signed-in', (c) => showSigning(c)),
  post(paths.signingJob(...at), 'signed-in', (c) => takeTurn(c, pieces)),
  post(paths.signature(...at), 'signed-in', (c) => takeSignature(c, pieces)),
  post(paths.refusal(...at), 'signed-in', refuse),
  post(paths.reminder(...at), 'signed-in', (c) => remind(c, pieces)),
  post(paths.nextVersion(...at), 'signed-in', followWithNew),
  ...termRoutes,
]
