import { writeNumber } from '#domains/targets/value.ts'
import { monthName } from '../months/month.ts'
import type { DigestData, DigestMonth, DigestRule, DraftedClause } from './digest.ts'
import { enumerate, monthSource, nameIn, shift, toldBefore, writtenCount, writtenDay } from './say.ts'
import type { Breakdown } from '../months/month-figures.ts'

type Drawn = ReturnType<DigestRule['draw']>

/** For rules that speak of the month that was closed; without one they say nothing. */
const ofMonth = (draw: (now: DigestMonth, data: DigestData) => Drawn) => (data: DigestData) =>
  data.now === null ? [] : draw(data.now, data)

const sourcesOf = (now: DigestMonth, { before }: DigestData) => [
  monthSource(now),
  ...(before === null ? [] : [monthSource(before)]),
]

const totalRule: DigestRule = {
  name: 'general.total',
  section: 'general',
  draw: ofMonth((now, data) => {
    const { total, least } = now.figures
    const sources = sourcesOf(now, data)
    const when = `Trong ${monthName(now.month)}`
    const told = (text: string) => [{ topic: now.month, text, sources }]
    if (total === null) return told(`${when}, ${data.blocName} tiếp nhận dưới ${least} ý kiến nên không nêu số liệu.`)
    if (total === 0) return told(`${when}, ${data.blocName} không tiếp nhận ý kiến nào.`)
    const against = data.before === null ? '' : shift(total, data.before.figures.total, data.before.month)
    return told(
      `${when}, ${data.blocName} tiếp nhận, tổng hợp ${writtenCount(total)} ý kiến, kiến nghị của đoàn viên, hội viên và Nhân dân${against}.`,
    )
  }),
}

const breakdownRule = (name: string, what: Breakdown, lead: string, section: DigestRule['section']): DigestRule => ({
  name,
  section,
  draw: ofMonth((now) => {
    const said = enumerate(now.figures, what)
    return said === '' ? [] : [{ topic: now.month, text: `${lead}: ${said}.`, sources: [monthSource(now)] }]
  }),
})

const leastRule: DigestRule = {
  name: 'general.least',
  section: 'general',
  draw: ofMonth((now) => {
    if (now.figures.total === null || now.figures.total === 0) return []
    const text = `Báo cáo không nêu số nào dưới ${now.figures.least} ý kiến; phần nhỏ hơn được gộp vào “còn lại” để không ai bị nhận ra.`
    return [{ topic: now.month, text, sources: [monthSource(now)] }]
  }),
}

const topicsRule: DigestRule = {
  name: 'opinions.topic',
  section: 'opinions',
  draw: ofMonth((now, data) =>
    now.figures.topics.shown
      .filter(({ key, count }) => key !== '' && count > 0)
      .map(({ key, count }) => {
        const against =
          data.before === null ? '' : shift(count, toldBefore(data.before, 'topics', key), data.before.month)
        const branch = now.figures.branches[key]
        const within = branch === undefined ? '' : enumerate(now.figures, 'topics', branch)
        const text = `Về ${nameIn(now.figures, 'topics', key)}: ${writtenCount(count)} ý kiến${against}${within === '' ? '' : `; trong đó ${within}`}.`
        return { topic: key, text, sources: sourcesOf(now, data) }
      }),
  ),
}

const restRule: DigestRule = {
  name: 'opinions.rest',
  section: 'opinions',
  draw: ofMonth((now) => {
    const { rest, shown } = now.figures.topics
    if (rest === 0) return []
    const text = `${shown.length === 0 ? 'Các chủ đề' : 'Các chủ đề còn lại'}: ${writtenCount(rest)} ý kiến.`
    return [{ topic: now.month, text, sources: [monthSource(now)] }]
  }),
}

const suddenRule: DigestRule = {
  name: 'opinions.sudden',
  section: 'opinions',
  draw: ({ sudden, from, to }) => {
    if (sudden === null) return []
    const many =
      sudden.atLeast === null ? `có dưới ${sudden.least} ý kiến` : `có ít nhất ${writtenCount(sudden.atLeast)} ý kiến`
    const text = `Từ ngày ${writtenDay(from)} đến ngày ${writtenDay(to)} ${many} về ${sudden.topicName}.`
    const label = `Ý kiến đã duyệt, nhận từ ${writtenDay(from)} đến ${writtenDay(to)}, làm tròn xuống`
    return [{ topic: sudden.topic, text, sources: [{ kind: 'span', id: sudden.topic, label }] }]
  },
}

