import { sql, type RawBuilder } from 'kysely'
import { searchWords } from '../fold.ts'

interface Searched {
  /** A column folded by `vn_fold`. */
  folded: RawBuilder<unknown>
  /** A column of first letters: "LHPN" finds "Hội Liên hiệp Phụ nữ". */
  initials: RawBuilder<unknown>
}

/** Every word of a text begins a word of the column or stands among the initials, tone marks aside. */
export function holdsWords(text: string, { folded, initials }: Searched): RawBuilder<boolean> {
  const conditions = searchWords(text).map((word) => {
    const begins = sql<boolean>`${folded} ~ ('\\m(' || extensions.vn_fold(${word}) || '|' || ${word} || ')')`
    return word.length < 2 ? begins : sql<boolean>`(${begins} or ${initials} like '%' || ${word} || '%')`
  })
  return conditions.length === 0 ? sql<boolean>`true` : sql<boolean>`(${sql.join(conditions, sql` and `)})`
}
