type Values = Readonly<Record<string, string | number>>

const codes = {
  'movement-registration': 'Đăng ký tham gia phong trào chuyên đề, kể từ ngày phát động',
  'yearly-registration': 'Đăng ký thi đua đầu năm, chậm nhất',
  'provincial-flag-years': 'Phong trào xét Cờ thi đua của tỉnh phải kéo dài ít nhất',
  'government-flag-years': 'Phong trào xét Cờ thi đua của Chính phủ phải kéo dài ít nhất',
  'conference-quorum': 'Hội nghị khối, cụm hợp lệ khi số người có quyền biểu quyết dự họp đạt ít nhất',
  'news-retention': 'Tin, bài trên cổng giữ công khai, kể từ ngày đăng',
  'opinion-answer': 'Trả lời kiến nghị, phản ánh, tính theo ngày làm việc kể từ ngày chuyển',
}

const ruleOf = ({ rule = '' }: Values) => (codes as Readonly<Record<string, string>>)[rule] ?? String(rule)

export const vi = {
  title: 'Thời hạn và ngưỡng theo luật',
  intro:
    'Số ngày, ngày trong năm và số năm mà văn bản quy định, theo ngày có hiệu lực. Quy định đổi thì thêm dòng mới từ ngày mới; dòng cũ giữ cho việc đã qua.',
  open: 'Thời hạn theo luật',
  rule: 'Quy định',
  codes,
  value: 'Mức',
  values: {
    days: (value: string) => `${value} ngày`,
    years: (value: string) => `${value} năm`,
    day_of_year: (day: string) => `ngày ${day}`,
    share: (value: string) => `${value} tổng số`,
  },
  valueHelp:
    'Số ngày hoặc số năm thì ghi số; ngày trong năm thì ghi ngày/tháng, chẳng hạn 15/3; phần của tổng số thì ghi như 2/3.',
  textName: 'Theo văn bản',
  textExample: 'Luật Thi đua, khen thưởng số 06/2022/QH15, điều 26',
  from: 'Có hiệu lực từ',
  to: 'Hết hiệu lực sau ngày',
  fromHelp: 'Việc từ ngày này trở đi theo mức mới.',
  unknown: 'chưa rõ',
  none: 'Chưa có quy định nào',
  source: 'Nguồn',
  state: 'Kiểm chứng',
  confirmed: 'đã kiểm chứng',
  unconfirmed: 'chưa kiểm chứng',
  add: 'Thêm một mức mới',
  save: 'Lưu',
  confirm: 'Kiểm chứng',
  confirmSource: 'Đã đối chiếu với nguồn nào',
  waiting: 'Chờ kiểm chứng',
  confirmApart: 'Người khác phải kiểm chứng: anh, chị đã nhập dòng này.',
  remove: 'Bỏ dòng này',
  deeds: {
    'law.ruleAdded': (f: Values) => `thêm mức theo luật ${ruleOf(f)}: ${f['value']}`,
    'law.ruleConfirmed': (f: Values) => `kiểm chứng mức theo luật ${ruleOf(f)}`,
    'law.ruleRemoved': (f: Values) => `bỏ mức theo luật ${ruleOf(f)} chưa kiểm chứng`,
  },
  violations: {
    notAValue:
      'Mức chưa đúng: số ngày hoặc số năm ghi số nguyên từ 1; ngày trong năm ghi như 15/3; phần của tổng số ghi như 2/3.',
    taken: (values: Values) => `Quy định này đã có một dòng từ ngày ${values['from']}.`,
    endsBeforeItBegins: 'Ngày hết hiệu lực đứng trước ngày có hiệu lực. Xem lại hai ngày này.',
    isConfirmed: 'Dòng này đã được kiểm chứng.',
  },
}
