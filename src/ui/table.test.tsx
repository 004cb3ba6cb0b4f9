import { html } from 'hono/html'
import { expect, test } from 'vitest'
import { nextSort, Table, type Column, type Sort } from './table.tsx'

type Row = { name: string; points: string }

const columns: Column<Row>[] = [
  { key: 'name', label: 'Đơn vị', cell: (row) => row.name },
  { key: 'points', label: 'Điểm', cell: (row) => row.points, numeric: true, sortable: true },
]
const rows = [{ name: 'Tỉnh Đoàn', points: '92,16' }]

const render = async (sort?: Sort, shown = rows) =>
  String(
    await html`${(
      <Table
        caption="Kết quả"
        columns={columns}
        rows={shown}
        empty={<p>Chưa có kết quả</p>}
        {...(sort && { sort })}
        sortHref={(wanted) => `?sap=${wanted.key}-${wanted.direction}`}
      />
    )}`,
  )

test('a column is sorted upwards first, then turned round', () => {
  expect(nextSort('a', undefined)).toEqual({ key: 'a', direction: 'ascending' })
  expect(nextSort('a', { key: 'a', direction: 'ascending' })).toEqual({ key: 'a', direction: 'descending' })
  expect(nextSort('a', { key: 'b', direction: 'ascending' })).toEqual({ key: 'a', direction: 'ascending' })
})

test('the first column names the row and every other cell carries its label to the phone', async () => {
  const page = await render()
  expect(page).toContain('<th scope="row">Tỉnh Đoàn</th>')
  expect(page).toContain('<td class="num" data-label="Điểm"><span class="cell">92,16</span></td>')
})

test('the sorted column says so and links to the other direction', async () => {
  const page = await render({ key: 'points', direction: 'ascending' })
  expect(page).toContain('aria-sort="ascending"')
  expect(page).toContain('href="?sap=points-descending"')
})

test('an empty table gives way to what will stand there', async () => {
  expect(await render(undefined, [])).toBe('<p>Chưa có kết quả</p>')
})
