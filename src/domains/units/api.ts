import { z } from 'zod'
import { reads, type Endpoint } from '#platform/api.ts'
import { listOf, listQuery, noQuery, numberedPage, said, text, uuid } from '#platform/api-schema.ts'
import { dayOf } from '#platform/clock.ts'
import { findUnits, unitById } from './queries.ts'
import { unitStatusNames, type UnitInList } from './unit.ts'

const tag = 'Đơn vị / Units'

const unit = z
  .object({
    id: uuid(['Mã đơn vị', 'Id of the unit']),
    name: text(['Tên đầy đủ vào ngày hôm nay', 'Full name of today']),
    shortName: text(['Tên ngắn', 'Short name']),
    level: text(['Mã cấp', 'Code of its level']),
    status: said(z.enum(unitStatusNames), ['Tình trạng', 'Status']),
  })
  .meta({ id: 'Unit' })

const unitAnswer = ({ id, full_name, short_name, level_code, status }: Omit<UnitInList, 'matched_name'>) => ({
  id,
  name: full_name,
  shortName: short_name,
  level: level_code,
  status,
})

const search = text(['Một phần tên, có dấu hoặc không', 'Part of any name, with or without tone marks'])

/** The register of units is the same for everyone who may sign in. */
export const unitsApi: readonly Endpoint[] = [
  reads('/units', {
    tag,
    summary: ['Danh sách đơn vị, tìm theo mọi tên đã mang', 'Units, by any name they bear or bore'],
    query: listQuery.extend({ search: search.max(200).default('') }),
    answer: listOf(unit),
    run: async ({ db, now, query }) => {
      const { page, size, nextOf } = numberedPage(query)
      const { units, total } = await findUnits(db, { text: query.search, day: dayOf(now), page, size })
      return { body: { items: units.map(unitAnswer), next: nextOf(total) } }
    },
  }),
  reads('/units/:unit', {
    tag,
    summary: ['Một đơn vị', 'One unit'],
    query: noQuery,
    answer: unit,
    run: async ({ db, now, id }) => ({ body: unitAnswer(await unitById(db, id('unit'), dayOf(now))) }),
  }),
]
