import { sql, type RawBuilder } from 'kysely'
import { searchWords } from '../fold.ts'

interface Searched {
  /** A column folded by `vn_fold`. */
  folded: RawBuilder<unknown>
  /** The column whose initials count too: "LHPN" finds "Hội Liên hiệp Phụ nữ". */
  name: RawBuilder<unknown>
}

/** Every word of a text begins a word of the column or stands among the initials, tone marks aside. */
export function holdsWords(text: string, { folded, name }: Searched): RawBuilder<boolean> {
  const conditions = searchWords(text).map((word) => {
    const begins = sql<boolean>`${folded} ~ ('\\m(' || extensions.vn_fold(${word}) || '|' || ${word} || ')')`
    const initials = sql`regexp_replace(extensions.vn_fold(${name}), '(\\w)\\w*\\W*', '\\1', 'g')`
    return word.length < 2 ? begins : sql<boolean>`(${begins} or position(${word} in ${initials}) > 0)`
  })
  return conditions.length === 0 ? sql<boolean>`true` : sql<boolean>`(${sql.join(conditions, sql` and `)})`
}
