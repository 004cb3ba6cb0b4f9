import type { Level, Progress } from '../board/progress.ts'
import { figure, listed, writtenDay, writtenFigure, writtenPercent } from './say.ts'
import type { ReviewFigure, ReviewSource } from '../review/review.ts'
import type { ReviewData, ReviewTarget } from './review-data.ts'
import type { ReviewRule } from './rules.ts'

const targetSource = ({ target }: ReviewTarget): ReviewSource => ({
  kind: 'target',
  id: target.id,
  label: `Chỉ tiêu ${target.code}`,
  version: target.version,
})

const levels: readonly { level: Level; words: string; label: string }[] = [
  { level: 'reached', words: 'đạt hoặc vượt mức phải đạt đến kỳ', label: 'Chỉ tiêu đạt mức' },
  { level: 'near', words: 'gần đạt', label: 'Chỉ tiêu gần đạt' },
  { level: 'low', words: 'còn thấp', label: 'Chỉ tiêu còn thấp' },
  { level: 'none', words: 'chưa có số liệu', label: 'Chỉ tiêu chưa có số liệu' },
]

export const standingRule: ReviewRule = {
  name: 'targets.standing',
  section: 'targets',
  draw: (data) => {
    if (data.targets.length === 0) return []
    const all = figure('targets', 'Số chỉ tiêu', data.targets.length)
    const counts = levels.map(({ level, words, label }) => ({
      words,
      figure: figure(level, label, data.targets.filter(({ own }) => own.level === level).length),
    }))
    const said = counts.map((one) => `${one.figure.text} chỉ tiêu ${one.words}`)
    return [
      {
        topic: data.year.id,
        text: `Đến hết ngày ${writtenDay(data.to)}, trong ${all.text} chỉ tiêu có ${listed(said)}.`,
        figures: [all, ...counts.map((one) => one.figure)],
        sources: data.targets.map(targetSource),
      },
    ]
  },
}

/** What was reached, of what was due, and what is wanted for the year; each only where there is one. */
function reached(target: ReviewTarget['target'], own: Progress): { words: string[]; figures: ReviewFigure[] } {
  const value = figure('value', 'Thực hiện', writtenFigure(own.value, target))
  const parts = [
    { figure: value, words: value.text },
    ...(own.percent === null || own.due === null
      ? []
      : [
          {
            figure: figure('percent', 'Tỷ lệ so với mức phải đạt', writtenPercent(own.percent)),
            words: `đạt ${writtenPercent(own.percent)} mức phải đạt đến kỳ`,
          },
        ]),
    ...(own.planned === null
      ? []
      : [
          {
            figure: figure('planned', 'Kế hoạch cả năm', writtenFigure(own.planned, target)),
            words: `kế hoạch cả năm ${writtenFigure(own.planned, target)}`,
          },
        ]),
  ]
  return { words: parts.map(({ words }) => words), figures: parts.map((part) => part.figure) }
}

export const eachTargetRule: ReviewRule = {
  name: 'targets.each',
  section: 'targets',
  draw: (data) =>
    data.targets
      .filter(({ own }) => own.level !== 'unassigned')
      .map((one) => {
        const sources = [targetSource(one)]
        const name = one.target.name.replace(/[.;:\s]+$/u, '')
        if (one.own.value === null) {
          return { topic: one.target.id, text: `${name}: chưa có số liệu.`, figures: [], sources }
        }
        const { words, figures } = reached(one.target, one.own)
        return { topic: one.target.id, text: `${name}: ${words.join('; ')}.`, figures, sources }
      }),
}

interface Behind {
  unit: string
  name: string
  targets: { one: ReviewTarget; progress: Progress }[]
}

function behindOf(data: ReviewData): Behind[] {
  return data.members
    .filter(({ unit }) => data.unit === null || data.unit.id === unit)
    .map(({ unit, name }) => ({
      unit,
      name,
      targets: data.targets.flatMap((one) => {
        const progress = one.units.find((row) => row.unit === unit)?.progress
        return progress?.isBehind ? [{ one, progress }] : []
      }),
    }))
    .filter(({ targets }) => targets.length > 0)
}

/** Who is behind, in which targets and by how much. */
export const behindRule: ReviewRule = {
  name: 'shortcomings.behind',
  section: 'shortcomings',
  draw: (data) =>
    behindOf(data).map(({ unit, name, targets }) => {
      const count = figure('behind', 'Số chỉ tiêu chậm', targets.length)
      const each = targets.map(({ one, progress }) => ({
        name: one.target.name,
        figure: figure(
          `target.${one.target.code}`,
          `Tỷ lệ của chỉ tiêu ${one.target.code}`,
          progress.percent === null ? 'chưa có số liệu' : writtenPercent(progress.percent),
        ),
      }))
      const said = each.map((row) => `${row.name} (${row.figure.text})`).join('; ')
      return {
        topic: unit,
        text: `${name} chậm ở ${count.text} chỉ tiêu so với mức phải đạt đến kỳ: ${said}.`,
        figures: [count, ...each.map((row) => row.figure)],
        sources: targets.map(({ one }) => targetSource(one)),
      }
    }),
}

export const noneBehindRule: ReviewRule = {
  name: 'shortcomings.none',
  section: 'shortcomings',
  draw: (data) =>
    data.targets.length === 0 || behindOf(data).length > 0
      ? []
      : [
          {
            topic: data.year.id,
            text: `Đến hết ngày ${writtenDay(data.to)}, không có chỉ tiêu nào chậm so với mức phải đạt đến kỳ.`,
            figures: [],
            sources: data.targets.map(targetSource),
          },
        ],
}

export const catchUpRule: ReviewRule = {
  name: 'outlook.targets',
  section: 'outlook',
  draw: (data) => {
    const late = data.targets.filter(({ own, units }) => own.isBehind || units.some((row) => row.progress.isBehind))
    if (late.length === 0) return []
    const count = figure('late', 'Số chỉ tiêu cần tập trung', late.length)
    return [
      {
        topic: data.year.id,
        text: `Tập trung thực hiện ${count.text} chỉ tiêu còn đơn vị chậm: ${late.map(({ target }) => target.name).join('; ')}.`,
        figures: [count],
        sources: late.map(targetSource),
      },
    ]
  },
}
