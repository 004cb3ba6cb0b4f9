/** What rounds, sheets, tables and results all say. */
export const vi = {
  scoring: 'Chấm điểm',
  states: {
    preparing: 'đang chuẩn bị',
    self_scoring: 'tự chấm',
    cross_scoring: 'chấm chéo',
    verifying: 'thẩm định',
    provisional: 'kết quả tạm thời',
    final: 'kết quả chính thức',
  },
  stages: { self: 'tự chấm', cross: 'chấm chéo', bloc: 'khối chấm', authority: 'thẩm định của cơ quan thi đua' },
  sheetStates: {
    open: 'đang chấm',
    submitted: 'đã gửi',
    returned: 'bị trả lại',
    verified: 'khối đã thẩm định',
    agreed: 'đã thống nhất',
    missing: 'không gửi phiếu',
  },
  steps: {
    submitted: 'Gửi phiếu',
    returned: 'Trả lại phiếu',
    verified: 'Thẩm định phiếu',
    agreed: 'Thống nhất điểm',
    reopened: 'Mở lại phiếu',
  },
  standings: {
    scored: 'có điểm',
    missing: 'thiếu số liệu',
    not_marked: 'chưa chấm',
    no_tier: 'không có mức phù hợp',
    asks: 'cần người quyết định',
    not_assigned: 'không giao',
    exempt: 'được miễn',
  },
  points: 'điểm',
}
