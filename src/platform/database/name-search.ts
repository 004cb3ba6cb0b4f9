import { sql, type RawBuilder } from 'kysely'
import { searchWords } from '../fold.ts'

/**
 * `folded` is a column folded by `vn_fold`. Initials count too, "LHPN" finds "Hội Liên hiệp Phụ nữ": from a column that
 * stores them, or made from a `name` at each search, which is enough for a few thousand rows.
 */
type Searched = { folded: RawBuilder<unknown> } & ({ initials: RawBuilder<unknown> } | { name: RawBuilder<unknown> })

/** The same expression as the stored columns have (`db/migrations/0009-initials.sql`). */
const initialsOf = (name: RawBuilder<unknown>) =>
  sql`regexp_replace(extensions.vn_fold(${name}), '(\\w)\\w*\\W*', '\\1', 'g')`

/** Every word of a text begins a word of the column or stands among the initials, tone marks aside. */
export function holdsWords(text: string, searched: Searched): RawBuilder<boolean> {
  const { folded } = searched
  const initials = 'initials' in searched ? searched.initials : initialsOf(searched.name)
  const conditions = searchWords(text).map((word) => {
    const begins = sql<boolean>`${folded} ~ ('\\m(' || extensions.vn_fold(${word}) || '|' || ${word} || ')')`
    return word.length < 2 ? begins : sql<boolean>`(${begins} or ${initials} like '%' || ${word} || '%')`
  })
  return conditions.length === 0 ? sql<boolean>`true` : sql<boolean>`(${sql.join(conditions, sql` and `)})`
}
