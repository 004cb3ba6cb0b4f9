const span = (from: number, to: number) => (from === to ? `mục ${from}` : `các mục từ ${from} đến ${to}`)

export const vi = {
  finding: {
    changed: (number: number) => `Mục ${number} đã bị sửa: nội dung không còn khớp với mã băm của chính nó.`,
    renumbered: (number: number, was: number) => `Mục ${number} vốn mang số ${was}: thứ tự đã bị đổi.`,
    moved: (number: number) => `Mục ${number} không thuộc chỗ này: đã bị đổi chỗ, chèn vào hoặc lấy từ nơi khác.`,
    rehashed: (number: number) =>
      `Mục ${number} không phải là mục mà mục kế tiếp đã nối vào: đã bị viết lại, hoặc có mục bị chèn vào đó.`,
    removed: (number: number, to: number) => `Đã mất ${span(number, to)}.`,
    repeated: (number: number) => `Số ${number} xuất hiện nhiều lần: có mục bị chèn vào.`,
    otherBeginning: 'Mục 1 không nối vào điểm khởi đầu của nhật ký này: các mục đầu đã bị cắt, hoặc là nhật ký khác.',
    wrongHead: (number: number) => `Dòng ghi mục cuối cùng không khớp với mục ${number} là mục cuối có trong nhật ký.`,
    rewritten: (number: number, after: number) =>
      `Nhật ký đã bị viết lại: mục ${number} khác với dấu mốc giữ ở nơi khác; chỗ viết lại bắt đầu sau mục ${after}, ` +
      `muộn nhất tại mục ${number}.`,
    cutOff: (number: number, to: number) => `Phần cuối đã bị cắt: không còn ${span(number, to)}.`,
  },
  remark: {
    backwards: (number: number, at: string, before: string) =>
      `Lưu ý: mục ${number} ghi lúc ${at}, sớm hơn mục ngay trước (${before}): đồng hồ của máy đã bị vặn lùi, hoặc đây là dữ liệu mẫu. Giờ của các mục quanh đây không đáng tin; thứ tự thì vẫn đúng.`,
    restored: (number: number, after: number | null) =>
      `Lưu ý: từ mục ${number}, nhật ký đi tiếp từ một bản sao lưu chụp sau mục ${after ?? 0}. Máy cũ còn chạy thì các mục và dấu mốc của nó sau đó là một nhánh khác.`,
  },
  moreRemarks: (count: number) => `Còn ${count} chỗ đáng lưu ý nữa, xem bằng --json.`,
  more: (count: number) => `Còn ${count} chỗ sai nữa, không liệt kê.`,
  fine: (tenant: string, entries: number, agreeing: number) =>
    `${tenant}: ${entries} mục, không mục nào bị sửa, mất hay đổi chỗ; khớp với ${agreeing} dấu mốc.`,
  broken: (tenant: string, number: number) => `${tenant}: NHẬT KÝ KHÔNG CÒN NGUYÊN, chỗ sai đầu tiên ở mục ${number}.`,
}
