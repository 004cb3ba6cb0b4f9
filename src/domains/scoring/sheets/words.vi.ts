import type { FactSource } from '../figures/fact-source.ts'

type Facts = Record<string, string>

const parts = { value: '', planned: ', kế hoạch', assigned: ', việc giao' } as const
const inSentence = (text: string) => text.replace(/^\p{Lu}/u, (letter) => letter.toLowerCase())

/** Who says a fact, as one line. */
function source(said: FactSource): string {
  if (said.from === 'target') return `Chỉ tiêu ${said.code}${parts[said.part]}`
  if (said.from === 'report') {
    return `Chỉ tiêu ${said.code}, báo cáo ${inSentence(said.period)}, ${said.verified ? 'đã thẩm định' : 'chưa thẩm định'}`
  }
  if (said.from === 'log') return `Nhật ký hoạt động: ${inSentence(said.name)}`
  if (said.from === 'typed') return `${said.by} nhập${said.note === '' ? '' : `: ${said.note}`}`
  return { reports: 'Sổ báo cáo', posted: 'Sổ báo cáo', evidence: 'Kết luận về minh chứng của phiếu' }[said.from]
}

export const vi = {
  sheet: 'Phiếu tự chấm điểm',
  whose: { self: 'Đơn vị', cross: 'Các đơn vị chấm chéo', bloc: 'Khối', authority: 'Cơ quan thi đua' },
  asProposed: 'Đúng như bảng điểm tính',
  source,
  due: (day: string) => `Hạn gửi ${day}, tính đến 24 giờ.`,
  lateSince: (day: string) => `Hạn gửi ${day} đã qua; gửi được kèm lý do.`,
  caption: 'Từng tiêu chí của bảng điểm với số liệu, điểm và minh chứng',
  criterion: 'Nội dung',
  max: 'Điểm chuẩn',
  bonus: 'Thưởng',
  penalty: 'Trừ',
  fact: 'Số liệu',
  proposed: 'Máy tính',
  own: 'Tự chấm',
  stands: 'Điểm',
  reason: 'Lý do, ghi chú',
  evidence: 'Minh chứng',
  evidenceCount: (count: number) => (count === 0 ? 'chưa có' : `${count} tệp`),
  addEvidence: 'thêm',
  evidenceOf: (code: string) => `Minh chứng, mục ${code}`,
  mustProve: (what: string) => `Cần chứng minh: ${what}`,
  missing: 'chưa có',
  notMarked: 'chưa chấm',
  noTier: 'không có mức phù hợp',
  asks: 'cần tự chấm',
  notAssigned: 'không giao',
  exempt: 'được miễn',
  factOf: (label: string) => `Số liệu: ${label}`,
  pointsOf: (title: string) => `Điểm tự chấm: ${title}`,
  reasonOf: (title: string) => `Lý do: ${title}`,
  noteOf: (label: string) => `Ghi chú: ${label}`,
  isUnassigned: 'Không giao',
  isUnassignedOf: (label: string) => `Không giao cho đơn vị: ${label}`,
  choose: 'Chưa nhập',
  casesHelp: (fields: string) =>
    `Ghi số vụ việc, hoặc từng vụ cách nhau bằng dấu chấm phẩy; mỗi vụ gồm ${fields}, cách nhau bằng dấu |.`,
  reportsSaid: (all: number, late: number, missing: number) =>
    `${all} kỳ báo cáo: ${late} kỳ gửi muộn, ${missing} kỳ không gửi`,
  listHelp: 'Ghi từng mục, cách nhau bằng dấu chấm phẩy.',
  between: (from: string, to: string) => `từ ${from} đến ${to}`,
  oneOf: (options: string) => `một trong: ${options}`,
  why: 'Vì sao điểm này',
  whyShort: 'vì sao',
  whyOf: (code: string) => `Vì sao điểm này, mục ${code}`,
  total: 'Tổng điểm',
  totalOf: (max: string) => `trên ${max} điểm`,
  incomplete: 'chưa đủ số liệu',
  stillMissing: (count: number) => `Còn ${count} chỗ chưa có`,
  percent: 'Tỷ lệ so với điểm tối đa',
  base: 'Điểm chuẩn đạt',
  save: 'Lưu phiếu',
  toSend: 'Kiểm tra và gửi',
  entryHelp:
    'Điền số liệu và điểm ở cột “Tự chấm”; Enter hoặc mũi tên để sang ô dưới, dán được từ Excel. Mục có công thức để trống thì lấy điểm máy tính; ghi khác thì cần lý do.',
  readOnly: 'Phiếu đã gửi; chờ các giai đoạn sau.',
  returnedTitle: 'Phiếu bị trả lại',
  returnedLine: (by: string, stage: string) => `${by} trả lại, ở giai đoạn ${stage}.`,
  provisional: 'Điểm phụ thuộc đơn vị dẫn đầu là tạm tính cho đến khi mọi đơn vị gửi phiếu.',
  before: 'Trước khi thay đổi',
  beforeLine: (name: string, value: string, by: string) => `${name}: ${value}, do ${by} ghi`,
  steps: 'Quá trình của phiếu',
  stepLine: (step: string, reason: string) => (reason === '' ? step : `${step}: ${reason}`),
  history: 'Lịch sử',
  back: 'Quay lại phiếu',
  derivation: {
    title: (code: string) => `Vì sao điểm này: mục ${code}`,
    over: (table: string, version: string) => `${table}, bản ${version}`,
    steps: 'Cách tính',
    facts: 'Số liệu được dùng',
    fact: 'Số liệu',
    value: 'Giá trị',
    from: 'Nguồn',
    noFacts: 'Mục này do người chấm cho điểm, không tính từ số liệu.',
    proposed: 'Bảng điểm tính',
    stands: 'Điểm được tính',
    agreed: (by: string, reason: string) => `${by}: ${reason}`,
    parts: 'Các mục bên dưới',
    none: 'Chưa tính được: còn thiếu số liệu hoặc điểm.',
  },
  send: {
    title: 'Gửi phiếu tự chấm',
    note: 'Sau khi gửi, phiếu không sửa được cho đến khi bị trả lại; từ đó mọi thay đổi đều được giữ lại.',
    missing: 'Chưa gửi được: còn thiếu',
    complete: 'Đủ số liệu và điểm.',
    late: (due: string) => `Hạn gửi ${due} đã qua.`,
    lateReason: 'Lý do gửi muộn',
    leader: 'Lãnh đạo đơn vị gửi phiếu; cán bộ điền xong thì báo lãnh đạo.',
    doubts: 'Số liệu nên xem lại',
    do: 'Gửi phiếu',
    total: (total: string, max: string) => `Tổng điểm tự chấm: ${total} trên ${max}.`,
  },
  lacks: {
    fact: (label: string, code: string) => `Mục ${code}: chưa có số liệu “${label}”`,
    source: (label: string, code: string) =>
      `Mục ${code}: “${label}” chưa có trong hệ thống; ghi điểm tự chấm kèm lý do`,
    mark: (title: string, code: string) => `Mục ${code}: chưa chấm “${title}”`,
    decide: (title: string, code: string) =>
      `Mục ${code}: bảng điểm không tính được “${title}”; ghi điểm tự chấm kèm lý do`,
    reason: (title: string, code: string) => `Mục ${code}: điểm tự chấm khác điểm máy tính, cần lý do (“${title}”)`,
  },
  return: {
    title: 'Trả lại phiếu',
    note: 'Đơn vị nhận lại phiếu cùng lý do, sửa rồi gửi lại; các bước sau làm lại từ đầu.',
    reason: 'Lý do trả lại',
    reasonExample: 'Mục II.2: số hội viên mới không khớp báo cáo tháng 12',
    dueOn: 'Ngày cuối để gửi lại',
    do: 'Trả lại phiếu',
  },
  conflict: (value: string, by: string, at: string) =>
    `Hiện đang là ${value}, do ${by} ghi lúc ${at}. Điều vừa gõ chưa được lưu.`,
  conflictNothing: (by: string, at: string) => `Hiện để trống, do ${by} xóa lúc ${at}. Điều vừa gõ chưa được lưu.`,
  faults: {
    notANumber: 'Chưa phải là số. Ví dụ: 8,5.',
    negative: 'Số đếm không nhỏ hơn 0.',
    tooLong: 'Số quá dài.',
    notYesNo: 'Ghi “có” hoặc “không”.',
    notAClass: 'Không có mức này; chọn một mức của bảng điểm.',
    notADay: 'Ngày chưa đúng. Ví dụ: 31/12/2023.',
    notACase: 'Vụ việc có nhiều phần hơn bảng điểm hỏi.',
    noSuchCriterion: 'Bảng điểm không có mục này, hoặc mục này không chấm trực tiếp.',
    noSuchFact: 'Bảng điểm không có số liệu này.',
    notTyped: 'Số liệu này lấy từ hệ thống, không nhập ở phiếu.',
    outOfRange: 'Điểm nằm ngoài mức của tiêu chí.',
    notAStep: 'Điểm không theo bước chấm của tiêu chí.',
    notAnOption: 'Điểm không thuộc các mức của tiêu chí.',
    unassignedNeedsNote: 'Ghi vì sao không giao cho đơn vị.',
    twice: 'Ô này có hai lần trong cùng lần lưu.',
  },
  violations: {
    requestUsed: 'Lần lưu này đã dùng cho phiếu khác; mở lại trang và lưu lại.',
    roundTakesNone: 'Đợt chấm chưa mở hoặc đã có kết quả; phiếu không sửa được.',
    alreadySent: 'Phiếu đã gửi, không sửa được; chờ trả lại.',
    notComplete: (f: Facts) => `Còn ${f['count']} chỗ chưa có; bổ sung rồi gửi.`,
    lateNeedsReason: (f: Facts) => `Hạn gửi ${f['due']} đã qua; ghi lý do gửi muộn rồi gửi.`,
    notSent: 'Phiếu chưa được gửi nên chưa trả lại được.',
    changedSince: 'Phiếu đã thay đổi từ khi mở trang; xem lại rồi làm tiếp.',
    notNow: 'Đợt chấm không ở giai đoạn trả lại phiếu.',
  },
  deeds: {
    'scoring.sheetSent': (f: Facts) =>
      `Gửi phiếu “${f['table']}” của ${f['unit']}${f['reason'] === '' ? '' : `, muộn: ${f['reason']}`}`,
    'scoring.sheetReturned': (f: Facts) => `Trả lại phiếu “${f['table']}” của ${f['unit']}: ${f['reason']}`,
  },
}
