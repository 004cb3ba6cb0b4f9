import { sign, type KeyObject } from 'node:crypto'
import { sql, type Selectable } from 'kysely'
import type { Seal } from '../../../../db/types.ts'
import type { Db, Tx } from '#platform/database/database.ts'
import { newId } from '#platform/id.ts'
import { authorityCertificate, issueSealCertificate } from '../keys/authority.ts'
import { readCertificate } from '../trust/certificate.ts'
import { writeCertificate, type Subject } from '../keys/certificate-write.ts'
import { makeSealKey, openSealKey, publicPartOf, sealKey, type SealedSealKey } from '../keys/seal-key.ts'
import { SigningError } from '../signing/signing-error.ts'
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

interface Certifying {
  key: KeyObject
  authority: KeptAuthority | null
  passphrase: string | undefined
  tenantName: string
}

/** By the tenant's authority; `null` without one, and when its passphrase is another. */
async function certifyBy(
  { key, authority, passphrase, tenantName }: Certifying,
  now: Date,
): Promise<Uint8Array | null> {
  if (authority === null || passphrase === undefined) return null
  const { notBefore, notAfter: validTo } = readCertificate(authorityCertificate(authority.authority))
  const validFrom = notBefore > now ? notBefore : now
  const request = { subject: subjectOf(tenantName), publicKey: publicPartOf(key), validFrom, validTo, passphrase }
  try {
    return await issueSealCertificate(authority.authority, request)
  } catch (error) {
    if (error instanceof SigningError && error.problem === 'passphrase.wrong') return null
    throw error
  }
}

/** What makes a seal final: a certificate of the authority there is, if there is one. */
const isOf = (seal: OpenSeal, authority: KeptAuthority | null) =>
  authority === null || seal.row.authority_id === authority.id

/** The tenant's seal, made at its first need; once there is an authority, the same key gets a certificate of it. */
export async function ensureSeal(db: Db, pieces: SealPieces, now: Date): Promise<KeptSeal> {
  const before = await findSeal(db, pieces.secretKey, now)
  const authority = pieces.passphrase === undefined ? null : await findAuthority(db)
  if (before !== null && isOf(before, authority)) return kept(before)
  return makeSeal(db, { before, authority, pieces }, now)
}

interface Making {
  before: OpenSeal | null
  authority: KeptAuthority | null
  pieces: SealPieces
}

async function makeSeal(db: Db, { before, authority, pieces }: Making, now: Date): Promise<KeptSeal> {
  const { passphrase, tenantName } = pieces
  const key = before?.key ?? makeSealKey()
  const issued = await certifyBy({ key, authority, passphrase, tenantName }, now)
  if (issued === null && before !== null) return kept(before)
  const certificate = issued ?? certifyItself(key, subjectOf(tenantName), now)
  return keepSeal(db, { key, certificate, authority: issued && authority, pieces }, now)
}

interface Keeping {
  key: KeyObject
  certificate: Uint8Array
  /** Who issued it, unless the seal itself. */
  authority: KeptAuthority | null
  pieces: SealPieces
}

/** Of two that are made at once only one is kept. */
async function keepSeal(db: Db, { key, certificate, authority, pieces }: Keeping, now: Date): Promise<KeptSeal> {
  const sealed = sealKey(key, pieces.secretKey)
  return db.transaction().execute(async (tx) => {
    await sql`select pg_advisory_xact_lock(hashtextextended('seal ' || current_schema(), 0))`.execute(tx)
    const quicker = await findSeal(tx, pieces.secretKey, now)
    if (quicker !== null && isOf(quicker, authority)) return kept(quicker)
    const row = await tx
      .insertInto('seal')
      .values({
        id: newId(),
        authority_id: authority?.id ?? null,
        certificate: Buffer.from(certificate),
        sealed_key: JSON.stringify(sealed),
        is_sample: pieces.isSample,
        created_at: now,
      })
      .returningAll()
      .executeTakeFirstOrThrow()
    return kept({ row, key })
  })
}

/** Every certificate that the tenant's seal has ever had, DER, the oldest first. */
export async function sealCertificates(db: Db): Promise<Uint8Array[]> {
  const rows = await db.selectFrom('seal').select('certificate').orderBy('created_at').orderBy('id').execute()
  return rows.map((row) => row.certificate)
}
