import { writeNumber } from '../value.ts'
import { figure, listed, writtenDay } from './say.ts'
import type { ReviewData } from './review-data.ts'
import type { ReviewRule } from './rules.ts'

export const movementsRule: ReviewRule = {
  name: 'movements.each',
  section: 'movements',
  draw: (data) =>
    data.movements.map((one) => {
      const units = figure('units', 'Số đơn vị tham gia', one.units)
      const results = figure('results', 'Số đơn vị có kết quả', one.results)
      const launched = one.launched_on === null ? '' : `, phát động ngày ${writtenDay(one.launched_on)}`
      const reviewed = one.reviewed_on === null ? '' : `; đã sơ kết, tổng kết ngày ${writtenDay(one.reviewed_on)}`
      const taking =
        data.unit === null
          ? `${units.text} đơn vị đăng ký tham gia, ${results.text} đơn vị đã báo cáo kết quả`
          : `đơn vị đã đăng ký tham gia${one.results > 0 ? ' và báo cáo kết quả' : ''}`
      return {
        topic: one.id,
        text: `Phong trào “${one.title}”${launched}: ${taking}${reviewed}.`,
        figures: data.unit === null ? [units, results] : [],
        sources: [{ kind: 'movement', id: one.id, label: `Phong trào “${one.title}”`, version: one.version }],
      }
    }),
}

export const activitiesRule: ReviewRule = {
  name: 'activities.each',
  section: 'activities',
  draw: (data) =>
    data.activities.map((one) => {
      const units = figure('units', 'Số đơn vị phối hợp', one.units)
      const people = figure('people', 'Số người tham gia', one.participants ?? 0)
      const place = one.place === '' ? '' : ` tại ${one.place}`
      const said = [
        ...(one.units > 0 ? [`${units.text} đơn vị phối hợp`] : []),
        ...(one.participants === null ? [] : [`${people.text} người tham gia`]),
      ]
      return {
        topic: one.id,
        text: `Ngày ${writtenDay(one.held_on)}, tổ chức “${one.title}”${place}${said.length > 0 ? `, ${listed(said)}` : ''}.`,
        figures: [...(one.units > 0 ? [units] : []), ...(one.participants === null ? [] : [people])],
        sources: [{ kind: 'activity', id: one.id, label: `Hoạt động “${one.title}”`, version: one.version }],
      }
    }),
}

const kindNames = { collective: 'tập thể', model: 'mô hình', person: 'cá nhân' } as const
const kinds = ['collective', 'model', 'person'] as const

export const examplesRule: ReviewRule = {
  name: 'examples.count',
  section: 'examples',
  draw: (data) => {
    if (data.examples.length === 0) return []
    const all = figure('examples', 'Số điển hình được xác nhận', data.examples.length)
    const counts = kinds.flatMap((kind) => {
      const number = data.examples.filter((one) => one.kind === kind).length
      return number === 0 ? [] : [{ kind, figure: figure(kind, `Điển hình: ${kindNames[kind]}`, number) }]
    })
    const times = data.examples.reduce((total, one) => total + one.replications, 0)
    const copied = figure('replications', 'Số lượt nhân rộng', times)
    const names = data.examples.map((one) => `“${one.name}” (${unitName(data, one.unit)})`).join('; ')
    const of = listed(counts.map((one) => `${one.figure.text} ${kindNames[one.kind]}`))
    return [
      {
        topic: data.year.id,
        text: `Có ${all.text} điển hình tiên tiến được xác nhận, gồm ${of}: ${names}${times > 0 ? `; đã có ${copied.text} lượt nhân rộng` : ''}.`,
        figures: [all, ...counts.map((one) => one.figure), ...(times > 0 ? [copied] : [])],
        sources: data.examples.map((one) => ({
          kind: 'example' as const,
          id: one.id,
          label: `Điển hình “${one.name}”`,
          version: one.version,
        })),
      },
    ]
  },
}

const unitName = (data: ReviewData, unit: string) =>
  data.members.find((member) => member.unit === unit)?.shortName ?? data.unit?.name ?? ''

export const logRule: ReviewRule = {
  name: 'propaganda.each',
  section: 'propaganda',
  draw: (data) =>
    data.log
      .filter(({ entries }) => entries > 0)
      .map((one) => {
        const entries = figure('entries', 'Số lượt ghi trong nhật ký', one.entries)
        const numbers = one.numbers.map(({ code, name, measure, value }) => ({
          words: `${name.toLocaleLowerCase('vi')}: ${writeNumber(value)}${measure === '' ? '' : ` ${measure}`}`,
          figure: figure(`number.${code}`, name, writeNumber(value)),
        }))
        const said = [`${entries.text} lượt ghi trong nhật ký`, ...numbers.map(({ words }) => words)]
        return {
          topic: one.kind,
          text: `${one.name}: ${said.join('; ')}.`,
          figures: [entries, ...numbers.map((number) => number.figure)],
          sources: [{ kind: 'log', id: data.year.id, label: `Nhật ký: ${one.name}`, version: 1 }],
        }
      }),
}
