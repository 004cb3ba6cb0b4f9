import { LinkButton, SubmitButton } from './button.tsx'
import { Confirm } from './confirm.tsx'
import { Details } from './details.tsx'
import { Diff } from './diff.tsx'
import { Empty } from './empty.tsx'
import { TextField } from './form/text-field.tsx'
import { deadline } from './format.ts'
import { Notice } from './notice.tsx'
import { Pagination } from './pagination.tsx'
import { Road, type Stop } from './road.tsx'
import { Sheet } from './sheet.tsx'
import { State } from './state.tsx'
import { Steps } from './steps.tsx'
import { Tabs } from './tabs.tsx'
import { TodoList } from './todo-list.tsx'
import { GalleryPapers } from './gallery-papers.tsx'

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
