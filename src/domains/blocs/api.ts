import { z } from 'zod'
import { reads, type ApiCall, type Endpoint, type Said } from '#platform/api.ts'
import { count, dayText, listOf, listQuery, maybe, noQuery, pageOf, said, text, uuid } from '#platform/api-schema.ts'
import { dayOf } from '#platform/clock.ts'
import { demand } from '#platform/errors.ts'
import { seesBlocYear } from './access.ts'
import { officeNames, roadStops, stopStates } from './bloc-year.ts'
import { membersOn, roadOf, yearById, type BlocYearRow } from './queries.ts'

const tag = 'Khối / Blocs'

const bloc = z
  .object({
    id: uuid(['Mã khối', 'Id of the bloc']),
    code: text(['Số hiệu khối', 'Code']),
    name: text(['Tên đầy đủ', 'Full name']),
    shortName: text(['Tên ngắn', 'Short name']),
  })
  .meta({ id: 'Bloc' })

const year = z
  .object({
    id: uuid(['Mã năm thi đua của khối, dùng trong mọi địa chỉ khác', 'Id of the bloc-year, used in all other paths']),
    label: text(['Năm: "2023", "2013–2014"', 'Year: "2023", "2013–2014"']),
    startsOn: dayText(['Ngày đầu', 'First day']),
    endsOn: dayText(['Ngày cuối, tính cả', 'Last day, included']),
    bloc,
  })
  .meta({ id: 'BlocYear' })

const yearAnswer = ({ id, label, starts_on, ends_on, bloc: of }: BlocYearRow) => ({
  id,
  label,
  startsOn: starts_on,
  endsOn: ends_on,
  bloc: { id: of.id, code: of.code, name: of.name, shortName: of.short_name },
})

/** The bloc-years in which the token's unit or its one year has a part, the latest first. */
async function yearsWithin({ db, actor, onlyYear: only }: ApiCall): Promise<BlocYearRow[]> {
  const own = [...actor.memberships, ...actor.blocRoles].map((held) => held.blocYear)
  const ids = new Set(only === null ? own : [only, ...own])
  const years = await Promise.all([...ids].map((id) => yearById(db, id)))
  return years.toSorted((one, other) => other.starts_on.localeCompare(one.starts_on) || one.id.localeCompare(other.id))
}

async function seenYear({ db, actor, id }: ApiCall) {
  demand(seesBlocYear(actor, id('blocYear')))
  return yearById(db, id('blocYear'))
}

const member = z
  .object({
    unit: uuid(['Mã đơn vị', 'Id of the unit']),
    position: count(['Thứ tự trong khối', 'Place in the official order']),
    name: text(['Tên đầy đủ vào ngày hôm nay', 'Full name of today']),
    shortName: text(['Tên ngắn', 'Short name']),
    office: maybe(said(z.enum(officeNames), ['Chức vụ của đơn vị trong khối', 'Office of the unit in the bloc'])),
    fromOn: dayText(['Là thành viên từ ngày', 'Member from']),
    toOn: maybe(dayText(['Đến hết ngày; null là đến hết năm', 'To the end of; null is the year’s end'])),
  })
  .meta({ id: 'Member' })

const stop = z
  .object({
    stop: said(z.enum(roadStops), ['Chặng', 'Stop']),
    state: said(z.enum([...stopStates, 'closed']), ['Tình trạng', 'State']),
    dueOn: maybe(dayText(['Hạn, tính cả ngày ấy', 'Due on, included'])),
    doneOn: maybe(dayText(['Ngày xong', 'Done on'])),
  })
  .meta({ id: 'Stop' })

const summaryOfYears: Said = ['Các năm thi đua của khối trong phạm vi của mã', 'Bloc-years within the token’s reach']

export const blocsApi: readonly Endpoint[] = [
  reads('/bloc-years', {
    tag,
    summary: summaryOfYears,
    query: listQuery,
    answer: listOf(year),
    run: async (call) => {
      const years = await yearsWithin(call)
      return { body: pageOf(years.map(yearAnswer), call.query, ({ id }) => id) }
    },
  }),
  reads('/blocs', {
    tag,
    summary: ['Các khối trong phạm vi của mã', 'Blocs within the token’s reach'],
    query: listQuery,
    answer: listOf(bloc),
    run: async (call) => {
      const years = (await yearsWithin(call)).map(yearAnswer)
      const blocs = [...new Map(years.map((one) => [one.bloc.id, one.bloc])).values()]
      return { body: pageOf(blocs, call.query, ({ id }) => id) }
    },
  }),
  reads('/bloc-years/:blocYear', {
    tag,
    summary: ['Một năm thi đua của khối và chín chặng', 'One bloc-year and its nine stops'],
    query: noQuery,
    answer: year.extend({ stops: z.array(stop) }).meta({ id: 'BlocYearWithStops' }),
    run: async (call) => {
      const found = await seenYear(call)
      const stops = (await roadOf(call.db, found.id)).map(({ stop: name, state, due_on, done_on }) => {
        return { stop: name, state, dueOn: due_on, doneOn: done_on }
      })
      return { body: { ...yearAnswer(found), stops } }
    },
  }),
  reads('/bloc-years/:blocYear/members', {
    tag,
    summary: ['Các đơn vị thành viên hôm nay, theo thứ tự trong khối', 'Members of today in official order'],
    query: listQuery,
    answer: listOf(member),
    run: async (call) => {
      const { id } = await seenYear(call)
      const members = await membersOn(call.db, id, dayOf(call.now))
      const rows = members.map(({ unit, position, full_name, short_name, office, from_on, to_on }) => {
        return { unit, position, name: full_name, shortName: short_name, office, fromOn: from_on, toOn: to_on }
      })
      return { body: pageOf(rows, call.query, ({ unit }) => unit) }
    },
  }),
]
