import { decimalText, divided, times, whole } from '#platform/exact.ts'
import { writeNumber } from '#domains/targets/value.ts'
import { monthName } from '../months/month.ts'
import type { DigestMonth, DigestSource } from './digest.ts'
import { nameKey, toldOf, type Breakdown, type MonthFigures } from '../months/month-figures.ts'
import type { Told } from '../months/withhold.ts'

export const writtenCount = (count: number) => writeNumber(String(count))

export const writtenDay = (day: string) => day.split('-').toReversed().join('/')

export const monthSource = ({ month, closedOn }: DigestMonth): DigestSource => ({
  kind: 'month',
  id: month,
  label: `Số liệu ${monthName(month)}, chốt ngày ${writtenDay(closedOn)}`,
})

/** ' (35,1 %)' of a whole; nothing where the whole is not told. */
export function share(part: number, total: number | null): string {
  const ratio = total === null ? null : divided(times(whole(part), whole(100)), whole(total))
  return ratio === null ? '' : ` (${writeNumber(decimalText(ratio, 1))}\u00a0%)`
}

/** What changed against the month before; nothing unless both are told. */
export function shift(now: number, before: number | null | undefined, month: string): string {
  if (before === null || before === undefined) return ''
  const against = `so với ${monthName(month)}`
  if (now === before) return `, bằng ${monthName(month)}`
  const by = `${writtenCount(Math.abs(now - before))} ý kiến`
  return `, ${now > before ? 'tăng' : 'giảm'} ${by} ${against}`
}

/** Outcomes of opinions as a sentence names them. */
const outcomeNames: Readonly<Record<string, string>> = {
  solved: 'đã trả lời và người gửi xác nhận đã giải quyết',
  unsolved: 'đã trả lời nhưng người gửi cho biết chưa giải quyết',
  answered: 'đã trả lời, chưa có xác nhận của người gửi',
  waiting: 'đang trong thời hạn xem xét, trả lời',
  overdue: 'đã quá hạn trả lời',
}

const unnamed: Readonly<Record<Breakdown, string>> = {
  topics: 'chưa phân loại',
  places: 'chưa rõ địa bàn',
  groups: 'chưa rõ đối tượng',
  fields: 'chưa rõ lĩnh vực',
  concerns: 'chưa ghi mức độ quan tâm',
  outcomes: '',
}

export function nameIn({ names }: MonthFigures, what: Breakdown, key: string): string {
  if (key === '') return unnamed[what]
  return (what === 'outcomes' ? outcomeNames[key] : names[nameKey(what, key)]) ?? key
}

const restNames: Readonly<Record<Breakdown, string>> = {
  topics: 'các chủ đề còn lại',
  places: 'các địa bàn còn lại',
  groups: 'các đối tượng còn lại',
  fields: 'các lĩnh vực còn lại',
  concerns: 'các mức còn lại',
  outcomes: 'các trường hợp còn lại',
}

/** 'Xã A 20 ý kiến (35,1 %); Xã B 15 ý kiến (26,3 %); các địa bàn còn lại 9 ý kiến'; nothing when nothing is told. */
export function enumerate(figures: MonthFigures, what: Breakdown, told: Told = figures[what]): string {
  const parts = told.shown
    .filter(({ count }) => count > 0)
    .map(
      ({ key, count }) =>
        `${nameIn(figures, what, key)} ${writtenCount(count)} ý kiến${told === figures[what] ? share(count, figures.total) : ''}`,
    )
  if (told.shown.every(({ key }) => key === '')) return ''
  const rest = told.rest === 0 ? [] : [`${restNames[what]} ${writtenCount(told.rest)} ý kiến`]
  return [...parts, ...rest].join('; ')
}

export const toldBefore = (before: DigestMonth | null, what: Breakdown, key: string) =>
  before === null ? undefined : toldOf(before.figures, what, key)
