import { certificatesOfMandates } from '#capabilities/signatures/keeping/certificates.ts'
import { SigningError, type SigningProblem } from '#capabilities/signatures/signing-error.ts'
import { hasSteppedUp } from '#platform/actor.ts'
import { safeBack } from '#domains/identity/paths.ts'
import { dayOf } from '#platform/clock.ts'
import { Forbidden, RuleViolation } from '#platform/errors.ts'
import { idParam } from '#platform/param.ts'
import { actorOf, get, post, type Route, type WebContext } from '#platform/web.ts'
import { namesOn } from '../queries.ts'
import { certificateChallenge } from './challenge.ts'
import { requestCertificate, requestCertificateInput, type CertificatePieces } from './request-certificate.ts'
import { MySignaturePage } from './pages/my-signature-page.tsx'
import { certificatePaths } from './paths.ts'
import { words } from './words.ts'

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
  const mandates = held.map((mandate) => ({
    id: mandate.id,
    post: mandate.post,
    unit: names.get(mandate.unit)?.full_name ?? '',
    challenge: certificateChallenge(mandate.id, actor.account),
    certificates: certificates.filter((certificate) => certificate.mandate_id === mandate.id),
  }))
  return c.render(<MySignaturePage mandates={mandates} back={back === undefined ? null : safeBack(back)} />, {
    title: words(c.var.locale).heading,
    shell: 'workspace',
    help: 'chu-ky',
  })
}

export type CertificateRoutePieces = Pick<CertificatePieces, 'passphrase' | 'isSample'>

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
    const all = { ...pieces, tenantName: c.var.tenant.name, now: c.var.now }
    return c.json(await requestCertificate(c.var.db, actorOf(c), input, all))
  } catch (error) {
    if (error instanceof SigningError) throw new RuleViolation(keys[error.problem] ?? 'certificates.refused')
    throw error
  }
}

export const certificateRoutes = (pieces: CertificateRoutePieces): Route[] => [
  get(certificatePaths.mine, 'signed-in', showMine),
  post(certificatePaths.request(':mandate'), 'signed-in', (c) => takeRequest(c, pieces)),
]
