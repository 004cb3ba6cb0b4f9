type Values = Readonly<Record<string, string>>

export const vi = {
  titles: {
    400: 'Yêu cầu sai',
    401: 'Chưa xác thực',
    403: 'Không được phép',
    409: 'Đang có việc khác',
    412: 'Đã có bản khác',
    415: 'Sai kiểu nội dung',
    422: 'Chưa làm được',
    428: 'Thiếu điều kiện',
    429: 'Gọi quá nhiều lần',
  },
  violations: {
    keyMissing: 'Thiếu đầu mục Idempotency-Key: mỗi lần ghi cần một khóa riêng, dài 1 đến 200 ký tự thường.',
    keyUsed: 'Khóa Idempotency-Key này đã dùng cho một yêu cầu khác.',
    stillAtWork: 'Yêu cầu cùng khóa đang được thực hiện. Gửi lại sau ít giây.',
    stale: (values: Values) => `Đã có bản khác (bản ${values['version']}). Đọc lại rồi mới ghi.`,
    notJson: 'Nội dung phải là JSON (Content-Type: application/json).',
    notForm: 'Nội dung phải là biểu mẫu có tệp (Content-Type: multipart/form-data), tệp ở trường “file”.',
    badContent: 'Nội dung chưa đúng; xem từng trường.',
    badQuery: 'Tham số của địa chỉ chưa đúng; xem từng tham số.',
    cursorGone: 'Con trỏ không còn dùng được. Đọc lại danh sách từ đầu.',
  },
}
