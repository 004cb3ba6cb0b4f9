import { usableCertificate } from '#capabilities/signatures/keeping/certificates.ts'
import { sayingWhy } from '#capabilities/signatures/keeping/saying-why.ts'
import { words as blocWords } from '#domains/blocs/words.ts'
import { certificatePaths } from '#domains/units/certificates/paths.ts'
import { hasSteppedUp } from '#platform/actor.ts'
import { answerForm } from '#platform/answer-form.ts'
import { demand, Forbidden, found, RuleViolation } from '#platform/errors.ts'
import { emptyForm, readForm, type FormState } from '#platform/form.ts'
import { post, get, type Route, type WebContext } from '#platform/web.ts'
import { mayKeepMinutes } from '../minutes/access.ts'
import type { CanonicalMinutes } from '../minutes/minutes.ts'
import { minutesPaths } from '../minutes/paths.ts'
import type { MinutesPieces } from '../minutes/pieces.ts'
import { minutesHead, readNewestMinutes } from '../minutes/read-minutes.ts'
import { showMinutes } from '../minutes/show-routes.tsx'
import { words } from '../minutes/words.ts'
import { beginMinutesSignature, beginSeat } from './begin-minutes-signature.ts'
import { freezeMinutes, freezeMinutesInput } from './freeze-minutes.ts'
import { giveMinutesSignature, giveMinutesSignatureInput } from './give-minutes-signature.ts'
import { SignMinutesPage } from './pages/sign-minutes-page.tsx'
import { refuseMinutes, refuseMinutesInput } from './refuse-minutes.ts'
import { withdrawMinutes, withdrawMinutesInput } from './withdraw-minutes.ts'

const ruleWords = { minutes: words, blocs: blocWords }

async function freeze(c: WebContext, pieces: MinutesPieces) {
  const { actor, at, minutes, conference } = await readNewestMinutes(c)
  demand(mayKeepMinutes(actor, conference))
  return answerForm(c, {
    schema: freezeMinutesInput.omit({ minutes: true }),
    run: async ({ isMeant }) => {
      const { db, now, tenant } = c.var
      await freezeMinutes(db, actor, { minutes: minutes.id, isMeant }, { ...pieces, now, tenantName: tenant.name })
      return minutesPaths.one(...at)
    },
    again: (form) => showMinutes(c, form),
    words: ruleWords,
  })
}

async function withdraw(c: WebContext) {
  const { actor, at, minutes, conference } = await readNewestMinutes(c)
  demand(mayKeepMinutes(actor, conference))
  return answerForm(c, {
    schema: withdrawMinutesInput.omit({ minutes: true }),
    run: async ({ reason }) => {
      await withdrawMinutes(c.var.db, actor, { minutes: minutes.id, reason }, c.var.now)
      return minutesPaths.one(...at)
    },
    again: (form) => showMinutes(c, form),
    words: ruleWords,
  })
}

async function showSigning(c: WebContext, form: FormState = emptyForm) {
  const { db, now, locale } = c.var
  const place = await readNewestMinutes(c)
  const { actor, at, minutes } = place
  const seat = await beginSeat(db, actor, minutes, now)
  if (!hasSteppedUp(actor, now)) throw new Forbidden('step-up')
  const certificate = await usableCertificate(db, { account: seat.account_id, mandate: seat.mandate_id, now })
  const t = words(locale)
  return c.render(
    <SignMinutesPage
      {...place}
      content={JSON.parse(found(minutes.canonical_text)) as CanonicalMinutes}
      as={t.as(seat.signer_name, seat.signer_post, t.roles[seat.role])}
      sealed={certificate === undefined ? null : JSON.stringify(certificate.sealed_key)}
      certificates={`${certificatePaths.mine}?ve=${encodeURIComponent(minutesPaths.signing(...at))}`}
      refusal={{ reason: form.typed['reason'] ?? '', errors: form.errors }}
    />,
    minutesHead(place, t.sign),
  )
}

async function takeTurn(c: WebContext, pieces: MinutesPieces) {
  const { actor, minutes } = await readNewestMinutes(c)
  const begun = beginMinutesSignature(c.var.db, actor, { minutes: minutes.id }, { ...pieces, now: c.var.now })
  const turn = await sayingWhy(begun)
  return c.json({ job: turn.job, signedAttributes: Buffer.from(turn.signedAttributes).toString('base64') })
}

const answerShape = giveMinutesSignatureInput.omit({ minutes: true })

async function takeSignature(c: WebContext, pieces: MinutesPieces) {
  const { actor, minutes } = await readNewestMinutes(c)
  await beginSeat(c.var.db, actor, minutes, c.var.now)
  const answer = answerShape.safeParse(await c.req.json().catch(() => null))
  if (!answer.success) throw new RuleViolation('signatures.unreadable')
  const input = { ...answer.data, minutes: minutes.id }
  return c.json(await sayingWhy(giveMinutesSignature(c.var.db, actor, input, { ...pieces, now: c.var.now })))
}

async function refuse(c: WebContext) {
  const { actor, at, minutes } = await readNewestMinutes(c)
  await beginSeat(c.var.db, actor, minutes, c.var.now)
  const form = await readForm(c, refuseMinutesInput.pick({ reason: true }))
  if (!form.ok) {
    c.status(422)
    return showSigning(c, form)
  }
  await refuseMinutes(c.var.db, actor, { minutes: minutes.id, reason: form.value.reason }, c.var.now)
  return c.redirect(minutesPaths.one(...at), 303)
}

/** `one` is what stands for bloc, year and conference in a pattern. */
export const minutesSigningRoutes = (
  pieces: MinutesPieces,
  one: readonly [bloc: string, year: string, conference: string],
): Route[] => [
  post(minutesPaths.freezing(...one), 'signed-in', (c) => freeze(c, pieces)),
  post(minutesPaths.withdrawal(...one), 'signed-in', withdraw),
  get(minutesPaths.signing(...one), 'signed-in', (c) => showSigning(c)),
  post(minutesPaths.signingJob(...one), 'signed-in', (c) => takeTurn(c, pieces)),
  post(minutesPaths.signature(...one), 'signed-in', (c) => takeSignature(c, pieces)),
  post(minutesPaths.refusal(...one), 'signed-in', refuse),
]
