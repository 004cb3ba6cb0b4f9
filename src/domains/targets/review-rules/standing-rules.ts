import { figure, listed, writtenDay } from './say.ts'
import type { ReviewData } from './review-data.ts'
import type { ReviewRule } from './rules.ts'

const sum = (data: ReviewData, key: 'due' | 'on_time' | 'late' | 'missing') =>
  data.reporting.reduce((total, row) => total + row[key], 0)

const yearSource = (data: ReviewData) =>
  ({ kind: 'year', id: data.year.id, label: `${data.year.blocName}, năm ${data.year.label}`, version: 1 }) as const

const reportsSource = (data: ReviewData) =>
  ({ kind: 'reports', id: data.year.id, label: `Sổ báo cáo năm ${data.year.label}`, version: 1 }) as const

/** Who the bloc is, and what the report covers. */
export const whoRule: ReviewRule = {
  name: 'general.who',
  section: 'general',
  draw: (data) => {
    if (data.unit !== null || data.members.length === 0) return []
    const head = data.members.find(({ office }) => office === 'head')
    const led = head === undefined ? '' : `, do ${head.name} làm Khối trưởng`
    const names = data.members.map(({ name }) => name).join('; ')
    const count = figure('members', 'Số đơn vị thành viên', data.members.length)
    return [
      {
        topic: data.year.id,
        text: `${data.year.blocName} năm ${data.year.label} gồm ${count.text} đơn vị thành viên${led}: ${names}.`,
        figures: [count],
        sources: [yearSource(data)],
      },
    ]
  },
}

export const spanRule: ReviewRule = {
  name: 'general.span',
  section: 'general',
  draw: (data) => {
    const whose = data.unit === null ? 'các đơn vị' : data.unit.name
    const days = `từ ngày ${writtenDay(data.from)} đến ngày ${writtenDay(data.to)}`
    return [
      {
        topic: data.year.id,
        text: `Báo cáo đánh giá kết quả thực hiện giao ước thi đua ${days}, theo số liệu ${whose} đã gửi trong sổ báo cáo.`,
        figures: [],
        sources: [yearSource(data), reportsSource(data)],
      },
    ]
  },
}

export const assignedRule: ReviewRule = {
  name: 'direction.assigned',
  section: 'direction',
  draw: (data) => {
    if (data.targets.length === 0) return []
    const count = figure('targets', 'Số chỉ tiêu', data.targets.length)
    return [
      {
        topic: data.year.id,
        text: `Giao ước thi đua được cụ thể hóa thành ${count.text} chỉ tiêu, có kế hoạch cho từng đơn vị và hạn báo cáo theo kỳ.`,
        figures: [count],
        sources: [yearSource(data)],
      },
    ]
  },
}

export const reportsRule: ReviewRule = {
  name: 'direction.reports',
  section: 'direction',
  draw: (data) => {
    if (sum(data, 'due') === 0) return []
    const due = figure('due', 'Số báo cáo phải gửi', sum(data, 'due'))
    const onTime = figure('on_time', 'Gửi đúng hạn', sum(data, 'on_time'))
    const late = figure('late', 'Gửi chậm', sum(data, 'late'))
    const missing = figure('missing', 'Chưa gửi', sum(data, 'missing'))
    return [
      {
        topic: data.year.id,
        text: `Trong kỳ phải gửi ${due.text} báo cáo; ${onTime.text} báo cáo gửi đúng hạn, ${late.text} báo cáo gửi chậm, ${missing.text} báo cáo chưa gửi.`,
        figures: [due, onTime, late, missing],
        sources: [reportsSource(data)],
      },
    ]
  },
}

/** Which unit owes reports, and the reason that it gave itself. */
export const owedRule: ReviewRule = {
  name: 'shortcomings.reports',
  section: 'shortcomings',
  draw: (data) =>
    data.reporting
      .filter(({ late, missing }) => late > 0 || missing > 0)
      .map((row) => {
        const name = data.members.find(({ unit }) => unit === row.unit)?.name ?? ''
        const late = figure('late', 'Gửi chậm', row.late)
        const missing = figure('missing', 'Chưa gửi', row.missing)
        const said = [
          ...(row.missing > 0 ? [`${missing.text} báo cáo chưa gửi`] : []),
          ...(row.late > 0 ? [`${late.text} báo cáo gửi chậm`] : []),
        ]
        const reason = row.late_reason === null ? '' : `; lý do đơn vị nêu: ${row.late_reason.replace(/[.\s]+$/u, '')}`
        return {
          topic: row.unit,
          text: `${name} còn ${listed(said)}${reason}.`,
          figures: [...(row.missing > 0 ? [missing] : []), ...(row.late > 0 ? [late] : [])],
          sources: [reportsSource(data)],
        }
      }),
}

export const owedOutlookRule: ReviewRule = {
  name: 'outlook.reports',
  section: 'outlook',
  draw: (data) => {
    const missing = figure('missing', 'Báo cáo chưa gửi', sum(data, 'missing'))
    if (sum(data, 'missing') === 0) return []
    return [
      {
        topic: data.year.id,
        text: `Gửi đủ ${missing.text} báo cáo còn thiếu; gửi báo cáo các kỳ sau đúng hạn.`,
        figures: [missing],
        sources: [reportsSource(data)],
      },
    ]
  },
}
