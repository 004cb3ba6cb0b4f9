import { sql } from 'kysely'
import type { SearchDocument } from '#capabilities/search/search-entry.ts'
import { allowedIn } from '#domains/agreement/agreement.ts'
import { paths as agreementPaths } from '#domains/agreement/paths.ts'
import type { Db, Tx } from '#platform/database/database.ts'
import { paths } from '../paths.ts'
import { authority, everyone, member } from './audience.ts'
import { addressOf, joined, placeOf, yearColumns, type OfYear } from './queries.ts'

interface Row extends OfYear {
  id: string
  title: string
  theme: string
  place: string
  signing_on: string | null
  bloc_name: string
  isPublished: boolean
  clauses: { id: string; text: string }[]
}

const longestTitle = 140

/** The beginning of a clause stands for its name. */
const shortened = (text: string) =>
  text.length <= longestTitle ? text : `${text.slice(0, text.lastIndexOf(' ', longestTitle))}…`

function documentsOf(row: Row, where: { path: string; audience: readonly string[]; part: string }): SearchDocument[] {
  const { path, audience, part } = where
  const common = { subject: row.id, ...placeOf(row), day: row.signing_on, path, audience }
  const whole = {
    ...common,
    part,
    kind: 'agreement',
    title: `${row.title}, ${row.bloc_name}`,
    body: joined(row.theme, row.place),
  }
  const clauses = row.clauses.map((clause) => ({
    ...common,
    part: `${part} ${clause.id}`.trim(),
    kind: 'clause',
    title: shortened(clause.text),
    body: clause.text.length <= longestTitle ? '' : clause.text,
  }))
  return [whole, ...clauses]
}

/** The agreement that lives and its clauses; for the public from the first signature on. */
export async function gatherAgreements(db: Db | Tx, ids: readonly string[]): Promise<SearchDocument[]> {
  const { rows } = await sql<Row>`
    select g.id, g.title, g.theme, g.place, g.signing_on, b.short_name as bloc_name, ${yearColumns},
      g.state = any(${[...allowedIn.publish]}::agreement_state[]) as "isPublished",
      coalesce((select jsonb_agg(jsonb_build_object('id', c.id, 'text', c.text) order by c.section, c.position)
        from clause c where c.agreement_id = g.id and c.text <> ''), '[]') as clauses
    from agreement g join bloc_year y on y.id = g.bloc_year_id join bloc b on b.id = y.bloc_id
    where g.id = any(${[...ids]}::uuid[]) and g.state <> 'void'`.execute(db)
  return rows.flatMap((row) => {
    const at = addressOf(row)
    const audience = [authority, member(row.bloc_year_id)]
    const inside = documentsOf(row, { path: agreementPaths.agreement(...at), audience, part: '' })
    if (!row.isPublished) return inside
    return [...inside, ...documentsOf(row, { path: paths.agreement(...at), audience: everyone, part: 'public' })]
  })
}
