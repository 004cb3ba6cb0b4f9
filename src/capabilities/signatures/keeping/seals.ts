import { sign, type KeyObject } from 'node:crypto'
import { sql, type Selectable } from 'kysely'
import type { Seal } from '../../../../db/types.ts'
import type { Db, Tx } from '#platform/database/database.ts'
import { newId } from '#platform/id.ts'
import { authorityCertificate, issueSealCertificate } from '../authority.ts'
import { readCertificate } from '../certificate.ts'
import { writeCertificate, type Subject } from '../certificate-write.ts'
import { makeSealKey, openSealKey, publicPartOf, sealKey, type SealedSealKey } from '../seal-key.ts'
import { findAuthority, type KeptAuthority } from './authorities.ts'

/** The system's own seal: it attests what the system recorded and never stands for a person. */
export interface KeptSeal {
  id: string
  /** DER. */
  certificate: Uint8Array
  /** ECDSA P-256 with SHA-256 over the bytes, raw r‖s: 64 bytes. */
  sign: (bytes: Uint8Array) => Uint8Array
}

export interface SealPieces {
  /** The installation's secret, which opens the key. */
  secretKey: string
  tenantName: string
  /** Of the tenant's authority; absent, a new seal certifies itself. */
  passphrase?: string | undefined
  isSample: boolean
}

type SealRow = Selectable<Seal>

interface OpenSeal {
  row: SealRow
  key: KeyObject
}

const years = 10

const kept = ({ row, key }: OpenSeal): KeptSeal => ({
  id: row.id,
  certificate: row.certificate,
  sign: (bytes) => sign('sha256', bytes, { key, dsaEncoding: 'ieee-p1363' }),
})

const subjectOf = (tenantName: string): Subject => ({
  commonName: `Hệ thống Giao Ước - ${tenantName}`,
  organization: tenantName,
  title: 'Hệ thống tự động ghi nhận',
  country: 'VN',
  serialNumber: null,
})

/** The newest that this secret opens and that is valid: after a change of secrets the old ones are only certificates. */
async function findSeal(db: Db | Tx, secretKey: string, now: Date): Promise<OpenSeal | null> {
  const rows = await db.selectFrom('seal').selectAll().orderBy('created_at', 'desc').orderBy('id', 'desc').execute()
  for (const row of rows) {
    const key = openSealKey(row.sealed_key as unknown as SealedSealKey, secretKey)
    if (key !== null && readCertificate(row.certificate).notAfter > now) return { row, key }
  }
  return null
}

function certifyItself(key: KeyObject, subject: Subject, now: Date): Uint8Array {
  const validTo = new Date(now)
  validTo.setUTCFullYear(validTo.getUTCFullYear() + years)
  return writeCertificate({
    kind: 'seal',
    subject,
    issuer: null,
    publicKey: publicPartOf(key),
    validFrom: now,
    validTo,
    sign: (bytes) => sign('sha256', bytes, key),
  })
}

interface Certifying extends SealPieces {
  key: KeyObject
  authority: KeptAuthority | null
}

/** By the tenant's authority where it can be opened, else by itself. */
async function certify({ key, authority, passphrase, tenantName }: Certifying, now: Date): Promise<Uint8Array> {
  const subject = subjectOf(tenantName)
  if (authority === null || passphrase === undefined) return certifyItself(key, subject, now)
  const { notBefore, notAfter: validTo } = readCertificate(authorityCertificate(authority.authority))
  const validFrom = notBefore > now ? notBefore : now
  const request = { subject, publicKey: publicPartOf(key), validFrom, validTo, passphrase }
  return issueSealCertificate(authority.authority, request)
}

/** The tenant's seal, made at its first need; once there is an authority, the same key gets a certificate of it. */
export async function ensureSeal(db: Db, pieces: SealPieces, now: Date): Promise<KeptSeal> {
  const before = await findSeal(db, pieces.secretKey, now)
  const authority = pieces.passphrase === undefined ? null : await findAuthority(db)
  const isFinal = (seal: OpenSeal) => authority === null || seal.row.authority_id === authority.id
  if (before !== null && isFinal(before)) return kept(before)
  const key = before?.key ?? makeSealKey()
  const row: SealRow = {
    id: newId(),
    authority_id: authority?.id ?? null,
    certificate: Buffer.from(await certify({ ...pieces, key, authority }, now)),
    sealed_key: { ...sealKey(key, pieces.secretKey) },
    is_sample: pieces.isSample,
    created_at: now,
  }
  return db.transaction().execute(async (tx) => {
    await sql`select pg_advisory_xact_lock(hashtextextended('seal ' || current_schema(), 0))`.execute(tx)
    const quicker = await findSeal(tx, pieces.secretKey, now)
    if (quicker !== null && isFinal(quicker)) return kept(quicker)
    await tx
      .insertInto('seal')
      .values({ ...row, sealed_key: JSON.stringify(row.sealed_key) })
      .execute()
    return kept({ row, key })
  })
}

/** Every certificate that the tenant's seal has ever had, DER, the oldest first. */
export async function sealCertificates(db: Db): Promise<Uint8Array[]> {
  const rows = await db.selectFrom('seal').select('certificate').orderBy('created_at').orderBy('id').execute()
  return rows.map((row) => row.certificate)
}