const hotRule: DigestRule = {
  name: 'hotSpots.each',
  section: 'hot_spots',
  draw: ofMonth((now, data) =>
    data.hotSpots.map(({ what, key, name, heat }) => {
      const of = what === 'topics' ? `Chủ đề “${name}”` : `Địa bàn ${name}`
      const why =
        heat.kind === 'grown'
          ? `gấp ${writeNumber(heat.times)} lần mức trung bình ${writeNumber(heat.mean)} ý kiến của ${heat.months} tháng trước có nêu số`
          : `${heat.months} tháng trước chưa đến mức nêu số`
      const text = `${of}: ${writtenCount(heat.count)} ý kiến, ${why}.`
      return { topic: `${what}.${key}`, text, sources: sourcesOf(now, data) }
    }),
  ),
}

const noHotRule: DigestRule = {
  name: 'hotSpots.none',
  section: 'hot_spots',
  draw: ofMonth((now, data) =>
    data.hotSpots.length > 0 || data.before === null || now.figures.total === null
      ? []
      : [
          {
            topic: now.month,
            text: 'Không có chủ đề, địa bàn nào tăng đến mức điểm nóng theo ngưỡng đã đặt.',
            sources: sourcesOf(now, data),
          },
        ],
  ),
}

const careRule: DigestRule = {
  name: 'rights.care',
  section: 'rights',
  draw: ({ care, from, to }) => {
    if (care.received + care.supported + care.solved === 0) return []
    const value = care.value === null ? '' : `; trị giá chăm lo ${writeNumber(care.value)} đồng`
    const text =
      `Tiếp nhận ${writtenCount(care.received)} vụ việc bảo vệ quyền, lợi ích hợp pháp của đoàn viên, hội viên; ` +
      `hỗ trợ ${writtenCount(care.supported)} vụ việc; giải quyết xong ${writtenCount(care.solved)} vụ việc${value}.`
    const label = `Sổ vụ việc từ ${writtenDay(from)} đến ${writtenDay(to)}`
    return [{ topic: from, text, sources: [{ kind: 'care', id: from, label }] }]
  },
}

const overdueRule: DigestRule = {
  name: 'proposals.overdue',
  section: 'proposals',
  draw: ofMonth((now) => {
    const overdue = now.figures.outcomes.shown.find(({ key }) => key === 'overdue')
    if (overdue === undefined || overdue.count === 0) return []
    const text = `Đề nghị các đơn vị có trách nhiệm trả lời dứt điểm ${writtenCount(overdue.count)} ý kiến đã quá hạn.`
    return [{ topic: now.month, text, sources: [monthSource(now)] }]
  }),
}

/** In the order in which their sentences stand within a section. */
const rules: readonly DigestRule[] = [
  totalRule,
  breakdownRule('general.places', 'places', 'Theo địa bàn', 'general'),
  breakdownRule('general.groups', 'groups', 'Theo đối tượng', 'general'),
  breakdownRule('general.concerns', 'concerns', 'Theo mức độ quan tâm', 'general'),
  leastRule,
  suddenRule,
  topicsRule,
  restRule,
  breakdownRule('opinions.fields', 'fields', 'Theo lĩnh vực pháp luật', 'opinions'),
  hotRule,
  noHotRule,
  breakdownRule('answers.outcomes', 'outcomes', 'Đến ngày chốt số, trong các ý kiến của tháng có', 'answers'),
  careRule,
  overdueRule,
]

/** A sudden report speaks of its topic and of what the last closed month says of hot spots. */
const suddenNames = ['opinions.sudden', 'hotSpots.each']

/** Every sentence that the rules make; each names its rule and what it was read from. */
export const draftDigest = (data: DigestData): DraftedClause[] =>
  rules
    .filter(({ name }) => data.kind === 'monthly' || suddenNames.includes(name))
    .flatMap(({ name, section, draw }) => draw(data).map((drawn) => ({ ...drawn, section, rule: name })))
