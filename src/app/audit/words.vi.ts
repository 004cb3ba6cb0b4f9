export const vi = {
  badCheckpoint: {
    wrongSignature: (tenant: string, number: number) =>
      `Dấu mốc ${tenant}, mục ${number}: chữ ký của con dấu không khớp; dòng này chép sai hoặc đã bị sửa.`,
    unknownSeal: (tenant: string, number: number) =>
      `Dấu mốc ${tenant}, mục ${number}: không có chứng thư nào của con dấu đã ký dòng này; xin đưa vào bằng --seals.`,
  },
  unreadableLines: (file: string, count: number) =>
    `${file}: ${count} dấu mốc không đọc được đến hết (cắt hoặc in hỏng).`,
  noCheckpoints:
    'Không có dấu mốc nào được đưa vào: nhật ký bị viết lại toàn bộ hoặc bị cắt phần cuối sẽ không lộ ra. Xin dùng --checkpoints.',
  leaning: (count: number) =>
    `Chứng thư của con dấu cho ${count} dấu mốc lấy từ chính cơ sở dữ liệu đang kiểm tra: các dòng ấy chỉ đáng tin vì đã ` +
    'được giữ ở nơi khác. Muốn chắc hơn, xin giữ chứng thư con dấu ở ngoài và đưa vào bằng --seals.',
  tenantGone: (tenant: string) => `${tenant}: có dấu mốc nhưng không còn trong cơ sở dữ liệu.`,
  unreadableLog: (tenant: string, reason: string) => `${tenant}: KHÔNG ĐỌC ĐƯỢC NHẬT KÝ: ${reason}`,
  isPart: 'Tệp xuất theo bộ lọc: chỉ kiểm tra được từng mục có trong tệp, không biết được mục nào bị bỏ ra.',
}
