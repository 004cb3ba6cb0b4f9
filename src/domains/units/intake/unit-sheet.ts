import type { SheetColumn, SheetPlan } from '#capabilities/spreadsheets/sheet.ts'

interface Level {
  code: string
  name: string
  name_en: string
}

const text = { kind: 'text', required: false, longest: 200 } as const

const names: SheetColumn[] = [
  {
    ...text,
    key: 'fullName',
    heading: { vi: 'Tên đầy đủ', en: 'Full name' },
    help: { vi: 'Tên ghi trong quyết định thành lập.', en: 'The name in the founding decision.' },
    example: 'Hội Liên hiệp Phụ nữ tỉnh (ví dụ)',
    required: true,
  },
  {
    ...text,
    key: 'shortName',
    heading: { vi: 'Tên ngắn', en: 'Short name' },
    help: { vi: 'Tên dùng trong bảng và danh sách.', en: 'The name for tables and lists.' },
    example: 'Hội LHPN tỉnh',
    required: true,
    longest: 80,
  },
]

const levelColumn = (levels: readonly Level[]): SheetColumn => ({
  ...text,
  key: 'level',
  kind: 'choice',
  heading: { vi: 'Cấp', en: 'Level' },
  help: { vi: '', en: '' },
  example: (levels.find(({ code }) => code === 'tinh') ?? levels[0])?.name ?? '',
  choices: levels.map(({ code, name, name_en: en }) => ({ value: code, label: { vi: name, en } })),
  required: true,
})

const place: SheetColumn[] = [
  {
    ...text,
    key: 'parent',
    heading: { vi: 'Đơn vị cấp trên', en: 'Parent unit' },
    help: {
      vi: 'Tên hoặc mã của đơn vị đã có, hoặc của một dòng khác trong tệp này, ở bất kỳ vị trí nào. Để trống khi không trực thuộc.',
      en: 'Name or code of a unit that is there, or of another row of this file, in any order. Empty when there is none.',
    },
    example: 'Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh',
  },
  {
    ...text,
    key: 'fromOn',
    kind: 'day',
    heading: { vi: 'Từ ngày', en: 'From' },
    help: { vi: 'Ngày tên và tổ chức này bắt đầu.', en: 'The day on which the unit begins under this name.' },
    example: '01/01/2023',
    required: true,
  },
  {
    ...text,
    key: 'document',
    heading: { vi: 'Văn bản', en: 'Document' },
    help: {
      vi: 'Số, ngày và cơ quan ban hành; bắt buộc khi có đơn vị cấp trên.',
      en: 'Number, day and issuer; required with a parent unit.',
    },
    example: 'Quyết định 12/QĐ-UBND ngày 05/01/2023 của UBND tỉnh',
  },
  {
    ...text,
    key: 'code',
    heading: { vi: 'Mã đơn vị', en: 'Code' },
    help: { vi: 'Mã định danh, gồm chữ in, số, dấu chấm, gạch nối.', en: 'Capitals, figures, dots and dashes.' },
    example: 'H40.02',
    longest: 40,
  },
]

/** The list of units; the levels are those of the day. */
export const unitSheet = (levels: readonly Level[]): SheetPlan => ({
  key: 'units',
  version: 1,
  title: { vi: 'Danh sách đơn vị', en: 'List of units' },
  columns: [...names, levelColumn(levels), ...place],
})
