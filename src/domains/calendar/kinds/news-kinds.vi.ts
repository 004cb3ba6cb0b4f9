type Facts = Record<string, string>

/** Tasks of articles for the portal. */
export const newsKinds = {
  'news.review': {
    title: (f: Facts) => `Duyệt bài “${f['title']}”`,
    detail: (f: Facts) => `${f['writer']} viết; đọc, xem ảnh và sự đồng ý của người trong ảnh, rồi đăng hoặc trả lại.`,
    action: 'Đọc và duyệt',
  },
  'news.mend': {
    title: (f: Facts) => `Sửa bài “${f['title']}”`,
    detail: (f: Facts) => `Bài được trả lại: ${f['reason']}`,
    action: 'Sửa bài',
  },
  'news.keeping': {
    title: (f: Facts) => `Xem lại bài “${f['title']}”: hết thời gian giữ công khai`,
    detail: (f: Facts) => `Giữ đến hết ngày ${f['day']}; giữ tiếp kèm lý do, hoặc gỡ bài.`,
    action: 'Xem và quyết định',
  },
}
