import { Beside } from './beside.tsx'
import { LinkButton, SubmitButton } from './button.tsx'
import { Confirm } from './confirm.tsx'
import { Details } from './details.tsx'
import { Diff } from './diff.tsx'
import { Empty } from './empty.tsx'
import { Facts } from './facts.tsx'
import { TextField } from './form/text-field.tsx'
import { deadline } from './format.ts'
import { History } from './history.tsx'
import { MarkedText } from './marked-text.tsx'
import { Notice } from './notice.tsx'
import { Pagination } from './pagination.tsx'
import { Qr } from './qr.tsx'
import { Quote } from './quote.tsx'
import { Road, type Stop } from './road.tsx'
import { Sheet } from './sheet.tsx'
import { SignGrid } from './sign-grid.tsx'
import { State } from './state.tsx'
import { Steps } from './steps.tsx'
import { Tabs } from './tabs.tsx'
import { TodoList } from './todo-list.tsx'

const today = '2023-10-02'

const sampleRoad: Stop[] = [
  { label: 'Ký giao ước', state: 'past', when: '23/02', note: '6/6 đơn vị', href: '#duong' },
  { label: 'Phát động', state: 'past', when: '01/03' },
  { label: 'Báo cáo quý III', state: 'late', when: 'hạn 30/09', note: 'chưa nộp: Tỉnh Đoàn' },
  { label: 'Sơ kết', state: 'now', when: 'hạn 05/10' },
  { label: 'Tự chấm', state: 'next', when: '15/11' },
  { label: 'Chấm chéo', state: 'skipped' },
  { label: 'Thẩm định', state: 'next', when: '30/11' },
  { label: 'Bình xét', state: 'next', when: '05/12' },
  { label: 'Khen thưởng', state: 'next', when: 'tháng 01' },
]

const sampleTodos = [
  {
    title: 'Nhập kết quả tháng 9',
    detail: '11 trong 14 chỉ tiêu còn trống. Hạn 05/10/2023.',
    deadline: deadline('2023-10-05', today),
    action: { label: 'Nhập kết quả', href: '#viec' },
  },
  {
    title: 'Bổ sung minh chứng “Nhà Mái ấm tình thương”',
    detail: 'Khối trưởng trả lại: thiếu biên bản bàn giao của 2 nhà.',
    deadline: deadline('2023-10-01', today),
    action: { label: 'Bổ sung', href: '#viec' },
  },
  {
    title: 'Cho ý kiến về Điều 4 phụ lục giao ước',
    detail: 'Đề xuất sửa mức chỉ tiêu phát triển hội viên. Lấy ý kiến đến 10/10/2023.',
    deadline: deadline('2023-10-10', today),
    action: { label: 'Cho ý kiến', href: '#viec' },
  },
]

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

const GalleryStates = () => (
  <Sheet title="Nút, trạng thái, thông báo">
    <div class="stack">
      <div class="row">
        <SubmitButton>Gửi kết quả</SubmitButton>
        <LinkButton href="#nut" icon="download">
          Tải bảng tính
        </LinkButton>
        <LinkButton href="#nut" look="quiet">
          Xem thêm
        </LinkButton>
        <SubmitButton look="danger">Rút chữ ký</SubmitButton>
      </div>
      <div class="row">
        <State kind="done">đã nộp 29/9</State>
        <State kind="soon">còn 3 ngày</State>
        <State kind="late">quá hạn 1 ngày</State>
        <State kind="open">đang lấy ý kiến</State>
        <State kind="none">chưa nhập</State>
        <State kind="honour">Cờ thi đua</State>
      </div>
      <Notice kind="info" title="Bản in lấy theo văn bản đã chốt">
        Sửa bản thảo sau lúc chốt không làm đổi bản in này.
      </Notice>
      <Notice kind="success" title="Đã gửi kết quả tháng 9">
        Khối trưởng sẽ nhận được thư trong vài phút.
      </Notice>
      <Notice kind="warning">Đơn vị chưa có người được ủy quyền ký.</Notice>
      <Notice kind="error" title="Chưa gửi được: còn 2 chỉ tiêu trống">
        Nhập chỉ tiêu 3.2 và 4.1, hoặc ghi lý do không giao.
      </Notice>
    </div>
  </Sheet>
)

const GalleryPapers = () => (
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

const GalleryDecisions = () => (
  <>
    <Diff
      older={{ title: 'Bản đã lưu lúc 14:03, Nguyễn Thị An', text: 'Mỗi đơn vị có ít nhất 2 mô hình mới trong năm.' }}
      newer={{ title: 'Bản của anh chị, 14:05', text: 'Mỗi đơn vị có ít nhất 3 mô hình mới trước 30/11.' }}
    />
    <Confirm
      title="Chốt văn bản giao ước"
      what="Văn bản phiên bản 2 được khóa lại và gửi tới sáu đơn vị để ký."
      whom="Sáu đơn vị trong khối và Ban Thi đua - Khen thưởng tỉnh."
      undo="Mở lại được khi chưa có chữ ký nào. Sau chữ ký đầu tiên thì không."
      action="#chot"
      submit="Chốt văn bản"
      cancel="#chot"
    >
      <TextField name="confirm-name" label="Gõ tên giao ước để xác nhận" required example="Giao ước thi đua năm 2023" />
    </Confirm>
    <Sheet title="Chưa có phong trào">
      <Empty
        title="Các phong trào của năm sẽ nằm ở đây"
        icon="list"
        action={<LinkButton href="#them">Thêm phong trào</LinkButton>}
      >
        Bắt đầu bằng phong trào nêu trong giao ước, hoặc lấy từ năm trước.
      </Empty>
    </Sheet>
  </>
)

const GalleryWays = () => (
  <section>
    <Tabs
      label="Các phần"
      tabs={[
        { label: 'Bản thảo', href: '#the', current: true },
        { label: 'Góp ý', href: '#the', count: 12 },
        { label: 'Lịch sử', href: '#the' },
      ]}
    />
    <Steps
      label="Các bước"
      current={1}
      steps={[{ label: 'Đọc bài báo', href: '#buoc' }, { label: 'Soát từng mục' }, { label: 'Chốt và ký' }]}
    />
    <Details summary="Thông tin kỹ thuật của chữ ký">Thuật toán ECDSA P-256, dấu thời gian 15:02:11.</Details>
    <Pagination page={7} last={20} href={(page) => `?trang=${page}`} />
  </section>
)

export const GalleryParts = () => (
  <>
    <Road stops={sampleRoad} />
    <Sheet title="Việc cần làm" flush more={{ label: 'Việc đã xong', href: '#viec' }}>
      <TodoList todos={sampleTodos} />
    </Sheet>
    <GalleryStates />
    <GalleryPapers />
    <GalleryDecisions />
    <GalleryWays />
  </>
)
