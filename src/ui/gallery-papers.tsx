import { Beside } from './beside.tsx'
import { LinkButton } from './button.tsx'
import { Facts } from './facts.tsx'
import { History } from './history.tsx'
import { MarkedText } from './marked-text.tsx'
import { Qr } from './qr.tsx'
import { Quote } from './quote.tsx'
import { Sheet } from './sheet.tsx'
import { SignGrid } from './sign-grid.tsx'
import { State } from './state.tsx'

const text =
  'Chiều 23-2, tại thành phố Nam Định, sáu tổ chức trong khối họp mặt ký giao ước thi đua năm 2023.\nCác đơn vị thống nhất mỗi tổ chức có ít nhất hai mô hình mới, kip thời báo cáo kết quả từng quý.'

const at = (part: string) => ({ start: text.indexOf(part), end: text.indexOf(part) + part.length })

const spans = [
  { ...at('Chiều 23-2'), id: 'ngay-ky', label: 'Ngày ký' },
  { ...at('thành phố Nam Định'), id: 'noi-ky', label: 'Nơi ký' },
  { ...at('sáu tổ chức trong khối'), id: 'don-vi', label: 'Các đơn vị' },
  { ...at('sáu'), id: 'so-don-vi', label: 'Số đơn vị' },
  { ...at('kip thời'), id: 'cam-ket', label: '“kip” có thể là “kịp”', doubt: true },
]

const cells = [
  {
    unit: 'Ủy ban MTTQ Việt Nam tỉnh',
    role: 'Khối phó',
    signer: 'Trần Văn Bình',
    state: 'signed',
    stateText: 'đã ký 15:02, 23/02/2023',
  },
  {
    unit: 'Hội Liên hiệp Phụ nữ tỉnh',
    role: 'Khối trưởng',
    state: 'yours',
    stateText: 'chờ chị ký',
    action: <LinkButton href="#ky">Ký giao ước</LinkButton>,
  },
  {
    unit: 'Liên đoàn Lao động tỉnh',
    role: 'Thành viên',
    state: 'waiting',
    stateText: 'chưa ký',
    detail: 'Đã nhắc 22/02/2023',
  },
  {
    unit: 'Hội Cựu chiến binh tỉnh',
    role: 'Thành viên',
    state: 'refused',
    stateText: 'từ chối ký',
    detail: 'Đề nghị sửa mức chỉ tiêu ở Điều 4.',
  },
  {
    unit: 'Hội Nông dân tỉnh',
    role: 'Thành viên',
    signer: 'Phạm Thị Dung',
    state: 'void',
    stateText: 'chữ ký của phiên bản 1, không còn hiệu lực',
  },
  { unit: 'Ban Thi đua - Khen thưởng tỉnh', role: 'Chứng kiến', state: 'empty', stateText: 'để trống' },
] as const

export const GalleryPapers = () => (
  <>
    <Sheet
      title="Sáu đơn vị ký"
      beside={<State kind="open">1/6 đã ký</State>}
      more={{ label: 'Kiểm tra', href: '#ky' }}
      flush
    >
      <SignGrid label="Chữ ký của các đơn vị" cells={cells} />
    </Sheet>
    <Quote
      text="Đoàn kết, vượt khó - Chủ động thích ứng - Điều hành linh hoạt - Đổi mới, sáng tạo - Kịp thời, hiệu quả"
      source="Chủ đề thi đua năm 2023"
    />
    <Beside label="Bài báo" aside={<MarkedText text={text} spans={spans} fieldHref={(span) => `#${span.id}`} />}>
      <Sheet title="Thông tin và lịch sử">
        <div class="stack">
          <Facts
            facts={[
              { label: 'Ký ngày', value: '23/02/2023' },
              { label: 'Khối trưởng', value: 'Hội Liên hiệp Phụ nữ tỉnh' },
              { label: 'Mã băm', value: <code>9f3a 51d0 77be c21e</code> },
            ]}
          />
          <History
            entries={[
              { at: '2023-02-23T08:02:00Z', who: 'Trần Văn Bình', what: 'ký giao ước', detail: 'chứng thư số 12' },
              { at: '2023-02-20T02:30:00Z', who: 'Nguyễn Thị An', what: 'chốt văn bản' },
            ]}
          />
          <Qr modules={sampleQr} label="Mã QR dẫn tới trang kiểm tra" />
        </div>
      </Sheet>
    </Beside>
  </>
)

const sampleQr = Array.from({ length: 21 }, (_, y) =>
  Array.from({ length: 21 }, (_, x) => (x * y + x + 2 * y) % 3 === 0),
)
