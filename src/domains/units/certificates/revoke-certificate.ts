import { z } from 'zod'
import { record } from '#capabilities/audit/record.ts'
import { revokeCertificates } from '#capabilities/signatures/keeping/certificates.ts'
import { hasSteppedUp, type Actor } from '#platform/actor.ts'
import type { Telling } from '#platform/announcements.ts'
import type { Db } from '#platform/database/database.ts'
import { demand, Forbidden, RuleViolation } from '#platform/errors.ts'
import { paragraph } from '#platform/form.ts'
import { factOf } from '../mandates/lock-mandate.ts'
import type { MandateFact } from '../mandates/mandate.ts'
import { mandateById } from '../mandates/queries.ts'
import { mayRevoke } from './access.ts'
import { isUsableAt, revocationReasons } from './certificate.ts'
import { lockCertificate } from './queries.ts'

export const revokeCertificateInput = z.object({
  serial: z.string().regex(/^[0-9a-f]{2,64}$/),
  reason: z.enum(revocationReasons),
  note: paragraph(1000),
})

export type RevokeCertificate = z.output<typeof revokeCertificateInput>

/** From now on nobody signs with it; what was signed before stays valid. The published list follows at once. */
export async function revokeCertificate(
  db: Db,
  actor: Actor,
  input: RevokeCertificate,
  { now, announce }: Telling<MandateFact>,
): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const certificate = await lockCertificate(tx, input.serial)
    const mandate = await mandateById(tx, certificate.mandate_id)
    demand(mayRevoke(actor, mandate))
    if (!hasSteppedUp(actor, now)) throw new Forbidden('step-up')
    if (!isUsableAt(now, certificate)) throw new RuleViolation('certificates.alreadyOver')
    const { reason, note } = input
    await revokeCertificates(tx, mandate.id, { reason, at: now, by: actor.account, note })
    await announce(tx, now, await factOf(tx, mandate, { name: 'mandates.certificateRevoked', by: actor, now }))
    await record(tx, actor, now, {
      action: 'certificate.revoked',
      subject: { kind: 'mandate', id: mandate.id },
      facts: { serial: certificate.serial, holder: mandate.person, reason, note },
    })
  })
}
