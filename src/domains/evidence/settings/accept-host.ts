import { z } from 'zod'
import { record } from '#capabilities/audit/record.ts'
import type { Actor } from '#platform/actor.ts'
import type { Db } from '#platform/database/database.ts'
import { demand } from '#platform/errors.ts'
import { line } from '#platform/form.ts'
import { mayKeepEvidenceSettings } from '../access.ts'

/** "https://www.vtc.vn/x" is typed as often as "vtc.vn". */
const hostOf = (typed: string) =>
  typed
    .trim()
    .toLowerCase()
    .replace(/^https?:\/\//u, '')
    .replace(/[/?#].*$/u, '')

export const acceptHostInput = z.object({
  host: z
    .string()
    .transform(hostOf)
    .pipe(
      z
        .string()
        .max(200)
        .regex(/^[a-z0-9-]+(?:\.[a-z0-9-]+)+$/u),
    ),
  name: line(80),
})
export type AcceptHost = z.output<typeof acceptHostInput>

/** Addresses of this page, and of all below it, are taken as evidence from now on. */
export async function acceptHost(db: Db, actor: Actor, { host, name }: AcceptHost, now: Date): Promise<void> {
  demand(mayKeepEvidenceSettings(actor))
  await db.transaction().execute(async (tx) => {
    await tx
      .insertInto('evidence_host')
      .values({ host, name })
      .onConflict((conflict) => conflict.column('host').doUpdateSet({ name, to_on: null }))
      .execute()
    const subject = { kind: 'evidence_host', id: null }
    await record(tx, actor, now, { action: 'evidence.hostAccepted', subject, facts: { host, name } })
  })
}
