import type { Selectable } from 'kysely'
import type { Agreement, AgreementSigner } from '../../../db/types.ts'
import type { Db, Tx } from '#platform/database/database.ts'
import { found } from '#platform/errors.ts'
import type { Clause } from './agreement.ts'

export type AgreementRow = Selectable<Agreement>
export type SignerRow = Selectable<AgreementSigner>

/** The agreement that counts in a bloc-year; versions set aside after a refusal are void. */
export async function liveAgreement(db: Db | Tx, blocYear: string): Promise<AgreementRow | undefined> {
  return db
    .selectFrom('agreement')
    .selectAll()
    .where('bloc_year_id', '=', blocYear)
    .where('state', '<>', 'void')
    .executeTakeFirst()
}

export async function agreementById(db: Db | Tx, id: string): Promise<AgreementRow> {
  return found(await db.selectFrom('agreement').selectAll().where('id', '=', id).executeTakeFirst())
}

/** Held until the transaction ends, so that two people cannot change its state at once. */
export async function lockAgreement(tx: Tx, id: string): Promise<AgreementRow> {
  return found(await tx.selectFrom('agreement').selectAll().where('id', '=', id).forUpdate().executeTakeFirst())
}

/** All clauses, section by section in the order of the paper. */
export async function clausesOfAgreement(db: Db | Tx, agreement: string): Promise<Clause[]> {
  const rows = await db
    .selectFrom('clause')
    .select(['id', 'section', 'position', 'text', 'details', 'version'])
    .where('agreement_id', '=', agreement)
    .orderBy('section')
    .orderBy('position')
    .execute()
  return rows.map((row) => ({ ...row, details: row.details as Clause['details'] }))
}

/** In the bloc's official order. */
export async function signersOf(db: Db | Tx, agreement: string): Promise<SignerRow[]> {
  return db
    .selectFrom('agreement_signer')
    .selectAll()
    .where('agreement_id', '=', agreement)
    .orderBy('position')
    .execute()
}

/** Versions that a refusal or a new text set aside, the newest first. */
export async function voidVersions(db: Db, blocYear: string): Promise<AgreementRow[]> {
  return db
    .selectFrom('agreement')
    .selectAll()
    .where('bloc_year_id', '=', blocYear)
    .where('state', '=', 'void')
    .orderBy('version', 'desc')
    .execute()
}

/** The texts of a year that were printed, with the code and the newest file of each: what a head hands over. */
export async function papersOfYear(db: Db, blocYear: string) {
  return db
    .selectFrom('agreement')
    .innerJoin('signed_document', 'signed_document.id', 'agreement.document_id')
    .innerJoin('document_revision', 'document_revision.document_id', 'signed_document.id')
    .distinctOn('agreement.version')
    .select(['agreement.title', 'agreement.state', 'signed_document.code', 'document_revision.sha256'])
    .where('agreement.bloc_year_id', '=', blocYear)
    .orderBy('agreement.version')
    .orderBy('document_revision.number', 'desc')
    .execute()
}
