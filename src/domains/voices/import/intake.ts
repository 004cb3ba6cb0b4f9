import type { TypedRow } from '#capabilities/spreadsheets/read-row.ts'
import type { SheetColumn, SheetPlan } from '#capabilities/spreadsheets/sheet.ts'
import type { Bilingual } from '#platform/words.ts'
import type { IntakeState } from '../../../../db/types.ts'
import { concernLevels } from '../opinion.ts'

export type { IntakeState }

const allowedIn = {
  confirm: ['previewed'],
  withdraw: ['previewed'],
  undo: ['applied'],
} as const satisfies Record<string, readonly IntakeState[]>

export const intakeCan = (verb: keyof typeof allowedIn, intake: { state: IntakeState }): boolean =>
  allowedIn[verb].some((state) => state === intake.state)

/** A workbook of opinions that a unit heard and wrote down. */
export interface OpinionIntake {
  id: string
  bloc_year_id: string
  unit_id: string
  state: IntakeState
  file_name: string
  file_sha256: string
  unknown_columns: readonly string[]
  uploaded_by: string
  uploaded_at: Date
  added: number | null
}

export interface CodesOfSheet {
  topics: readonly { id: string; label: string }[]
  groups: readonly { code: string; name: string }[]
  fields: readonly { code: string; name: string }[]
  concerns: Readonly<Record<(typeof concernLevels)[number], Bilingual>>
}

const both = (text: string): Bilingual => ({ vi: text, en: text })

type Choices = readonly { value: string; label: Bilingual }[]

const choice = (key: string, heading: Bilingual, choices: Choices): SheetColumn => ({
  key,
  kind: 'choice',
  heading,
  help: both(''),
  example: choices[0]?.label.vi ?? '',
  required: key === 'topic',
  longest: 200,
  choices,
})

const coded = (codes: CodesOfSheet['groups']): Choices =>
  codes.map(({ code, name }) => ({ value: code, label: both(name) }))

const plain = (key: string, heading: Bilingual, more: { example: string; longest: number; required: boolean }) =>
  ({ key, kind: 'text', heading, help: both(''), ...more }) as const

const written: readonly SheetColumn[] = [
  {
    key: 'receivedOn',
    kind: 'day',
    heading: { vi: 'Ngày ghi nhận', en: 'Received on' },
    help: both(''),
    example: '15/3/2023',
    required: true,
    longest: 10,
  },
  plain(
    'title',
    { vi: 'Tóm tắt', en: 'Summary' },
    { example: 'Đường liên thôn xuống cấp (ví dụ)', longest: 200, required: true },
  ),
  plain(
    'text',
    { vi: 'Nội dung', en: 'Text' },
    { example: 'Đề nghị sửa đoạn đường liên thôn bị hỏng.', longest: 4000, required: true },
  ),
]

/** The columns of the sheet; what is chosen from lists is what the bloc codes by on the day. No column names a person. */
export const opinionSheet = ({ topics, groups, fields, concerns }: CodesOfSheet): SheetPlan => ({
  key: 'opinions',
  version: 1,
  title: { vi: 'Ý kiến đã ghi nhận', en: 'Opinions' },
  columns: [
    ...written,
    choice(
      'topic',
      { vi: 'Chủ đề', en: 'Topic' },
      topics.map(({ id, label }) => ({ value: id, label: both(label) })),
    ),
    plain('place', { vi: 'Địa bàn', en: 'Place' }, { example: 'Xã Hải Hưng', longest: 200, required: false }),
    choice('group', { vi: 'Đối tượng', en: 'Group' }, coded(groups)),
    choice('field', { vi: 'Lĩnh vực', en: 'Field of law' }, coded(fields)),
    choice(
      'concern',
      { vi: 'Mức độ quan tâm', en: 'Level of concern' },
      concernLevels.map((level) => ({ value: level, label: concerns[level] })),
    ),
  ],
})

interface Span {
  from: string
  to: string
}

const onDay = 0

/** Faults that a cell alone does not show: a day outside the year or to come, and the same opinion twice. */
export function judgeRows(rows: readonly TypedRow[], { from, to }: Span): TypedRow[] {
  const seen = new Map<string, number>()
  return rows.map((row) => {
    const { receivedOn: day, text } = row.values
    const faults = [...row.faults]
    if (typeof day === 'string' && (day < from || day > to)) {
      faults.push({ column: onDay, key: 'opinionImport.dayOutside', values: { from, to } })
    }
    const key = `${day} ${String(text).toLocaleLowerCase('vi')}`
    const earlier = seen.get(key)
    if (earlier !== undefined && text !== null) {
      faults.push({ column: null, key: 'opinionImport.twice', values: { row: earlier } })
    } else seen.set(key, row.number)
    return { ...row, faults }
  })
}

export const intakeSubject = (id: string) => ({ kind: 'opinion_intake', id })
