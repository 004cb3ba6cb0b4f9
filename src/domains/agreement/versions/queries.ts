import { documentById, latestRevision } from '#capabilities/signatures/keeping/documents.ts'
import { yearsOfBloc, type BlocYearRow } from '#domains/blocs/queries.ts'
import { isAuthority, isMemberOf, type Actor } from '#platform/actor.ts'
import type { Db } from '#platform/database/database.ts'
import { found } from '#platform/errors.ts'
import { agreementCan } from '../agreement.ts'
import { canonicalOf, gatherDraft } from '../drafting/gather-draft.ts'
import { readCanonical, type CanonicalAgreement } from '../canonical-text.ts'
import { signersOf, type AgreementRow, type SignerRow } from '../queries.ts'

export interface Version {
  agreement: AgreementRow
  signers: readonly SignerRow[]
  /** The check code of its paper; none while it is a draft. */
  code: string | null
}

async function agreementsOf(db: Db, years: readonly string[]): Promise<AgreementRow[]> {
  if (years.length === 0) return []
  return db
    .selectFrom('agreement')
    .selectAll()
    .where('bloc_year_id', 'in', [...years])
    .orderBy('version', 'desc')
    .execute()
}

/** Every version of a year's agreement, the newest first, with what was signed on each. */
export async function versionsOf(db: Db, year: string): Promise<Version[]> {
  const rows = await agreementsOf(db, [year])
  return Promise.all(
    rows.map(async (agreement) => ({
      agreement,
      signers: await signersOf(db, agreement.id),
      code: agreement.document_id === null ? null : (await documentById(db, agreement.document_id)).code,
    })),
  )
}

/** The newest bytes of one version's paper. */
export async function paperOfVersion(db: Db, year: string, version: number): Promise<string> {
  const agreement = found((await agreementsOf(db, [year])).find((row) => row.version === version))
  return (await latestRevision(db, found(agreement.document_id))).sha256
}

export interface Comparable {
  agreement: AgreementRow
  year: BlocYearRow
}

/** The versions of this year and of the one before it that the reader may read, this year's and the newest first. */
export async function comparableTexts(db: Db, actor: Actor, year: BlocYearRow): Promise<Comparable[]> {
  const years = await yearsOfBloc(db, year.bloc.id)
  const last = years.find(({ starts_on }) => starts_on < year.starts_on)
  const shown = last === undefined ? [year] : [year, last]
  const rows = await agreementsOf(
    db,
    shown.map(({ id }) => id),
  )
  const mayRead = ({ bloc_year_id, state }: AgreementRow) =>
    isMemberOf(actor, bloc_year_id) || isAuthority(actor) || agreementCan('publish', { state })
  return shown.flatMap((one) =>
    rows
      .filter((row) => row.bloc_year_id === one.id && (one.id === year.id || mayRead(row)))
      .map((agreement) => ({ agreement, year: one })),
  )
}

/** The text as it was fixed; of a draft, as it would be fixed now. */
export async function textOf(
  db: Db,
  { canonical_text, id }: AgreementRow,
  { tenantName, now }: { tenantName: string; now: Date },
): Promise<CanonicalAgreement> {
  if (canonical_text !== null) return readCanonical(canonical_text)
  return canonicalOf(await gatherDraft(db, id, now), tenantName)
}
