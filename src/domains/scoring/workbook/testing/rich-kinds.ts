import type { ScoreTableInput } from '../../table/score-table.ts'

/** What is asked of each unit. */
export const richKinds: ScoreTableInput['facts'] = {
  da_ban_hanh: { label: 'Đã ban hành kế hoạch', type: 'yes_no' },
  ngay: { label: 'Ngày ban hành', type: 'date' },
  ngay_gui: { label: 'Ngày gửi báo cáo năm', type: 'date' },
  dat: { label: 'Hội viên kết nạp', type: 'number', measure: 'người' },
  giao: { label: 'Chỉ tiêu kết nạp', type: 'number', measure: 'người' },
  lam: { label: 'Mô hình đã làm', type: 'number' },
  ty_le: { label: 'Tỷ lệ hài lòng', type: 'number', measure: '%' },
  ho_so: { label: 'Số hồ sơ', type: 'number' },
  xep_loai: { label: 'Xếp loại tổ chức', type: 'class', classes: ['Yếu', 'Khá', 'Tốt', 'Xuất sắc'] },
  khu_vuc: { label: 'Khu vực', type: 'text' },
  vi_pham: {
    label: 'Vụ việc vi phạm',
    type: 'cases',
    fields: { so_diem: 'number', tu_phat_hien: 'yes_no', loai: 'text' },
  },
  vang: { label: 'Số lần vắng', type: 'cases' },
  khen: { label: 'Khen thưởng', type: 'cases' },
  y_kien: { label: 'Phê bình, biểu dương', type: 'cases', fields: { points: 'number' } },
  bao_cao: { label: 'Báo cáo định kỳ', type: 'reports' },
  cham: { label: 'Điểm các ngành chấm', type: 'marks' },
}
