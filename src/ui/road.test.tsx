import { html } from 'hono/html'
import { expect, test } from 'vitest'
import { LocaleContext } from './locale.tsx'
import { presentStop, Road, type Stop } from './road.tsx'

const stops: Stop[] = [
  { label: 'Ký giao ước', state: 'past', when: '23/02' },
  { label: 'Báo cáo', state: 'late', note: 'chưa nộp: Tỉnh Đoàn' },
  { label: 'Sơ kết', state: 'now' },
  { label: 'Chấm chéo', state: 'skipped' },
]

test('the present stop is the first that is late or under way, and only one', async () => {
  expect(presentStop(stops)).toBe(1)
  expect(presentStop([{ label: 'Bình xét', state: 'next' }])).toBe(-1)
  const page = String(await html`${<Road stops={stops} />}`)
  expect(page.match(/aria-current="step"/g)).toHaveLength(1)
})

test('every state is said in words; only late and skipped ones are also shown', async () => {
  const page = String(await html`${<Road stops={stops} />}`)
  expect(page).toContain('<span class="road-state hidden-text">đã xong</span>')
  expect(page).toContain('<span class="road-state">quá hạn</span>')
  expect(page).toContain('<span class="road-state">không tổ chức</span>')
})

test('a part speaks the language of the page around it', async () => {
  const english = (
    <LocaleContext.Provider value="en">
      <Road stops={stops} />
    </LocaleContext.Provider>
  )
  expect(String(await html`${english}`)).toContain('overdue')
})
