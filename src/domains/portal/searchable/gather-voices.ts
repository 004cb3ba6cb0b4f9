import { sql } from 'kysely'
import type { SearchDocument } from '#capabilities/search/search-entry.ts'
import { publicVoicePaths, voicePaths } from '#domains/voices/paths.ts'
import type { Db, Tx } from '#platform/database/database.ts'
import { everyone, yearReaders } from './audience.ts'
import { addressOf, joined, placeOf, yearColumns, type OfYear } from './queries.ts'

interface Row extends OfYear {
  id: string
  title: string
  shown_text: string
  place_name: string
  topic: string | null
  received_on: string
  slug: string | null
  is_public: boolean
  answer: string | null
}

/**
 * Opinions that were taken, in the words that may be shown; what came without a name only once it is published. Neither
 * who sent it nor the text as it came is ever among them.
 */
export async function gatherOpinions(db: Db | Tx, ids: readonly string[]): Promise<SearchDocument[]> {
  const { rows } = await sql<Row>`
    select o.id, o.title, o.shown_text, o.place_name, t.name as topic, o.received_on, o.slug, o.is_public, ${yearColumns},
      (select a.text from opinion_answer a where a.opinion_id = o.id and a.state = 'published'
        order by a.published_at desc limit 1) as answer
    from opinion o left join opinion_topic t on t.id = o.topic_id
    join bloc_year y on y.id = o.bloc_year_id join bloc b on b.id = y.bloc_id
    where o.id = any(${[...ids]}::uuid[]) and o.state not in ('received', 'refused')
      and (o.is_public or o.way <> 'anonymous') and o.shown_text <> ''`.execute(db)
  return rows.flatMap((row) => {
    const common = {
      subject: row.id,
      kind: 'opinion',
      title: row.title === '' ? (row.topic ?? row.shown_text.slice(0, 120)) : row.title,
      ...placeOf(row),
      day: row.received_on,
    }
    const inside = {
      ...common,
      body: joined(row.shown_text, row.topic, row.place_name),
      path: voicePaths.one(row.id, ...addressOf(row)),
      audience: yearReaders(row.bloc_year_id),
    }
    if (!row.is_public || row.slug === null) return [inside]
    const body = joined(row.shown_text, row.answer)
    return [inside, { ...common, part: 'public', body, path: publicVoicePaths.answer(row.slug), audience: everyone }]
  })
}
