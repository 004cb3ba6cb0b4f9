type Facts = Readonly<Record<string, string>>

const kinds: Readonly<Record<string, string>> = { groups: 'nhóm đối tượng', fields: 'lĩnh vực' }

export const vi = {
  title: 'Chủ đề ý kiến',
  under: 'Cây chủ đề của khối, hai cấp. Chủ đề thôi dùng không bị xóa: ý kiến đã phân loại giữ nguyên.',
  empty: 'Khối chưa có chủ đề nào',
  emptyBody: 'Bắt đầu từ cây chủ đề mẫu của lĩnh vực rồi thêm, đổi tên, thôi dùng tùy khối; hoặc tự thêm từng chủ đề.',
  start: 'Lấy cây chủ đề mẫu',
  caption: 'Các chủ đề',
  name: 'Tên chủ đề',
  parent: 'Thuộc chủ đề',
  top: 'Chủ đề cấp một',
  state: 'Trạng thái',
  inUse: 'đang dùng',
  endedOn: (day: string) => `thôi dùng từ ${day}`,
  acts: 'Sửa',
  rename: 'Đổi tên',
  renameOf: (name: string) => `Đổi tên “${name}”`,
  newName: 'Tên mới',
  end: 'Thôi dùng',
  add: 'Thêm chủ đề',
  toCodes: 'Nhóm, lĩnh vực, ngưỡng',
  codes: {
    title: 'Danh mục phân loại ý kiến',
    under: 'Dùng chung cho mọi khối. Mã thôi dùng không bị xóa; tháng đã chốt giữ tên của ngày chốt.',
    groups: 'Nhóm đối tượng',
    fields: 'Lĩnh vực pháp luật',
    concerns: 'Mức độ quan tâm',
    concernsBody: 'Bốn mức, cố định để các tháng so sánh được với nhau.',
    name: 'Tên',
    add: { groups: 'Thêm nhóm', fields: 'Thêm lĩnh vực' },
  },
  violations: {
    ended: 'Mục này đã thôi dùng.',
    nameTaken: ({ name = '' }: Facts) => `Đã có “${name}” ở cùng cấp.`,
    tooDeep: 'Cây chủ đề chỉ có hai cấp.',
    started: 'Khối đã có chủ đề; thêm từng chủ đề.',
    nameUnreadable: 'Tên phải có chữ hoặc số.',
  },
  deeds: {
    'topics.started': ({ topics = '' }: Facts) => `lấy cây chủ đề mẫu, ${topics} chủ đề cấp một`,
    'topics.added': ({ name = '', under = '' }: Facts) =>
      under === '' ? `thêm chủ đề ý kiến “${name}”` : `thêm chủ đề ý kiến “${name}” thuộc “${under}”`,
    'topics.renamed': ({ before = '', name = '' }: Facts) => `đổi tên chủ đề ý kiến “${before}” thành “${name}”`,
    'topics.ended': ({ name = '' }: Facts) => `thôi dùng chủ đề ý kiến “${name}”`,
    'topics.codeAdded': ({ kind = '', name = '' }: Facts) => `thêm ${kinds[kind] ?? ''} “${name}”`,
    'topics.codeRenamed': ({ kind = '', before = '', name = '' }: Facts) =>
      `đổi tên ${kinds[kind] ?? ''} “${before}” thành “${name}”`,
    'topics.codeEnded': ({ kind = '', name = '' }: Facts) => `thôi dùng ${kinds[kind] ?? ''} “${name}”`,
  },
}
