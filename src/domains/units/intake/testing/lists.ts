import { makeWorkbook } from '#capabilities/spreadsheets/testing/workbook.ts'
import { newCode } from '#platform/id.ts'

type Cells = readonly (string | null)[]

const unitHeads = ['Tên đầy đủ', 'Tên ngắn', 'Cấp', 'Đơn vị cấp trên', 'Từ ngày', 'Văn bản', 'Mã đơn vị']
const personHeads = ['Họ và tên', 'Tên đăng nhập', 'Thư điện tử', 'Đơn vị', 'Vai trò', 'Gửi lời mời bằng']

export const unitsFile = (rows: readonly Cells[]) => makeWorkbook([unitHeads, ...rows])
export const peopleFile = (rows: readonly Cells[]) => makeWorkbook([personHeads, ...rows])

/** A name that no other test has. */
export const freshName = (kind = 'Sở') => `${kind} ${newCode(8)}`

/** A row of the list of units. */
export const unitRow = (name: string, { parent = '', short = name, level = 'Cấp tỉnh', code = '' } = {}): Cells => [
  name,
  short,
  level,
  parent,
  '01/02/2020',
  parent === '' ? '' : 'Quyết định 7/QĐ-UBND',
  code,
]

/** A row of the list of people. */
export const personRow = (
  name: string,
  login: string,
  unit: string,
  { way = 'Phiếu in', role = 'Cán bộ thi đua' } = {},
): Cells => [name, login, way === 'Phiếu in' ? '' : `${login}@namdinh.test`, unit, role, way]
