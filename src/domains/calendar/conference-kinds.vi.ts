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
