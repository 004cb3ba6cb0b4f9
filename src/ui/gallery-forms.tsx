import { SubmitButton } from './button.tsx'
import { Empty } from './empty.tsx'
import { Actions } from './form/actions.tsx'
import { Checkbox } from './form/checkbox.tsx'
import { DayField } from './form/day-field.tsx'
import { ErrorSummary } from './form/error-summary.tsx'
import { Fieldset } from './form/fieldset.tsx'
import { FileField } from './form/file-field.tsx'
import { RadioGroup } from './form/radio-group.tsx'
import { SavedAt } from './form/saved-at.tsx'
import { SelectField } from './form/select-field.tsx'
import { TextArea } from './form/text-area.tsx'
import { TextField } from './form/text-field.tsx'
import { formatNumber, formatPercent } from './format.ts'
import { ListTools } from './list-tools.tsx'
import { Meter } from './meter.tsx'
import { Sheet } from './sheet.tsx'
import { State } from './state.tsx'
import { Table, type Column } from './table.tsx'

type Target = { name: string; unit: string; plan: number; done: number; tone: 'good' | 'middle' | 'low' }

const targets: Target[] = [
  { name: 'Phát triển hội viên mới', unit: 'người', plan: 2400, done: 1986, tone: 'good' },
  { name: 'Mái ấm tình thương', unit: 'nhà', plan: 24, done: 13, tone: 'middle' },
  { name: 'Vốn vay cho hộ nghèo do phụ nữ làm chủ', unit: 'triệu đồng', plan: 85_000, done: 31_250, tone: 'low' },
]

const words = {
  good: ['done', 'đúng kỳ'],
  middle: ['soon', 'chậm'],
  low: ['late', 'cần thúc đẩy ngay trong tháng'],
} as const

const share = (target: Target) => Math.round((100 * target.done) / target.plan)

const columns: Column<Target>[] = [
  { key: 'name', label: 'Chỉ tiêu', cell: (row) => row.name, sortable: true },
  { key: 'unit', label: 'Đơn vị tính', cell: (row) => row.unit },
  { key: 'plan', label: 'Kế hoạch', cell: (row) => formatNumber(row.plan), numeric: true, sortable: true },
  { key: 'done', label: 'Đến 31/8', cell: (row) => formatNumber(row.done), numeric: true, sortable: true },
  {
    key: 'progress',
    label: 'Tiến độ so với kỳ',
    cell: (row) => (
      <Meter value={share(row)} expected={67} tone={row.tone} label={`${formatPercent(share(row))}, kế hoạch 67 %`} />
    ),
  },
  { key: 'state', label: 'Trạng thái', cell: (row) => <State kind={words[row.tone][0]}>{words[row.tone][1]}</State> },
]

const sampleTable = (
  <Table
    caption="Chỉ tiêu của đơn vị"
    columns={columns}
    rows={targets}
    sort={{ key: 'plan', direction: 'descending' }}
    sortHref={(sort) => `?sap=${sort.key}`}
  />
)

const GalleryTables = () => (
  <>
    <section>
      <ListTools
        action="#danh-sach"
        search={{ label: 'Tìm chỉ tiêu (không cần dấu)', value: 'hoi vien' }}
        filters={[{ name: 'don-vi', label: 'Đơn vị', options: [{ value: 'pn', label: 'Hội Liên hiệp Phụ nữ tỉnh' }] }]}
        shown={3}
        total={58}
        count="3 trong 58 chỉ tiêu"
        clearHref="#danh-sach"
        exportHref="#danh-sach.xlsx"
        printHref="#danh-sach-in"
      />
      <Sheet title="Chỉ tiêu của đơn vị" flush>
        {sampleTable}
      </Sheet>
    </section>
    <Sheet title="Bảng rộng, có dòng cộng" flush>
      <Table
        wide
        caption="Bảng rộng"
        columns={columns.slice(0, 4)}
        rows={targets.slice(0, 2)}
        foot={[
          { key: 'name', value: 'Cộng' },
          { key: 'plan', value: formatNumber(2424) },
        ]}
      />
    </Sheet>
    <Sheet title="Bảng chưa có dòng nào" flush>
      <Table
        caption="Bảng trống"
        columns={columns}
        rows={[]}
        empty={<Empty title="Chưa có chỉ tiêu nào được giao" />}
      />
    </Sheet>
  </>
)

const errors = [
  { field: 'signed-on', message: 'Ngày ký 31/02/2023 không có trong lịch' },
  { field: 'signer', message: 'Chưa chọn người ký' },
]

const GalleryForm = () => (
  <form method="post" action="#form" novalidate>
    <div class="stack">
      <ErrorSummary errors={errors} />
      <Fieldset legend="Nơi và ngày ký" help="Ghi như trong biên bản hội nghị.">
        <TextField name="place" label="Nơi ký" value="Thành phố Nam Định" required example="Hội trường Tỉnh ủy" />
        <DayField
          name="signed-on"
          label="Ngày ký"
          value="31/02/2023"
          required
          error="Ngày 31/02/2023 không có trong lịch; tháng 2 năm 2023 có 28 ngày"
        />
        <SelectField
          name="signer"
          label="Người ký"
          required
          error="Chưa chọn người ký"
          options={[{ value: '1', label: 'Nguyễn Thị An, Chủ tịch Hội' }]}
        />
      </Fieldset>
      <Fieldset legend="Nội dung">
        <TextArea
          name="commitment"
          label="Cam kết"
          value="Mỗi đơn vị có ít nhất hai mô hình mới."
          help="Mỗi cam kết một dòng."
          doubt="“kip” có thể là “kịp”"
          source={{ href: '#doan-cam-ket', label: 'Xem trong bài' }}
        />
        <RadioGroup
          name="copies"
          label="Số bản"
          value="6"
          required
          choices={[
            { value: '6', label: 'Sáu bản, mỗi đơn vị một bản' },
            { value: '7', label: 'Bảy bản', help: 'Thêm một bản lưu ở Ban Thi đua - Khen thưởng tỉnh.' },
          ]}
        />
        <FileField name="paper" label="Quyết định ủy quyền" accept=".pdf" help="Tệp PDF, không quá 10 MB." />
        <Checkbox name="agree" label="Tôi đã đối chiếu với văn bản giấy" required error="Cần đối chiếu trước khi gửi" />
      </Fieldset>
    </div>
    <Actions beside={<SavedAt at="2023-10-02T07:03:00Z" />}>
      <SubmitButton>Gửi đi ký</SubmitButton>
      <SubmitButton look="plain" unchecked>
        Lưu bản thảo
      </SubmitButton>
    </Actions>
    <SavedAt />
    <SavedAt state="saving" />
    <SavedAt state="failed" />
  </form>
)

export const GalleryForms = () => (
  <>
    <GalleryTables />
    <Sheet title="Biểu mẫu">
      <GalleryForm />
    </Sheet>
  </>
)
