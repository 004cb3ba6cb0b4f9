type Facts = Record<string, string>

/** Tasks of opinions and aspirations. */
export const voiceKinds = {
  'voices.moderate': {
    title: (f: Facts) => `Tiếp nhận ${f['count']} ý kiến mới`,
    detail: (f: Facts) => `${f['bloc']}; đọc, che dữ liệu cá nhân, phân loại, hoặc không tiếp nhận kèm lý do.`,
    action: 'Xem ý kiến',
  },
  'voices.answer': {
    title: (f: Facts) => `Trả lời ý kiến “${f['title']}”`,
    detail: (f: Facts) => `${f['bloc']}; một người soạn, người khác duyệt và gửi.`,
    action: 'Soạn trả lời',
  },
  'voices.publish': {
    title: (f: Facts) => `Duyệt trả lời ý kiến “${f['title']}”`,
    detail: (f: Facts) => `${f['bloc']}; người duyệt không phải người đã soạn.`,
    action: 'Đọc và duyệt',
  },
  'voices.message': {
    title: (f: Facts) => `Người gửi viết thêm về “${f['title']}”`,
    detail: (f: Facts) => `${f['bloc']}; đọc rồi nhắn lại nếu cần.`,
    action: 'Đọc',
  },
}
