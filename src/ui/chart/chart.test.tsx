import { expect, test } from 'vitest'
import { HeatMap } from './heat-map.tsx'
import { paperDrawing } from './paper-drawing.ts'
import { PlanChart, PlanDrawing } from './plan-chart.tsx'
import { ProfileChart } from './profile-chart.tsx'
import { Sparkline } from './sparkline.tsx'
import { TimelineChart } from './timeline-chart.tsx'

const html = (part: { toString(): string }) => part.toString()

const plan = {
  id: 'ke-hoach',
  title: 'Thu quỹ',
  description: 'Tháng 2 chưa có số liệu.',
  unit: 'triệu đồng',
  points: [
    { label: 'T1', planned: { value: 45, text: '45' }, actual: { value: 42.5, text: '42,5' } },
    { label: 'T2', planned: { value: 90, text: '90' }, actual: null },
    { label: 'T3', planned: { value: 135, text: '135' }, actual: { value: 0, text: '0' }, isLate: true },
  ],
}

const words = { id: 'hinh', title: 'Hình', description: 'Mô tả.' }

const charts = {
  plan: <PlanChart {...plan} />,
  heat: (
    <HeatMap
      {...words}
      columns={[{ label: 'Hội Nông dân' }]}
      rows={[{ label: 'Nhà <tình> thương', cells: [{ level: 'none', text: 'chưa có', isLate: true }] }]}
    />
  ),
  profile: <ProfileChart {...words} own="Đơn vị" bloc="Khối" rows={[{ label: 'Mô hình', own: null, bloc: null }]} />,
  timeline: (
    <TimelineChart
      {...words}
      from="2023-01-01"
      to="2023-12-31"
      today="2023-10-02"
      bars={[{ label: 'Cả năm', from: '2021-01-01', to: null, phase: 'running', state: 'Đang thực hiện' }]}
    />
  ),
}

test.each(Object.entries(charts))('a %s picture has its title, its description and its table', (_, chart) => {
  const page = html(chart)
  expect(page).toMatch(/<svg[^>]*role="(?:img|group)"[^>]*aria-labelledby="[\w-]+-title [\w-]+-words"/)
  expect(page).toMatch(/<title id="[\w-]+-title">[^<]+<\/title><desc id="[\w-]+-words">[^<]+<\/desc>/)
  expect(page).toMatch(/<details[\s\S]*<table/)
  expect(page).not.toMatch(/ style=|NaN|Infinity|undefined/)
})

test('a period without a figure has no bar and says so; a zero has one', () => {
  const bars = (points: typeof plan.points) =>
    html(<PlanDrawing {...plan} points={points} />).match(/class="chart-bar (done|late)"[^>]*y="(?!6")/g) ?? []
  expect(bars(plan.points)).toHaveLength(2)
  expect(html(charts.plan)).toMatch(/T2<\/th>[\s\S]*?90[\s\S]*?chưa có số liệu/)
})

test('what is late is told without colour: by hatching and in words', () => {
  expect(html(charts.plan)).toContain('fill="url(#ke-hoach-late)"')
  expect(html(charts.heat)).toContain('chưa có (chậm)')
})

test('words of a picture are never read as mark-up', () => {
  expect(html(charts.heat)).toContain('Nhà &lt;tình&gt; thương')
})

test('a small course leaves a gap where nothing was reported', () => {
  const ways = html(<Sparkline values={[1, 2, null, 3, 4]} label="Từ 1 lên 4" />).match(/ d="[^"]*"/)?.[0] ?? ''
  expect(ways.match(/M/g)).toHaveLength(2)
})

test('a drawing for a paper carries its own style and nothing of the page', () => {
  const svg = paperDrawing(<PlanDrawing {...plan} />)
  expect(svg).toMatch(/^<svg [^>]*xmlns="http:\/\/www\.w3\.org\/2000\/svg"[^>]*><style>/)
  expect(svg).not.toContain('var(--')
})
