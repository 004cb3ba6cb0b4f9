import { sayStep } from './derivation-words.ts'
import { sayFactDoubt } from './fact-doubt-words.ts'
import type { Derivation, ScoreResult, UnitScore } from './score-result.ts'

const states: Readonly<Record<UnitScore['state'], string>> = {
  complete: 'đủ',
  incomplete: 'chưa đủ',
  disqualified: 'không xếp loại',
}

const comma = (text: string | null) => (text === null ? '–' : text.replace('.', ','))

/** Columns as wide as what stands in them; figures to the right. */
function table(heads: readonly string[], rows: readonly (readonly string[])[], toTheRight: readonly number[]): string {
  const widths = heads.map((head, column) => Math.max(head.length, ...rows.map((row) => row[column]?.length ?? 0)))
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, column) => {
        const width = widths[column] ?? 0
        return toTheRight.includes(column) ? cell.padStart(width) : cell.padEnd(width)
      })
      .join('  ')
      .trimEnd()
  return [line(heads), line(widths.map((width) => '─'.repeat(width))), ...rows.map(line)].join('\n')
}

function rowOf({ name, unit, total, max, percent, class: reached, state, rank }: UnitScore): string[] {
  const figures = [comma(total), comma(max), comma(percent)]
  return [
    rank === null ? '–' : String(rank),
    name === unit ? unit : `${unit} ${name}`,
    ...figures,
    reached ?? '–',
    states[state],
  ]
}

const byRank = (one: UnitScore, other: UnitScore) =>
  (one.rank ?? Number.MAX_SAFE_INTEGER) - (other.rank ?? Number.MAX_SAFE_INTEGER)

function groupText(group: string, units: readonly UnitScore[]): string {
  const heads = ['Hạng', 'Đơn vị', 'Điểm', 'Tối đa', '%', 'Xếp loại', 'Tình trạng']
  const rows = units.toSorted(byRank).map(rowOf)
  return `${group === '' ? '' : `${group}\n`}${table(heads, rows, [0, 2, 3, 4])}`
}

const section = (title: string, lines: readonly string[]) =>
  lines.length === 0 ? [] : [`${title}\n${lines.map((line) => `  ${line}`).join('\n')}`]

function unitNotes({ unit, needs, disqualified, downgraded, titles }: UnitScore): string[] {
  const note = (says: string, what: readonly string[]) =>
    what.length === 0 ? [] : [`${unit}: ${says}${what.join('; ')}`]
  return [
    ...note('còn thiếu ', needs),
    ...note('không xếp loại – ', disqualified),
    ...note('hạ loại – ', downgraded),
    ...note('đủ điều kiện: ', titles),
  ]
}

/** A result as one reads it in a terminal: places, what is missing, ties, and facts to look at again. */
export function printScores({ table: of, units, ties, doubts }: ScoreResult): string {
  const groups = Map.groupBy(units, ({ group }) => group)
  return [
    `Bảng điểm ${of.code}, phiên bản ${of.version}`,
    ...[...groups].map(([group, members]) => groupText(group, members)),
    ...section('Ghi chú', units.flatMap(unitNotes)),
    ...section(
      'Bằng điểm, chưa phân định được',
      ties.map(({ group, rank, units: tied }) => `${group === '' ? '' : `${group}: `}hạng ${rank}: ${tied.join(', ')}`),
    ),
    ...section(
      'Số liệu cần xem lại',
      doubts.map((doubt) => `${doubt.unit}, ${doubt.key} = ${doubt.value}: ${sayFactDoubt(doubt, 'vi')}`),
    ),
  ].join('\n\n')
}

/** Why a criterion has its points, as text. */
export function printDerivation({ code, rule, table: of, facts, steps }: Derivation): string {
  const used = facts.map(
    ({ key, value, source }) => `${key} = ${value ?? 'chưa có'}${source === undefined ? '' : ` (${source})`}`,
  )
  return [
    `Tiêu chí ${code} (${rule}), bảng điểm ${of.code}, phiên bản ${of.version}`,
    ...section('Số liệu', used),
    ...section(
      'Cách tính',
      steps.map((step) => sayStep(step, 'vi')),
    ),
  ].join('\n\n')
}
