import type { ReadDoubt } from '../tables/read-doubt.ts'

const sentences: Readonly<Record<string, (v: Readonly<Record<string, string>>) => string>> = {
  levelUnclear: (v) => `Không rõ cấp của “${v['code']}”; tạm đặt theo chỗ đứng.`,
  numberSkips: (v) => `Số “${v['code']}” không nối tiếp số trước; có thể thiếu dòng hoặc sai cấp.`,
  codeWasDay: (v) => `Excel đã đổi số mục thành ngày; đọc lại là ${v['code']}.`,
  joined: (v) => `Dòng không có số và điểm, đã nối vào mục trên: “${v['text']}”.`,
  noNumber: (v) => `Dòng không có số, tạm coi là một phần: “${v['text']}”.`,
  penaltyInBonus: (v) => `Điểm trừ ghi ở cột thưởng (${v['text']}); tính là điểm trừ.`,
  bonusInPenalty: (v) => `Điểm thưởng ghi ở cột trừ (${v['text']}); tính là điểm thưởng.`,
  pointsUnclear: (v) => `Ô điểm còn lời chưa hiểu; chỉ lấy số ${v['amount']}.`,
  noPoints: () => 'Mục không có điểm; tạm để người chấm cho điểm.',
  sumDiffers: (v) => `Tổng không khớp: mục ghi ${v['max']}, các mục con cộng ${v['under']}.`,
  totalDiffers: (v) => `Tổng không khớp: dòng tổng ghi ${v['said']}, các phần cộng ${v['sum']}.`,
  otherSheet: (v) => `Trang tính “${v['name']}” cũng là một bảng, chưa được đọc.`,
}

export const vi = {
  title: 'Đọc bảng điểm từ tệp Excel',
  intro:
    'Dùng tệp đang lưu ở cơ quan: có cột nội dung và cột điểm. Số mục La Mã, chữ cái, số và gạch đầu dòng đều được; ô gộp, dòng tổng không sao.',
  file: 'Tệp Excel (.xlsx)',
  submit: 'Đọc tệp',
  noFile: 'Chọn tệp .xlsx.',
  previewTitle: 'Xem lại bảng vừa đọc',
  previewIntro: 'Chưa có gì được lưu. Xem các điều cần xem lại, rồi nhận thành bản dự thảo để sửa tiếp.',
  found: (nodes: string, total: string) => `${nodes} mục, cộng điểm chuẩn ${total}.`,
  doubts: (count: string) => `${count} điều cần xem lại`,
  noDoubts: 'Không có điều gì phải xem lại.',
  doubtsKept: (count: string) => `${count} điều chưa rõ khi đọc từ tệp`,
  row: 'Dòng',
  item: 'Mục',
  doubt: 'Điều cần xem',
  outline: 'Bảng vừa đọc',
  accept: 'Nhận thành bản dự thảo',
  sayDoubt: ({ says, values, row }: ReadDoubt) =>
    `${row === undefined ? '' : `Dòng ${row}: `}${sentences[says]?.(values) ?? says}`,
  sayOnly: ({ says, values }: ReadDoubt) => sentences[says]?.(values) ?? says,
  violations: {
    noHeadings: 'Không thấy dòng tiêu đề có cột nội dung (tiêu chí) và cột điểm. Xin thêm dòng tiêu đề rồi gửi lại.',
  },
}
