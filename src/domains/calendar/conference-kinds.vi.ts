type Facts = Record<string, string>

/** What conferences ask of people; a part of `kinds`. */
export const conferenceKinds = {
  'conferences.reply': {
    title: (f: Facts) => `Trả lời giấy mời dự “${f['title']}”`,
    detail: (f: Facts) => `Hội nghị ngày ${f['day']}; dự, vắng hoặc cử người dự thay.`,
    action: 'Trả lời',
  },
  'conferences.task': {
    title: (f: Facts) => `${f['title']}`,
    detail: (f: Facts) => `Việc “${f['conference']}” giao cho đơn vị.`,
    action: 'Xem và báo xong',
  },
}

/** Tasks of minutes and of what a conference resolved. */
export const minutesKinds = {
  'minutes.draft': {
    title: (f: Facts) => `Soạn biên bản ${f['title']}`,
    detail: (f: Facts) =>
      `${f['bloc']}; dự thảo soạn sẵn từ điểm danh, chương trình, quyết nghị; đọc lại rồi gửi góp ý.`,
    action: 'Soạn biên bản',
  },
  'minutes.read': {
    title: (f: Facts) => `Đọc và góp ý dự thảo biên bản ${f['title']}`,
    detail: (f: Facts) => `${f['bloc']}; góp ý từng đoạn, hoặc đồng ý với dự thảo.`,
    action: 'Đọc dự thảo',
  },
  'minutes.answer': {
    title: (f: Facts) => `Trả lời góp ý biên bản ${f['title']}`,
    detail: (_f: Facts) => 'Tiếp thu thì sửa đoạn văn, không tiếp thu thì ghi lý do; còn góp ý thì chưa ký được.',
    action: 'Xem góp ý',
  },
  'minutes.sign': {
    title: (f: Facts) => `Ký biên bản ${f['title']}`,
    detail: (_f: Facts) => 'Đọc lại nội dung rồi ký, hoặc trả lại kèm lý do.',
    action: 'Xem và ký',
  },
  'minutes.returned': {
    title: (f: Facts) => `Sửa biên bản ${f['title']}`,
    detail: (_f: Facts) => 'Bản trước đã bị trả lại hoặc rút; xem lý do, sửa rồi gửi góp ý lại.',
    action: 'Xem và sửa',
  },
  'resolutions.do': {
    title: (f: Facts) => `Thực hiện ${f['kind']} số ${f['number']}: ${f['text']}`,
    detail: (f: Facts) => `${f['bloc']}; làm xong thì báo cáo kết quả kèm minh chứng.`,
    action: 'Xem và báo cáo',
  },
  'resolutions.confirm': {
    title: (f: Facts) => `Xác nhận kết quả thực hiện ${f['kind']} số ${f['number']}`,
    detail: (f: Facts) => `${f['unit']} đã báo cáo; xem kết quả, minh chứng rồi xác nhận hoặc trả lại.`,
    action: 'Xem và xác nhận',
  },
}
