import { sql } from 'kysely'
import type { SearchDocument } from '#capabilities/search/search-entry.ts'
import { lineagePaths } from '#domains/units/lineage/paths.ts'
import { unitPaths } from '#domains/units/paths.ts'
import type { Db, Tx } from '#platform/database/database.ts'
import { paths } from '../paths.ts'
import { everyone, signedIn } from './audience.ts'
import { joined } from './queries.ts'

interface UnitRow {
  id: string
  code: string | null
  full_name: string
  /** Every name it ever bore, with the names of units elsewhere that it carries on. */
  names: string[]
}

/** A unit under all its names of all times; what initials stand for, the question says. */
export async function gatherUnits(db: Db | Tx, ids: readonly string[]): Promise<SearchDocument[]> {
  const { rows } = await sql<UnitRow>`
    select u.id, u.code, (array_agg(n.full_name order by n.from_on desc))[1] as full_name,
      array_agg(distinct n.full_name) || array_agg(distinct n.short_name) || coalesce((
        select array_agg(distinct b.name) from deed_party a join deed d on d.id = a.deed_id and d.undone_at is null
        join deed_party b on b.deed_id = d.id and b.side = 'before' and b.unit_id is null
        where a.unit_id = u.id and a.side = 'after'), '{}') as names
    from unit u join unit_name n on n.unit_id = u.id where u.id = any(${[...ids]}::uuid[]) group by u.id`.execute(db)
  return rows.flatMap((row) => {
    const others = row.names.filter((name) => name !== row.full_name)
    const common = { subject: row.id, kind: 'unit', title: row.full_name, unit: row.id }
    return [
      {
        ...common,
        body: joined(...others, row.code),
        path: unitPaths.unit(row.id),
        audience: signedIn,
      },
      {
        ...common,
        part: 'public',
        body: joined(...others),
        path: paths.unit(row.id, row.full_name),
        audience: everyone,
      },
    ]
  })
}

interface DeedRow {
  id: string
  document_name: string
  document_number: string | null
  document_issuer: string
  effective_on: string
  names: string[]
  unit_id: string | null
  unit_name: string | null
}

/** Decisions that reorganised units, by their document and by the units they name. */
export async function gatherDeeds(db: Db | Tx, ids: readonly string[]): Promise<SearchDocument[]> {
  const { rows } = await sql<DeedRow>`
    select d.id, d.document_name, d.document_number, d.document_issuer, d.effective_on,
      array_agg(p.name order by p.side, p.position) as names,
      (array_agg(p.unit_id order by p.side desc, p.position) filter (where p.unit_id is not null))[1] as unit_id,
      (array_agg(p.name order by p.side desc, p.position) filter (where p.unit_id is not null))[1] as unit_name
    from deed d join deed_party p on p.deed_id = d.id
    where d.id = any(${[...ids]}::uuid[]) and d.undone_at is null group by d.id`.execute(db)
  return rows.flatMap((row) => {
    const common = {
      subject: row.id,
      kind: 'deed',
      title: [row.document_name, row.document_number].filter((part) => part !== null).join(' '),
      body: joined(row.document_issuer, ...row.names),
      unit: row.unit_id,
      day: row.effective_on,
    }
    const open = {
      ...common,
      part: 'public',
      path: paths.unit(row.unit_id ?? '', row.unit_name ?? ''),
      audience: everyone,
    }
    const inside = { ...common, path: lineagePaths.deed(row.id), audience: signedIn }
    return row.unit_id === null ? [inside] : [inside, open]
  })
}
