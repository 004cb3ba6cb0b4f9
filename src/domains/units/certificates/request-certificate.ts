import { z } from 'zod'
import { record } from '#capabilities/audit/record.ts'
import {
  authorityCertificate,
  issueCertificate,
  type CertificateRequest,
} from '#capabilities/signatures/keys/authority.ts'
import { readCertificate } from '#capabilities/signatures/trust/certificate.ts'
import { ensureAuthority } from '#capabilities/signatures/keeping/authorities.ts'
import { certificatesOfAccount, keepCertificate, publicKeyOf } from '#capabilities/signatures/keeping/certificates.ts'
import { hasSteppedUp, type Actor } from '#platform/actor.ts'
import type { Db, Tx } from '#platform/database/database.ts'
import { demand, Forbidden, RuleViolation } from '#platform/errors.ts'
import { newId } from '#platform/id.ts'
import { lockMandate } from '../mandates/lock-mandate.ts'
import { mandateById, mandatesOfAccount, type MandateRow } from '../mandates/queries.ts'
import { nameOn } from '../queries.ts'
import { addDays, dayOf } from '#platform/clock.ts'
import { certificateChallenge } from './challenge.ts'

const base64 = z.base64().min(16).max(4000)

/** As `makeSignerKey` of the browser gives it: the server can keep the sealed key, not open it. */
const sealedKey = z.object({
  version: z.literal(1),
  derivation: z.literal('PBKDF2-SHA-256'),
  iterations: z.number().int().min(600_000).max(10_000_000),
  salt: base64,
  iv: base64,
  box: base64,
})

export const requestCertificateInput = z.object({
  mandate: z.uuid(),
  /** SubjectPublicKeyInfo, DER in base64. */
  publicKey: base64,
  /** The new key's signature over the challenge of `certificateChallenge`, base64. */
  proof: base64,
  sealedKey,
})

export type RequestCertificate = z.output<typeof requestCertificateInput>

export interface CertificatePieces {
  /** The passphrase of the tenant's authority; absent, no certificate can be issued. */
  passphrase: string | undefined
  tenantName: string
  isSample: boolean
  /** Where the list of revoked certificates is fetched from outside; absent while the site has no address of its own. */
  listUrl?: string | undefined
}

const bytes = (text: string) => new Uint8Array(Buffer.from(text, 'base64'))

/** A mandate ends at the last moment of its last day in Vietnam: that of its term, or the one before its set end. */
function endOf({ to_on, ended_on }: MandateRow): Date {
  const lastDay = ended_on === null ? to_on : addDays(ended_on, -1)
  return new Date(`${lastDay}T23:59:59+07:00`)
}

interface Asking {
  input: RequestCertificate
  now: Date
  passphrase: string
  /** The last moment of the authority itself, which no certificate of its outlives. */
  until: Date
  listUrl: string | undefined
}

function requestOf(mandate: MandateRow, unit: string, { input, now, until, ...given }: Asking): CertificateRequest {
  const { person: commonName, post: title } = mandate
  const end = endOf(mandate)
  return {
    publicKey: bytes(input.publicKey),
    challenge: new TextEncoder().encode(certificateChallenge(mandate.id, mandate.account_id)),
    proof: bytes(input.proof),
    subject: { commonName, organization: unit, title, country: 'VN', serialNumber: null },
    validFrom: now,
    validTo: end < until ? end : until,
    mandateId: mandate.id,
    ...given,
  }
}

/** The mandate may have been ended since the request began, or its end been set; of two who ask the second waits here. */
async function lockHeld(tx: Tx, actor: Actor, mandate: string, { now, until }: { now: Date; until: Date }) {
  const locked = await lockMandate(tx, mandate)
  const held = await mandatesOfAccount(tx, actor.account, dayOf(now))
  demand(held.some(({ id, maySign }) => id === mandate && maySign))
  if (endOf(locked) < until) throw new RuleViolation('certificates.outOfTerm')
}

/** A key that others may know is not certified again. */
async function demandUntainted(db: Db, actor: Actor, publicKey: string) {
  const held = await certificatesOfAccount(db, actor.account)
  const isTainted = held.some(
    (certificate) => certificate.revoked_reason === 'key_compromise' && publicKeyOf(certificate) === publicKey,
  )
  if (isTainted) throw new RuleViolation('certificates.keyCompromised')
}

/** Issues the holder of a confirmed mandate to sign a certificate for a key made in their own browser. */
export async function requestCertificate(
  db: Db,
  actor: Actor,
  input: RequestCertificate,
  { now, passphrase, tenantName, isSample, listUrl }: CertificatePieces & { now: Date },
): Promise<{ serial: string }> {
  demand(actor.mandates.some((held) => held.id === input.mandate && held.maySign))
  if (!hasSteppedUp(actor, now)) throw new Forbidden('step-up')
  if (passphrase === undefined) throw new RuleViolation('certificates.noAuthority')
  await demandUntainted(db, actor, input.publicKey)
  const mandate = await mandateById(db, input.mandate)
  const unit = await nameOn(db, mandate.unit_id, dayOf(now))
  const name = `Giao Ước - ${tenantName}`
  const kept = await ensureAuthority(db, { name, passphrase, isSample }, now, (tx, id) =>
    record(tx, actor, now, { action: 'authority.made', subject: { kind: 'authority', id }, facts: { name } }),
  )
  const { notAfter: until } = readCertificate(authorityCertificate(kept.authority))
  const asking = { input, now, passphrase, until, listUrl }
  const certificate = await issueCertificate(kept.authority, requestOf(mandate, unit.full_name, asking))
  const { serial, notBefore, notAfter } = readCertificate(certificate)
  await db.transaction().execute(async (tx) => {
    await lockHeld(tx, actor, mandate.id, { now, until: notAfter })
    const row = {
      id: newId(),
      authority_id: kept.id,
      account_id: actor.account,
      mandate_id: mandate.id,
      serial,
      certificate: Buffer.from(certificate),
      sealed_key: JSON.stringify(input.sealedKey),
      issued_at: now,
      valid_from: notBefore,
      valid_to: notAfter,
    }
    await keepCertificate(tx, row, now)
    const facts = { serial, holder: mandate.person, unit: unit.full_name }
    await record(tx, actor, now, { action: 'certificate.issued', subject: { kind: 'mandate', id: mandate.id }, facts })
  })
  return { serial }
}
