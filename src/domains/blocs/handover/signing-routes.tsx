import { usableCertificate } from '#capabilities/signatures/keeping/certificates.ts'
import { sayingWhy } from '#capabilities/signatures/keeping/saying-why.ts'
import { certificatePaths } from '#domains/units/certificates/paths.ts'
import { seatFor } from '#domains/units/mandates/queries.ts'
import { hasSteppedUp } from '#platform/actor.ts'
import { dayOf } from '#platform/clock.ts'
import { demand, Forbidden, found, RuleViolation } from '#platform/errors.ts'
import { emptyForm, readForm, type FormState } from '#platform/form.ts'
import { idParam, param } from '#platform/param.ts'
import { actorOf, get, post, type Route, type WebContext } from '#platform/web.ts'
import { yearById, type BlocYearRow } from '../queries.ts'
import { yearHead } from '../read-year.ts'
import { readsHandover } from './access.ts'
import { beginHandoverSignature, beginSeat } from './begin-handover-signature.ts'
import { giveHandoverSignature, giveHandoverSignatureInput } from './give-handover-signature.ts'
import { handoverCan, type CanonicalHandover } from './handover.ts'
import { SignHandoverPage } from './pages/sign-handover-page.tsx'
import { handoverPaths } from './paths.ts'
import type { HandoverPieces } from './pieces.ts'
import { handoverById, handoverSigners, type HandoverRow } from './queries.ts'
import { refuseHandover, refuseHandoverInput } from './refuse-handover.ts'
import { words } from './words.ts'

/** The record of the address, for who may read it. */
export async function handoverOf(c: WebContext): Promise<{ year: BlocYearRow; handover: HandoverRow }> {
  const handover = await handoverById(c.var.db, idParam(c, 'handover'))
  demand(readsHandover(actorOf(c), handover))
  const year = await yearById(c.var.db, handover.bloc_year_id)
  found(year.bloc.slug === param(c, 'bloc') && year.slug === param(c, 'year') ? true : undefined)
  return { year, handover }
}

/** The place that the reader fills or filled, if any, while the record is open for signing. */
export async function ownSeat(c: WebContext, handover: HandoverRow) {
  if (!handoverCan('sign', handover)) return undefined
  const places = await handoverSigners(c.var.db, handover.id)
  return seatFor(c.var.db, actorOf(c), places, { day: dayOf(c.var.now), allowsSubstitute: true })
}

async function showSigning(c: WebContext, form: FormState = emptyForm) {
  const { db, now, locale } = c.var
  const { year, handover } = await handoverOf(c)
  const at = [year.bloc.slug, year.slug, handover.id] as const
  const { place, signer } = await beginSeat(db, actorOf(c), handover, now)
  if (!hasSteppedUp(actorOf(c), now)) throw new Forbidden('step-up')
  const certificate = await usableCertificate(db, { account: signer.account, mandate: signer.mandate, now })
  const t = words(locale)
  return c.render(
    <SignHandoverPage
      year={year}
      handover={handover}
      content={JSON.parse(found(handover.canonical_text)) as CanonicalHandover}
      as={t.as(signer.name, signer.post, place.unit_name)}
      sealed={certificate === undefined ? null : JSON.stringify(certificate.sealed_key)}
      certificates={`${certificatePaths.mine}?ve=${encodeURIComponent(handoverPaths.signing(...at))}`}
      refusal={{ reason: form.typed['reason'] ?? '', errors: form.errors }}
    />,
    { ...yearHead(year, t.sign), help: 'ban-giao-khoi-truong' },
  )
}

async function takeTurn(c: WebContext, pieces: HandoverPieces) {
  const { handover } = await handoverOf(c)
  const begun = beginHandoverSignature(c.var.db, actorOf(c), { handover: handover.id }, { ...pieces, now: c.var.now })
  const turn = await sayingWhy(begun)
  return c.json({ job: turn.job, signedAttributes: Buffer.from(turn.signedAttributes).toString('base64') })
}

const answerShape = giveHandoverSignatureInput.omit({ handover: true })

async function takeSignature(c: WebContext, pieces: HandoverPieces) {
  const { handover } = await handoverOf(c)
  const answer = answerShape.safeParse(await c.req.json().catch(() => null))
  if (!answer.success) throw new RuleViolation('signatures.unreadable')
  const input = { ...answer.data, handover: handover.id }
  const given = giveHandoverSignature(c.var.db, actorOf(c), input, {
    ...pieces,
    now: c.var.now,
    siteUrl: pieces.baseUrl(c),
  })
  return c.json(await sayingWhy(given))
}

async function refuse(c: WebContext, { announce, baseUrl }: HandoverPieces) {
  const { year, handover } = await handoverOf(c)
  const form = await readForm(c, refuseHandoverInput.pick({ reason: true }))
  if (!form.ok) {
    c.status(422)
    return showSigning(c, form)
  }
  const input = { handover: handover.id, reason: form.value.reason }
  const pieces = { now: c.var.now, announce, siteUrl: baseUrl(c) }
  const next = await refuseHandover(c.var.db, actorOf(c), input, pieces)
  return c.redirect(handoverPaths.one(year.bloc.slug, year.slug, next), 303)
}

/** `one` is what stands for bloc, year and record in a pattern. */
export const handoverSigningRoutes = (
  pieces: HandoverPieces,
  one: readonly [bloc: string, year: string, handover: string],
): Route[] => [
  get(handoverPaths.signing(...one), 'signed-in', (c) => showSigning(c)),
  post(handoverPaths.signingJob(...one), 'signed-in', (c) => takeTurn(c, pieces)),
  post(handoverPaths.signature(...one), 'signed-in', (c) => takeSignature(c, pieces)),
  post(handoverPaths.refusal(...one), 'signed-in', (c) => refuse(c, pieces)),
]
