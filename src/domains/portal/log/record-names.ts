import { sql } from 'kysely'
import { paths as agreementPaths } from '#domains/agreement/paths.ts'
import { handoverPaths } from '#domains/blocs/handover/paths.ts'
import { blocPaths } from '#domains/blocs/paths.ts'
import { ownAccountPath, personPath } from '#domains/identity/paths.ts'
import { legalTextPath } from '#domains/law/paths.ts'
import { intakePaths } from '#domains/units/intake/paths.ts'
import { mandatePaths } from '#domains/units/mandates/paths.ts'
import { unitPaths } from '#domains/units/paths.ts'
import type { Db } from '#platform/database/database.ts'

export interface RecordName {
  name: string
  /** Where it is shown; absent when no page shows it. */
  href?: string
}

interface Named {
  id: string
  kind: string
  name: string
  bloc: string | null
  year: string | null
}

/** The records that entries are about, by their names as they are now. */
const named = sql`
  select u.unit_id as id, 'unit' as kind, u.full_name as name, null as bloc, null as year, u.from_on as since from unit_name u
  union all select a.id, 'account', p.full_name, null, null, '2000-01-01' from account a join person p on p.id = a.person_id
  union all select m.id, 'mandate', p.full_name, null, null, '2000-01-01'
    from mandate m join account a on a.id = m.account_id join person p on p.id = a.person_id
  union all select id, 'bloc', name, slug, null, '2000-01-01' from bloc
  union all select y.id, 'bloc_year', b.short_name || ', ' || y.slug, b.slug, y.slug, '2000-01-01'
    from bloc_year y join bloc b on b.id = y.bloc_id
  union all select g.id, 'agreement', g.title || ', ' || b.short_name, b.slug, y.slug, '2000-01-01'
    from agreement g join bloc_year y on y.id = g.bloc_year_id join bloc b on b.id = y.bloc_id
  union all select r.id, 'article_reading', r.file_name, b.slug, y.slug, '2000-01-01'
    from article_reading r join bloc_year y on y.id = r.bloc_year_id join bloc b on b.id = y.bloc_id
  union all select h.id, 'handover', 'Bàn giao khối trưởng, ' || b.short_name, b.slug, y.slug, '2000-01-01'
    from handover h join bloc_year y on y.id = h.bloc_year_id join bloc b on b.id = y.bloc_id
  union all select id, 'legal_text', kind || ' ' || number, null, null, '2000-01-01' from legal_text`

const addresses: Readonly<Record<string, (row: Named) => string>> = {
  unit: ({ id }) => unitPaths.unit(id),
  account: ({ id }) => personPath(id),
  mandate: ({ id }) => mandatePaths.mandate(id),
  bloc: ({ bloc }) => blocPaths.bloc(bloc ?? ''),
  bloc_year: ({ bloc, year }) => blocPaths.year(bloc ?? '', year ?? ''),
  agreement: ({ bloc, year }) => agreementPaths.agreement(bloc ?? '', year ?? ''),
  article_reading: ({ id, bloc, year }) => agreementPaths.reading(bloc ?? '', year ?? '', id),
  handover: ({ id, bloc, year }) => handoverPaths.one(bloc ?? '', year ?? '', id),
  legal_text: ({ id }) => legalTextPath(id),
}

interface Reader {
  account: string
  /** Only who keeps accounts may open another's. */
  keepsAccounts: boolean
}

function hrefOf(row: Named, { account, keepsAccounts }: Reader): string | undefined {
  if (row.kind === 'account' && row.id === account) return ownAccountPath
  return row.kind === 'account' && !keepsAccounts ? undefined : addresses[row.kind]?.(row)
}

/** Names and addresses of records by id. */
export async function recordNames(
  db: Db,
  ids: readonly (string | null)[],
  reader: Reader,
): Promise<Map<string, RecordName>> {
  const wanted = [...new Set(ids.filter((id) => id !== null))]
  const { rows } = await sql<Named>`
    select distinct on (id) id, kind, name, bloc, year from (${named}) n
    where id = any(${wanted}::uuid[]) order by id, since desc`.execute(db)
  const intakes = await db
    .selectFrom('intake')
    .select(['id', 'file_name'])
    .where('id', 'in', [...wanted, reader.account])
    .execute()
  const found = new Map<string, RecordName>(
    intakes.map(({ id, file_name: name }) => [id, { name, href: intakePaths.intake(id) }]),
  )
  for (const row of rows) {
    const href = hrefOf(row, reader)
    found.set(row.id, href === undefined ? { name: row.name } : { name: row.name, href })
  }
  return found
}
