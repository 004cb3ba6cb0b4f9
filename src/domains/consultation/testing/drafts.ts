import { logKinds } from '../../../../db/seed/year-template.ts'
import { makeCast, morning, type Cast } from '../../../../test/cast.ts'
import { testDatabase } from '../../../../test/database.ts'
import { startLog } from '#domains/movements/log/start-log.ts'
import type { Db } from '#platform/database/database.ts'
import { addConsultation } from '../drafts/add-consultation.ts'
import { openConsultation } from '../drafts/open-consultation.ts'
import { consultationOf, provisionsOf, type ProvisionRow } from '../drafts/queries.ts'

export const lawText = `NGHỊ QUYẾT MẪU
Chương I
QUY ĐỊNH CHUNG
Điều 1. Phạm vi điều chỉnh
Nghị quyết này quy định việc họp thôn.
Điều 2. Họp thôn
1. Mỗi năm một lần.
2. Có biên bản.`

export const after = new Date('2023-03-02T08:00:00+07:00')

export interface Opened {
  db: Db
  cast: Cast
  ids: { blocYear: string; consultation: string }
  slug: string
  /** Điều 1 and Điều 2. */
  articles: [ProvisionRow, ProvisionRow]
}

/** A draft that was brought in and not opened yet. */
export async function bringTestDraft(): Promise<Omit<Opened, 'articles' | 'slug'>> {
  const { db } = await testDatabase()
  const cast = await makeCast(db)
  const blocYear = cast.blocYear
  await startLog(db, cast.an, { blocYear, from: 'template' }, { now: morning, template: logKinds })
  const draft = { title: 'dự thảo Nghị quyết mẫu', drafter: 'HĐND tỉnh', about: '', draft: { text: lawText } }
  const added = await addConsultation(db, cast.an, { ...draft, blocYear }, morning)
  if (!added.ok) throw new Error(added.message.en)
  return { db, cast, ids: { blocYear, consultation: added.id } }
}

/** … and opened to all six units, one person and the public until 1 March. */
export async function openTestDraft(): Promise<Opened> {
  const brought = await bringTestDraft()
  const { db, cast, ids } = brought
  const people = [cast.leaders[5]?.account ?? '']
  await openConsultation(
    db,
    cast.an,
    { ...ids, closesOn: '2023-03-01', units: [...cast.units], people, isPublic: true },
    morning,
  )
  const [, first, second] = await provisionsOf(db, ids.consultation)
  if (first === undefined || second === undefined) throw new Error('the text has two articles')
  const { slug } = await consultationOf(db, ids.blocYear, ids.consultation)
  return { ...brought, slug, articles: [first, second] }
}
