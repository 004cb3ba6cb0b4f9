import { randomUUID } from 'node:crypto'
import type { Db } from '#platform/database/database.ts'
import { slices } from '#platform/slices.ts'
import type { Cast } from '../../../../../test/cast.ts'
import type { OpinionState } from '../../opinion.ts'

interface Heard {
  topic: string | null
  day: string
  count: number
  place?: string
  group?: string
  state?: OpinionState
  isPublic?: boolean
}

/** So many opinions of one kind that a cast's first unit took in, straight into the table. */
export async function hear(db: Db, cast: Cast, given: Heard): Promise<string[]> {
  const { topic, day, count, place = '', group = null, state = 'accepted', isPublic = false } = given
  const rows = Array.from({ length: count }, () => ({
    id: randomUUID(),
    bloc_year_id: cast.blocYear,
    unit_id: cast.units[0] ?? '',
    way: 'unnamed' as const,
    source: 'field' as const,
    place_name: place,
    group_code: group,
    topic_id: topic,
    concern: 'medium' as const,
    title: 'Đường liên thôn xuống cấp',
    text: 'Đề nghị sửa đường',
    shown_text: 'Đề nghị sửa đường',
    state,
    received_on: day,
    is_public: isPublic,
    slug: isPublic ? `y-kien-${randomUUID()}` : null,
    answered_on: isPublic ? day : null,
  }))
  for (const some of slices(rows)) await db.insertInto('opinion').values(some).execute()
  return rows.map(({ id }) => id)
}
