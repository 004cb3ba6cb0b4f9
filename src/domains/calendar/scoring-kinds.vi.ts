type Facts = Record<string, string>

/** Tasks of cross-scoring and verification. */
export const scoringKinds = {
  'scoring.assess': {
    title: (f: Facts) => `Chấm chéo ${f['count']} lượt, ${f['round']}`,
    detail: (f: Facts) => `${f['bloc']}; trả lời về xung đột lợi ích trước, rồi chấm từng mục.`,
    action: 'Chấm chéo',
  },
  'scoring.vacant': {
    title: (f: Facts) => `Chọn đơn vị chấm thay ${f['count']} lượt, ${f['round']}`,
    detail: (_f: Facts) => 'Có đơn vị thôi chấm vì xung đột lợi ích mà không còn ai chấm thay được.',
    action: 'Chọn đơn vị',
  },
  'scoring.objection': {
    title: (f: Facts) => `Quyết định phản đối người chấm chéo, ${f['round']}`,
    detail: (f: Facts) => `${f['bloc']}; xem lý do rồi chấp nhận hoặc không.`,
    action: 'Xem và quyết định',
  },
  'scoring.explain': {
    title: (f: Facts) => `Giải trình các mục ${f['codes']} của phiếu “${f['table']}”`,
    detail: (f: Facts) => `${f['bloc']}, ${f['round']}; trả lời và gắn minh chứng.`,
    action: 'Giải trình',
  },
  'scoring.secondLook': {
    title: (f: Facts) => `Xem lại giải trình của ${f['unit']}, các mục ${f['codes']}`,
    detail: (f: Facts) => `${f['round']}; đọc trả lời rồi kết luận.`,
    action: 'Xem lại',
  },
  'scoring.accept': {
    title: (f: Facts) => `Thẩm định phiếu của ${f['unit']}, ${f['round']}`,
    detail: (f: Facts) => `${f['bloc']} đã thẩm định; xem rồi thống nhất hoặc trả lại.`,
    action: 'Xem phiếu',
  },
  'scoring.sheetReopening': {
    title: (f: Facts) => `Quyết định đề nghị mở lại phiếu của ${f['unit']}`,
    detail: (f: Facts) => `${f['bloc']}, ${f['round']}; người thứ hai đồng ý hoặc không, kèm lý do.`,
    action: 'Xem và quyết định',
  },
  'scoring.petition': {
    title: (f: Facts) => `Trả lời kiến nghị của ${f['unit']} về kết quả chấm điểm`,
    detail: (f: Facts) => `${f['bloc']}; đọc căn cứ và minh chứng rồi trả lời kèm lý do.`,
    action: 'Xem và trả lời',
  },
}
