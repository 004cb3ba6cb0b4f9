type Facts = Record<string, string>

export const vi = {
  heading: 'Minh chứng',
  intro: 'Mọi minh chứng của năm ở một nơi; một tệp dẫn được cho nhiều báo cáo, chỉ tiêu, hoạt động.',
  media: { pdf: 'Văn bản PDF', picture: 'Ảnh', office: 'Tệp Office', link: 'Đường dẫn' },
  mediaShort: { pdf: 'PDF', picture: 'Ảnh', office: 'Office', link: 'Link' },
  standings: { waiting: 'chưa xem xét', valid: 'hợp lệ', insufficient: 'cần bổ sung' },
  citedNone: 'Chưa có minh chứng.',
  addFor: 'Thêm minh chứng',
  chooseFor: 'Chọn minh chứng đã có',
  violations: {
    isWithdrawn: 'Minh chứng này đã được rút, không dẫn thêm được.',
    subjectIsClosed: 'Nội dung này đã khóa, không nhận thêm hay gỡ minh chứng.',
  },
  deeds: {
    'evidence.cited': (f: Facts) => `dẫn minh chứng cho ${f['subject']}`,
  } as Record<string, (f: Facts) => string>,
}
