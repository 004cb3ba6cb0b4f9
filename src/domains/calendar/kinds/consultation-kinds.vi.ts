type Facts = Record<string, string>

/** Tasks of consultations on drafts, and of supervision. */
export const consultationKinds = {
  'consultation.comment': {
    title: (f: Facts) => `Góp ý “${f['title']}”`,
    detail: (_f: Facts) => 'Cán bộ soạn ý kiến theo từng điều; lãnh đạo đơn vị xem rồi gửi.',
    action: 'Góp ý',
  },
  'consultation.member': {
    title: (f: Facts) => `Góp ý “${f['title']}” bằng tên của mình`,
    detail: (_f: Facts) => 'Ý kiến được gửi ngay khi viết.',
    action: 'Góp ý',
  },
  'consultation.check': {
    title: (f: Facts) => `Xem ý kiến của Nhân dân về “${f['title']}”`,
    detail: (_f: Facts) => 'Cho hiện hoặc ẩn kèm lý do; chưa xem thì ý kiến chưa hiện.',
    action: 'Xem ý kiến',
  },
  'consultation.decide': {
    title: (f: Facts) => `Tổng hợp ý kiến về “${f['title']}” và công bố kết quả`,
    detail: (_f: Facts) => 'Quyết định từng ý kiến kèm lý do; người khác công bố.',
    action: 'Mở bảng tổng hợp',
  },
  'supervision.report': {
    title: (f: Facts) => `Ghi kết quả “${f['title']}”`,
    detail: (f: Facts) => `Dự kiến ngày ${f['day']}; ghi ngày tổ chức, kết luận, kiến nghị.`,
    action: 'Mở hồ sơ',
  },
  'supervision.follow': {
    title: (f: Facts) => `Theo dõi trả lời của ${f['addressee']}`,
    detail: (f: Facts) => `Kiến nghị sau “${f['title']}”; ghi văn bản trả lời và mức tiếp thu.`,
    action: 'Mở hồ sơ',
  },
}
