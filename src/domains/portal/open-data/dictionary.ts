import type { Bilingual } from '#platform/words.ts'

/** A column as its user must know it. */
export interface Column {
  name: string
  /** `text`, a day as YYYY-MM-DD, an exact decimal with a point, `true` or `false`; empty is unknown, never zero. */
  kind: 'text' | 'day' | 'decimal' | 'boolean'
  says: Bilingual
}

const column = (name: string, kind: Column['kind'], vi: string, en: string): Column => ({
  name,
  kind,
  says: { vi, en },
})

/** The sets of open data of a bloc, each with its columns in their order. */
export const dataSets = {
  'nam-thi-dua': [
    column('nam', 'text', 'Năm thi đua', 'Year of emulation'),
    column('tu_ngay', 'day', 'Ngày bắt đầu', 'First day'),
    column('den_ngay', 'day', 'Ngày kết thúc', 'Last day'),
    column('khoi_truong', 'text', 'Đơn vị khối trưởng', 'Head unit'),
    column('so_thanh_vien', 'decimal', 'Số đơn vị thành viên (đơn vị)', 'Members (units)'),
    column('so_chu_ky', 'decimal', 'Số đơn vị đã ký giao ước (đơn vị)', 'Units that signed (units)'),
    column('chi_tieu_cong_khai', 'decimal', 'Số chỉ tiêu công khai (chỉ tiêu)', 'Public targets (targets)'),
    column(
      'chi_tieu_dat',
      'decimal',
      'Số chỉ tiêu công khai đạt từ 100 % (chỉ tiêu)',
      'Public targets reached (targets)',
    ),
  ],
  'thanh-vien': [
    column('nam', 'text', 'Năm thi đua', 'Year of emulation'),
    column('don_vi', 'text', 'Tên đơn vị', 'Name of the unit'),
    column('chuc_vu', 'text', 'khối trưởng, khối phó; trống là thành viên', 'head, deputy; empty is a member'),
    column('roi_khoi_ngay', 'day', 'Ngày cuối trong khối, nếu đã rời', 'Last day in the bloc, of one that left'),
  ],
  'chi-tieu': [
    column('nam', 'text', 'Năm thi đua', 'Year of emulation'),
    column('ma', 'text', 'Mã chỉ tiêu', 'Code of the target'),
    column('ten', 'text', 'Tên chỉ tiêu', 'Name of the target'),
    column('don_vi_tinh', 'text', 'Đơn vị tính của kế hoạch và kết quả', 'Unit of plan and result'),
    column('ke_hoach', 'decimal', 'Kế hoạch cả năm của khối', 'The bloc’s plan for the year'),
    column('ket_qua', 'decimal', 'Kết quả đã được duyệt', 'Verified result'),
    column('ty_le', 'decimal', 'Kết quả so với kế hoạch (%)', 'Result of plan (%)'),
    column('den_ngay', 'day', 'Kết quả tính đến ngày', 'Result as of'),
  ],
  tin: [
    column('ngay', 'day', 'Ngày đăng', 'Published on'),
    column('chuyen_muc', 'text', 'Chuyên mục', 'Category'),
    column('tieu_de', 'text', 'Tiêu đề', 'Title'),
    column('tom_tat', 'text', 'Tóm tắt', 'Lead'),
    column('dia_chi', 'text', 'Địa chỉ của bài', 'Address of the article'),
  ],
} as const satisfies Record<string, readonly Column[]>

export type DataSet = keyof typeof dataSets
export const dataSetNames = Object.keys(dataSets) as DataSet[]

/** 'chi-tieu.csv' → the set and its form; nothing for any other name. */
export function readFileName(name: string): { set: DataSet; form: 'csv' | 'json' } | undefined {
  const [, base, ending] = /^(?<base>[a-z-]+)\.(?<ending>csv|json)$/u.exec(name) ?? []
  const set = dataSetNames.find((one) => one === base)
  return set === undefined || ending === undefined ? undefined : { set, form: ending as 'csv' | 'json' }
}
