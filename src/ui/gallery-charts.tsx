import { HeatMap, type HeatCell } from './chart/heat-map.tsx'
import { PlanChart } from './chart/plan-chart.tsx'
import { ProfileChart } from './chart/profile-chart.tsx'
import { Sparkline } from './chart/sparkline.tsx'
import { TimelineChart } from './chart/timeline-chart.tsx'
import { formatNumber } from './format.ts'
import { Sheet } from './sheet.tsx'

const figure = (value: number) => ({ value, text: formatNumber(value) })

const reached = [42, 96.5, 150, 171, 184.5, 288, 300.5, null, 395]

const points = Array.from({ length: 12 }, (_, month) => {
  const actual = reached[month]
  return {
    label: `T${month + 1}`,
    planned: figure((month + 1) * 45),
    actual: typeof actual === 'number' ? figure(actual) : null,
    isLate: typeof actual === 'number' && actual < (month + 1) * 45 * 0.9,
  }
}).map((point, month) => (month === 11 ? { ...point, actual: figure(512), isExpected: true, isLate: false } : point))

const units = ['MTTQ tỉnh', 'LĐLĐ tỉnh', 'Hội Phụ nữ', 'Hội Cựu chiến binh', 'Hội Nông dân', 'Tỉnh Đoàn']

const cells: HeatCell[] = [
  { level: 'reached', text: '104,5 %', href: '#nhiet' },
  { level: 'near', text: '92 %' },
  { level: 'low', text: '41,5 %', isLate: true },
  { level: 'none', text: 'chưa có', isLate: true },
  { level: 'unassigned', text: 'không giao' },
  { level: 'reached', text: 'đạt' },
]

const targets = [
  'Nhà “Mái ấm tình thương” bàn giao',
  'Tỷ lệ hội viên được học chủ đề thi đua của năm',
  'Số mô hình mới được nhân rộng',
  'Thu Quỹ “Vì người nghèo”, triệu đồng',
]

const profile = targets.map((label, index) => ({
  label,
  own: index === 2 ? null : { value: 104.5 - index * 21, text: `${formatNumber(104.5 - index * 21)} %` },
  bloc: { value: 82 + index * 5, text: `${formatNumber(82 + index * 5)} %` },
  isLate: index === 3,
}))

export const GalleryCharts = () => (
  <>
    <Sheet title="Kế hoạch và thực hiện">
      <PlanChart
        id="mau-ke-hoach"
        title="Thu Quỹ “Vì người nghèo”, triệu đồng, cộng dồn từ đầu năm"
        description="Đến tháng 9 thực hiện 395 triệu đồng, kế hoạch 405 triệu đồng. Tháng 8 chưa có số liệu."
        unit="triệu đồng"
        points={points}
      />
    </Sheet>
    <Sheet title="Đơn vị và chỉ tiêu">
      <HeatMap
        id="mau-ban-do"
        title="Mức thực hiện so với kế hoạch đến hết tháng 9"
        description="Bốn chỉ tiêu của sáu đơn vị; một số liệu còn thấp, một đơn vị chưa có số liệu."
        columns={units.map((label) => ({ label }))}
        rows={targets.map((label, row) => ({
          label,
          cells: units.map((_, column) => cells[(column + row) % cells.length] ?? { level: 'none', text: '' }),
        }))}
      />
    </Sheet>
    <Sheet title="Đơn vị bên cạnh khối">
      <ProfileChart
        id="mau-ho-so"
        title="Hội Liên hiệp Phụ nữ tỉnh bên cạnh khối"
        description="Đạt và vượt ở một chỉ tiêu, chậm ở một chỉ tiêu, một chỉ tiêu chưa có số liệu."
        own="Hội Liên hiệp Phụ nữ tỉnh"
        bloc="Trung vị của khối"
        rows={profile}
      />
    </Sheet>
    <Sheet title="Phong trào theo thời gian">
      <TimelineChart
        id="mau-thoi-gian"
        title="Các phong trào thi đua trong năm 2023"
        description="Bốn phong trào: hai đang thực hiện, một đã tổng kết, một chưa phát động."
        from="2023-01-01"
        to="2023-12-31"
        today="2023-10-02"
        bars={[
          {
            label: 'Đoàn kết, sáng tạo, thi đua lập thành tích',
            from: '2021-01-01',
            to: null,
            phase: 'running',
            state: 'Đang thực hiện',
            marks: [{ on: '2023-07-05', label: 'Sơ kết' }],
          },
          {
            label: 'Đợt thi đua chào mừng 30/4',
            from: '2023-03-01',
            to: '2023-04-30',
            phase: 'over',
            state: 'Đã tổng kết',
          },
          {
            label: 'Xây dựng nông thôn mới',
            from: '2023-02-23',
            to: '2023-12-15',
            phase: 'running',
            state: 'Đang thực hiện',
          },
          {
            label: 'Đợt cao điểm cuối năm',
            from: '2023-11-18',
            to: '2023-12-31',
            phase: 'ahead',
            state: 'Chưa phát động',
          },
        ]}
      />
      <p>
        Trong hàng của bảng:{' '}
        <Sparkline values={reached} label="Thu quỹ từ tháng 1 đến tháng 9: từ 42 lên 395 triệu đồng, tháng 8 chưa có" />
      </p>
    </Sheet>
  </>
)
