import {
  certificatesOfAccount,
  certificatesOfMandates,
  publicKeyOf,
  type CertificateRow,
} from '#capabilities/signatures/keeping/certificates.ts'
import { currentRevocationList } from '#capabilities/signatures/keeping/revocation-lists.ts'
import { SigningError, type SigningProblem } from '#capabilities/signatures/signing/signing-error.ts'
import { hasSteppedUp } from '#platform/actor.ts'
import { safeBack } from '#domains/identity/paths.ts'
import { dayOf } from '#platform/clock.ts'
import { answerForm, type ReturnedForm } from '#platform/answer-form.ts'
import { demand, Forbidden, found, RuleViolation } from '#platform/errors.ts'
import { emptyForm } from '#platform/form.ts'
import { idParam, param } from '#platform/param.ts'
import { actorOf, get, post, type Route, type WebContext } from '#platform/web.ts'
import { seesMandate } from '../mandates/access.ts'
import { mandateById } from '../mandates/queries.ts'
import type { UnitPieces } from '../pieces.ts'
import { namesOn, unitById } from '../queries.ts'
import { mayRevoke } from './access.ts'
import { certificateChallenge } from './challenge.ts'
import { requestCertificate, requestCertificateInput, type CertificatePieces } from './request-certificate.ts'
import { CertificatePage } from './pages/certificate-page.tsx'
import { MySignaturePage } from './pages/my-signature-page.tsx'
import { certificatePaths } from './paths.ts'
import { certificateBySerial } from './queries.ts'
import { revokeCertificate, revokeCertificateInput } from './revoke-certificate.ts'
import { words } from './words.ts'

/** The latest key of a person that was not revoked as known to others. */
function keyToReuse(certificates: readonly CertificateRow[]) {
  const tainted = new Set(
    certificates.filter(({ revoked_reason: reason }) => reason === 'key_compromise').map(publicKeyOf),
  )
  const latest = certificates.find((certificate) => !tainted.has(publicKeyOf(certificate)))
  return latest === undefined ? null : { publicKey: publicKeyOf(latest), sealed: JSON.stringify(latest.sealed_key) }
}

async function showMine(c: WebContext) {
  const actor = actorOf(c)
  if (!hasSteppedUp(actor, c.var.now)) throw new Forbidden('step-up')
  const back = c.req.query('ve')
  const held = actor.mandates.filter((mandate) => mandate.maySign)
  const names = await namesOn(
    c.var.db,
    held.map((mandate) => mandate.unit),
    dayOf(c.var.now),
  )
  const certificates = await certificatesOfMandates(
    c.var.db,
    held.map((mandate) => mandate.id),
  )
  const earlierKey = keyToReuse(await certificatesOfAccount(c.var.db, actor.account))
  const mandates = held.map((mandate) => ({
    id: mandate.id,
    post: mandate.post,
    unit: names.get(mandate.unit)?.full_name ?? '',
    challenge: certificateChallenge(mandate.id, actor.account),
    certificates: certificates.filter((certificate) => certificate.mandate_id === mandate.id),
    earlierKey,
  }))
  const returnTo = back === undefined ? null : safeBack(back)
  return c.render(<MySignaturePage mandates={mandates} back={returnTo} now={c.var.now} />, {
    title: words(c.var.locale).heading,
    shell: 'workspace',
    help: 'chu-ky',
  })
}

export interface CertificateRoutePieces extends Pick<CertificatePieces, 'passphrase' | 'isSample'> {
  /** The site's own address as others reach it, without a slash at the end; absent where none is set. */
  siteUrl?: string | undefined
}

type AllPieces = CertificateRoutePieces & Pick<UnitPieces, 'announce' | 'sharesBloc'>

/** Neither is the person's fault: a key that was not theirs is what else can be wrong. */
const keys: Partial<Record<SigningProblem, string>> = {
  'passphrase.wrong': 'certificates.authorityClosed',
  'validity.wrong': 'certificates.outOfTerm',
}

async function takeRequest(c: WebContext, pieces: CertificateRoutePieces) {
  const body: unknown = await c.req.json().catch(() => null)
  const given = requestCertificateInput.omit({ mandate: true }).safeParse(body)
  if (!given.success) throw new RuleViolation('certificates.unreadable')
  try {
    const input = { ...given.data, mandate: idParam(c, 'mandate') }
    const listUrl = pieces.siteUrl && `${pieces.siteUrl}${certificatePaths.revocationList}`
    const all = { ...pieces, listUrl, tenantName: c.var.tenant.name, now: c.var.now }
    return c.json(await requestCertificate(c.var.db, actorOf(c), input, all))
  } catch (error) {
    if (error instanceof SigningError) throw new RuleViolation(keys[error.problem] ?? 'certificates.refused')
    throw error
  }
}

const show =
  ({ sharesBloc }: AllPieces, form: ReturnedForm = emptyForm) =>
  async (c: WebContext) => {
    const { db, now } = c.var
    const actor = actorOf(c)
    const certificate = await certificateBySerial(db, param(c, 'serial'))
    const mandate = await mandateById(db, certificate.mandate_id)
    demand(seesMandate(actor, mandate) || (await sharesBloc(db, actor, mandate.unit_id)))
    const unit = await unitById(db, mandate.unit_id, dayOf(now))
    const props = { certificate, mandate, unit, mayRevoke: mayRevoke(actor, mandate), form, now }
    const title = words(c.var.locale).certificateOf(mandate.person)
    return c.render(<CertificatePage {...props} />, { title, shell: 'workspace', help: 'chu-ky' })
  }

const revoke = (pieces: AllPieces) => (c: WebContext) =>
  answerForm(c, {
    schema: revokeCertificateInput.omit({ serial: true }),
    run: async (input) => {
      const serial = param(c, 'serial')
      await revokeCertificate(c.var.db, actorOf(c), { ...input, serial }, { ...pieces, now: c.var.now })
      return certificatePaths.certificate(serial)
    },
    again: (form) => show(pieces, form)(c),
    words: { certificates: words },
  })

/** What the authority publishes now; 404 until something was issued. */
async function sendList(c: WebContext) {
  const { list } = found(await currentRevocationList(c.var.db))
  const headers = { 'content-type': 'application/pkix-crl', 'cache-control': 'no-cache' }
  return c.body(new Uint8Array(list), 200, headers)
}

export const certificateRoutes = (pieces: AllPieces): Route[] => [
  get(certificatePaths.mine, 'signed-in', showMine),
  post(certificatePaths.request(':mandate'), 'signed-in', (c) => takeRequest(c, pieces)),
  get(certificatePaths.certificate(':serial'), 'signed-in', (c) => show(pieces)(c)),
  post(certificatePaths.revoke(':serial'), 'signed-in', revoke(pieces)),
  get(certificatePaths.revocationList, 'public', sendList),
]
