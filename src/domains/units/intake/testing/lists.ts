import { makeWorkbook } from '#capabilities/spreadsheets/testing/workbook.ts'
import type { Db } from '#platform/database/database.ts'
import { newCode, newId } from '#platform/id.ts'
import type { IntakeKind } from '../intake.ts'
import { morning } from '../../../../../test/cast.ts'

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

/** A list in its preview, without the workbook that brought it. */
export async function putIntake(db: Db, kind: IntakeKind, account: string, rows: readonly Cells[]): Promise<string> {
  const id = newId()
  const sha256 = '0'.repeat(64)
  const file = { sha256, length: 0, media_type: 'application/octet-stream' }
  await db
    .insertInto('stored_file')
    .values(file)
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  await db
    .insertInto('intake')
    .values({ id, kind, file_name: 'danh-sach.xlsx', file_sha256: sha256, uploaded_by: account, uploaded_at: morning })
    .execute()
  const kept = rows.map((cells, index) => ({ intake_id: id, number: index + 2, cells: JSON.stringify(cells) }))
  await db.insertInto('intake_row').values(kept).execute()
  return id
}
