import { writing } from './derivation-numbers.ts'

const { number, points, share, percent, day, value } = writing('vi')

export type Values<Key extends string> = Readonly<Record<Key, string>>
export type BandKey = 'from' | 'above' | 'to' | 'below' | 'is'
type Told = 'text' | 'textEn'

const quoted = (text: string) => (text === '' ? '' : ` «${text}»`)
const pt = (text: string) => `${points(text)} điểm`

/** "từ 97 đến dưới 98" */
function band({ from, above, to, below, is }: Values<BandKey>): string {
  const ends = [
    from && `từ ${number(from)}`,
    above && `trên ${number(above)}`,
    to && `đến ${number(to)}`,
    below && `${from || above ? 'đến ' : ''}dưới ${number(below)}`,
    is && `là ${is.split('|').map(value).join(' hoặc ')}`,
  ]
  return ends.filter((end) => end !== '').join(' ')
}

/** Every sentence of a derivation. Values are exact text; the sentence writes them as Vietnamese does. */
export const vi = {
  // Around every rule
  'rule.onlyIf': () => 'Điều kiện để tính không thỏa → 0 điểm',
  'rule.exempt': () => 'Thuộc trường hợp được miễn trừ → 0 điểm',
  'rule.onlyIfFull': ({ code }: Values<'code'>) => `Chỉ tính khi tiêu chí ${code} đạt điểm tối đa; chưa đạt → 0 điểm`,
  'rule.missing': ({ facts }: Values<'facts' | 'factsEn'>) => `Chưa có số liệu: ${facts}; thiếu không phải là 0`,
  'rule.missingGives': (v: Values<'facts' | 'factsEn' | 'points'>) =>
    `Chưa có số liệu: ${v.facts}; bảng điểm quy định khi thiếu → ${pt(v.points)}`,
  'rule.atMost': (v: Values<'points' | 'limit'>) =>
    v.points.startsWith('-')
      ? `trừ ${number(v.points.slice(1))} → chặn ở ${number(v.limit.replace('-', ''))}`
      : `${number(v.points)} → chặn ở ${number(v.limit)}`,
  'rule.floor': (v: Values<'points' | 'limit'>) => `${number(v.points)} → không thấp hơn ${number(v.limit)}`,
  'rule.round': (v: Values<'points' | 'places' | 'rounded'>) =>
    `${number(v.points)} → làm tròn ${v.places} chữ số thập phân: ${pt(v.rounded)}`,
  'rule.notAssigned': () => 'Không được giao chỉ tiêu: không chấm',

  // Rule kinds
  'fixed.always': (v: Values<'points'>) => `Điểm quy định: ${pt(v.points)}`,
  'fixed.holds': (v: Values<'points'>) => `Có thực hiện → ${pt(v.points)}`,
  'fixed.not': () => 'Không thực hiện → 0 điểm',
  'pass.passed': (v: Values<'points'>) => `Đạt → ${pt(v.points)}`,
  'pass.failed': (v: Values<'points'>) => `Không đạt → ${pt(v.points)}`,
  'parts.has': (v: Values<Told | 'points'>) => `Có ý${quoted(v.text)} → ${pt(v.points)}`,
  'parts.not': (v: Values<Told>) => `Không có ý${quoted(v.text)} → 0 điểm`,
  'parts.sum': (v: Values<'points'>) => `Cộng các ý: ${pt(v.points)}`,
  'tiers.matched': (v: Values<BandKey | Told | 'value' | 'points'>) =>
    `${v.value === '' ? 'Thuộc' : `${value(v.value)} thuộc`} mức ${band(v)}${quoted(v.text)} → ${pt(v.points)}`.replace(
      /mức +/u,
      'mức ',
    ),
  'tiers.share': (v: Values<'share' | 'max' | 'points'>) =>
    `${percent(v.share)} điểm chuẩn: ${share(v.share)} × ${number(v.max)} = ${pt(v.points)}`,
  'tiers.slide': (v: Values<'value' | 'low' | 'high' | 'lowPoints' | 'highPoints' | 'points'>) =>
    `Nội suy ${number(v.value)} giữa ${number(v.low)} (${number(v.lowPoints)} điểm) và ${number(v.high)} ` +
    `(${number(v.highPoints)} điểm): ${pt(v.points)}`,
  'tiers.several': (v: Values<'count' | 'pick' | 'points'>) =>
    `${v.count} mức cùng thỏa, lấy mức ${v.pick === 'highest' ? 'cao nhất' : 'thấp nhất'}: ${pt(v.points)}`,
  'tiers.otherwise': (v: Values<'value' | 'points'>) =>
    `${v.value === '' ? 'Không' : `${value(v.value)} không`} thuộc mức nào; bảng điểm quy định trường hợp còn lại → ${pt(v.points)}`,
  'tiers.none': (v: Values<'value'>) =>
    `${v.value === '' ? 'Không' : `${value(v.value)} không`} thuộc mức nào của bảng điểm: cần người có thẩm quyền quyết định`,
  'cases.left': (v: Values<'all' | 'left'>) => `${v.left}/${v.all} trường hợp thuộc diện tính`,
  'cases.exempt': (v: Values<'exempt'>) => `${v.exempt} trường hợp được miễn trừ`,
  'cases.free': (v: Values<'free'>) => `${v.free} trường hợp đầu không tính`,
  'cases.none': () => 'Không có trường hợp nào → 0 điểm',
  'cases.each': (v: Values<'count' | 'each' | 'points'>) =>
    `${number(v.count)} trường hợp × ${number(v.each)} = ${pt(v.points)}`,
  'cases.sum': (v: Values<'count' | 'points'>) =>
    `${number(v.count)} trường hợp, điểm từng trường hợp cộng lại: ${pt(v.points)}`,
  'reports.late': (v: Values<'period' | 'due' | 'sent'>) =>
    `Báo cáo ${v.period}: hạn ${day(v.due)}, gửi ${day(v.sent)} – chậm`,
  'reports.missing': (v: Values<'period' | 'due'>) => `Báo cáo ${v.period}: hạn ${day(v.due)} – không gửi`,
  'reports.sum': (v: Values<'onTime' | 'late' | 'missing' | 'onTimeEach' | 'lateEach' | 'missingEach' | 'points'>) =>
    `${v.onTime} đúng hạn × ${number(v.onTimeEach)} + ${v.late} chậm × (${number(v.lateEach)}) + ` +
    `${v.missing} không gửi × (${number(v.missingEach)}) = ${pt(v.points)}`,
  'deadline.onTime': (v: Values<'date' | 'due' | 'points'>) =>
    `Thực hiện ${day(v.date)}, hạn ${day(v.due)}: đúng hạn → ${pt(v.points)}`,
  'deadline.late': (v: Values<'date' | 'due' | 'days' | 'points'>) =>
    `Thực hiện ${day(v.date)}, hạn ${day(v.due)}: chậm ${v.days} ngày → ${pt(v.points)}`,
  'deadline.never': (v: Values<'due' | 'points'>) => `Không thực hiện (hạn ${day(v.due)}) → ${pt(v.points)}`,
  'deadline.early': (v: Values<'days' | 'workingDays' | 'points'>) =>
    `Sớm ${v.days} ngày (${v.workingDays} ngày làm việc) → ${pt(v.points)}`,
  'deadline.each': (v: Values<'stretches' | 'length' | 'unit' | 'each' | 'points'>) =>
    `${v.stretches} lần ${v.length} ${stretchNames[v.unit] ?? v.unit} × ${number(v.each)} = ${pt(v.points)}`,
  'deadline.sum': (v: Values<'points'>) => `Cộng: ${pt(v.points)}`,
  'oneOf.chosen': (v: Values<Told | 'points'>) => `Thuộc trường hợp${quoted(v.text)} → ${pt(v.points)}`,
  'oneOf.none': (v: Values<'points'>) => `Không thuộc trường hợp nào → ${pt(v.points)}`,
  'step.over': (v: Values<'value' | 'threshold' | 'each' | 'steps' | 'eachPoints' | 'points'>) =>
    `${number(v.value)} vượt ${number(v.threshold)}: ${number(v.steps)} lần ${number(v.each)} × ${number(v.eachPoints)} = ${pt(v.points)}`,
  'step.under': (v: Values<'value' | 'threshold' | 'each' | 'steps' | 'eachPoints' | 'points'>) =>
    `${number(v.value)} dưới ${number(v.threshold)}: ${number(v.steps)} lần ${number(v.each)} × ${number(v.eachPoints)} = ${pt(v.points)}`,
  'step.none': (v: Values<'value' | 'threshold'>) => `${number(v.value)}, mốc ${number(v.threshold)} → 0 điểm`,
  'matrix.cell': (v: Values<'row' | 'rowEn' | 'column' | 'columnEn' | 'points'>) =>
    `Hàng «${v.row}», cột «${v.column}» → ${pt(v.points)}`,
  'matrix.otherwise': (v: Values<'row' | 'column' | 'points'>) =>
    `${value(v.row)} và ${value(v.column)} không có ô trong bảng; trường hợp còn lại → ${pt(v.points)}`,
  'matrix.none': (v: Values<'row' | 'column'>) =>
    `${value(v.row)} và ${value(v.column)} không có ô nào trong bảng: cần người có thẩm quyền quyết định`,
  'awards.one': (v: Values<'award' | 'awardEn' | 'points'>) => `${v.award} → ${pt(v.points)}`,
  'awards.unlisted': (v: Values<'award'>) => `${v.award}: bảng không quy định điểm`,
  'awards.none': () => 'Không có hình thức khen thưởng nào được tính → 0 điểm',
  'awards.highest': (v: Values<'points'>) => `Lấy mức cao nhất: ${pt(v.points)}`,
  'awards.sum': (v: Values<'points'>) => `Cộng: ${pt(v.points)}`,
  'judged.given': (v: Values<'points' | 'from' | 'to'>) =>
    `Người chấm cho ${pt(v.points)} (khung từ ${number(v.from)} đến ${number(v.to)})`,
  'judged.notMarked': () => 'Chưa có điểm chấm; chưa chấm không phải là 0',
  'relative.below': (v: Values<'actual' | 'target' | 'met' | 'max' | 'ratio' | 'points'>) =>
    `${number(v.actual)}/${number(v.target)} chỉ tiêu → ${share(v.met)} × ${number(v.max)} × ${number(v.ratio)} = ${pt(v.points)}`,
  'relative.belowZero': (v: Values<'actual' | 'target'>) =>
    `${number(v.actual)}/${number(v.target)} chỉ tiêu: không hoàn thành → 0 điểm`,
  'relative.met': (v: Values<'actual' | 'target' | 'met' | 'max' | 'points'>) =>
    `${number(v.actual)}/${number(v.target)} chỉ tiêu: hoàn thành → ${share(v.met)} × ${number(v.max)} = ${pt(v.points)}`,
  'relative.leads': (v: Values<'actual' | 'target' | 'excess' | 'points'>) =>
    `${number(v.actual)}/${number(v.target)} chỉ tiêu, vượt ${percent(v.excess)}: dẫn đầu → ${pt(v.points)}`,
  'relative.leadsZeroTarget': (v: Values<'actual' | 'points'>) =>
    `${number(v.actual)}, chỉ tiêu bằng 0: bảng điểm coi là dẫn đầu → ${pt(v.points)}`,
  'relative.metZeroTarget': (v: Values<'actual' | 'met' | 'max' | 'points'>) =>
    `${number(v.actual)}, chỉ tiêu bằng 0: bảng điểm coi là hoàn thành → ${share(v.met)} × ${number(v.max)} = ${pt(v.points)}`,
  'relative.exceeds': (
    v: Values<'actual' | 'target' | 'excess' | 'leader' | 'leaderExcess' | 'met' | 'rest' | 'max' | 'points'>,
  ) =>
    `${number(v.actual)}/${number(v.target)} chỉ tiêu, vượt ${percent(v.excess)}; dẫn đầu ${v.leader} vượt ${percent(v.leaderExcess)} → ` +
    `${share(v.met)} × ${number(v.max)} + ${percent(v.excess)}/${percent(v.leaderExcess)} × ${share(v.rest)} × ${number(v.max)} = ${pt(v.points)}`,
  'relative.othersUnknown': (v: Values<'count'>) =>
    `Còn ${v.count} đơn vị trong nhóm chưa có số liệu: đơn vị dẫn đầu có thể thay đổi`,
  'relative.doer': (v: Values<'actual' | 'most' | 'leader' | 'max' | 'points'>) =>
    `Không được giao nhưng có kết quả ${number(v.actual)}; cao nhất trong các đơn vị không được giao: ${v.leader} ${number(v.most)} → ` +
    `${number(v.max)} × ${number(v.actual)}/${number(v.most)} = ${pt(v.points)}`,
  'proportional.of': (v: Values<'done' | 'of' | 'max' | 'share' | 'points'>) =>
    `${number(v.done)}/${number(v.of)} → ${number(v.max)} × ${number(v.share)} = ${pt(v.points)}`,
  'proportional.cut': (v: Values<'share'>) => `Tỷ lệ ${percent(v.share)} → tính 100%`,
  'proportional.below': (v: Values<'share' | 'limit'>) => `Tỷ lệ ${percent(v.share)} dưới ${percent(v.limit)} → 0 điểm`,
  'proportional.negative': (v: Values<'share'>) => `Tỷ lệ ${percent(v.share)} âm → 0 điểm`,
  'rank.place': (v: Values<'value' | 'place' | 'count' | 'points'>) =>
    `${number(v.value)}: xếp thứ ${v.place} trong ${v.count} đơn vị → ${pt(v.points)}`,
  'rank.shared': (v: Values<'place' | 'count'>) => `${v.count} đơn vị cùng xếp thứ ${v.place}`,
  'rank.assessor': (v: Values<'assessor' | 'place' | 'points'>) =>
    `${v.assessor}: xếp thứ ${v.place} → ${pt(v.points)}`,
  'rank.othersUnknown': (v: Values<'count'>) =>
    `Còn ${v.count} đơn vị trong nhóm chưa có số liệu: thứ hạng có thể thay đổi`,
  'rank.average': (v: Values<'count' | 'average'>) => `Bình quân ${v.count} đơn vị chấm: ${number(v.average)}`,
  'formula.gave': (v: Values<'formula' | 'points'>) => `Theo công thức ${v.formula} = ${pt(v.points)}`,
  'points.gave': (v: Values<'points'>) => `→ ${pt(v.points)}`,

  // Cannot be said by a rule: a person decides
  'asks.noMaximum': () => 'Tiêu chí không có điểm chuẩn nên không tính được theo điểm chuẩn',
  'asks.notYesNo': (v: Values<'value'>) => `Cần "có" hoặc "không" nhưng là ${value(v.value)}`,
  'asks.notNumber': (v: Values<'value'>) => `Cần một số nhưng là ${value(v.value)}`,
  'asks.notDay': (v: Values<'value'>) => `Cần ngày tháng nhưng là ${value(v.value)}`,
  'asks.notCases': (v: Values<'value'>) => `Cần danh sách trường hợp nhưng là ${value(v.value)}`,
  'asks.onlyCounted': (v: Values<'count'>) =>
    `Chỉ có số lượng (${number(v.count)}), không có danh sách để xét từng trường hợp`,
  'asks.notReports': (v: Values<'value'>) => `Cần sổ theo dõi báo cáo nhưng là ${value(v.value)}`,
  'asks.negativeCount': (v: Values<'value'>) => `Số lượng không thể âm: ${number(v.value)}`,
  'asks.targetZero': (v: Values<'actual'>) =>
    `Chỉ tiêu bằng 0, kết quả ${number(v.actual)}: không tính được tỷ lệ, cần người có thẩm quyền quyết định`,
  'asks.targetNegative': (v: Values<'target'>) => `Chỉ tiêu âm (${number(v.target)}): không tính được tỷ lệ`,
  'asks.markOutside': (v: Values<'points' | 'from' | 'to'>) =>
    `Điểm chấm ${number(v.points)} ngoài khung từ ${number(v.from)} đến ${number(v.to)}`,
  'asks.markStep': (v: Values<'points' | 'step'>) =>
    `Điểm chấm ${number(v.points)} không phải bội số của ${number(v.step)}`,
  'asks.markNotListed': (v: Values<'points'>) => `Điểm chấm ${number(v.points)} không có trong các mức được chọn`,
  'asks.caseOutside': (v: Values<'points' | 'from' | 'to'>) =>
    `Điểm của một trường hợp (${number(v.points)}) ngoài khung từ ${number(v.from)} đến ${number(v.to)}`,
  'asks.divisionByZero': () => 'Công thức chia cho 0: không tính được',
  'asks.tooLarge': () => 'Công thức cho một số quá lớn',
  'asks.notText': (v: Values<'value'>) => `Cần một từ nhưng là ${value(v.value)}`,
  'asks.notMarks': (v: Values<'value'>) => `Cần điểm của các đơn vị chấm nhưng là ${value(v.value)}`,
  'asks.notComparable': (v: Values<'left' | 'right'>) => `Không so sánh được ${value(v.left)} với ${value(v.right)}`,
  'asks.noValues': () => 'Không có giá trị nào để tính',
  'asks.criterion': (v: Values<'code'>) => `Tiêu chí ${v.code} đang chờ người có thẩm quyền quyết định`,
  'asks.unknownCriterion': (v: Values<'code'>) => `Không có tiêu chí ${v.code} trong bảng điểm`,
  'asks.exponent': () => 'Số mũ phải là số nguyên nhỏ',
  'asks.decimals': () => 'Số chữ số thập phân phải là số nguyên từ 0 đến 10',
  'asks.unknownClass': (v: Values<'name'>) => `Không có mức xếp loại «${v.name}»`,
  'asks.otherMeasure': (v: Values<'left' | 'right'>) => `Hai đơn vị tính khác nhau: ${v.left} và ${v.right}`,
  'asks.notComplete': () => 'Đơn vị chưa có tổng điểm',
  'asks.badFormula': (v: Values<'formula'>) => `Không đọc được công thức ${v.formula ?? ''}`,
  'asks.cyclic': (v: Values<'name'>) => `${v.name} phụ thuộc vào chính nó`,
  'asks.noCase': (v: Values<'field'>) => `Không có trường hợp nào để đọc case.${v.field}`,
  'asks.listFound': (v: Values<'wanted'>) => `Là một danh sách nhưng cần ${v.wanted}`,
  'asks.badFact': () => 'Không đọc được số liệu',
  'asks.slideEnds': () => 'Mức nội suy thiếu đầu khoảng',

  // Criteria and sums
  'node.agreed': (v: Values<'points' | 'proposed' | 'reason'>) =>
    `Điểm thống nhất ${number(v.points)} thay cho ${v.proposed === '' ? 'điểm chưa tính được' : number(v.proposed)}; lý do: ${v.reason}`,
  'node.notAssignedOut': () => 'Không được giao: không chấm và không tính vào điểm tối đa của đơn vị',
  'node.notAssignedZero': () => 'Không được giao → 0 điểm',
  'node.notAssignedFull': (v: Values<'points'>) => `Không được giao → hưởng đủ ${pt(v.points)}`,
  'node.exemptOut': (v: Values<Told>) =>
    `Được miễn${quoted(v.text)}: không chấm và không tính vào điểm tối đa của đơn vị`,
  'node.exemptFull': (v: Values<Told | 'points'>) => `Được miễn${quoted(v.text)} → hưởng đủ ${pt(v.points)}`,
  'node.exemptZero': (v: Values<Told>) => `Được miễn${quoted(v.text)} → 0 điểm`,
  'node.incomplete': (v: Values<'codes'>) => `Chưa đủ điểm của: ${v.codes}; tổng này chưa phải kết quả`,
  'node.rules': (v: Values<'count' | 'points'>) => `${v.count} quy định cộng lại: ${pt(v.points)}`,
  'node.sum': (v: Values<'base' | 'bonus' | 'penalty'>) =>
    `Cộng các mục: điểm chuẩn ${number(v.base)}, thưởng ${number(v.bonus)}, trừ ${number(v.penalty.replace('-', ''))}`,
  'node.highest': (v: Values<'points'>) => `Lấy mục cao nhất: ${pt(v.points)}`,
  'node.lowest': (v: Values<'points'>) => `Lấy mục thấp nhất: ${pt(v.points)}`,
  'node.average': (v: Values<'count' | 'points'>) => `Bình quân ${v.count} mục: ${pt(v.points)}`,
  'node.best': (v: Values<'count' | 'points'>) => `Lấy ${v.count} mục cao nhất: ${pt(v.points)}`,
  'node.factor': (v: Values<'from' | 'factor' | 'points'>) =>
    `Hệ số: ${number(v.from)} × ${number(v.factor)} = ${pt(v.points)}`,
  'node.maxBonus': (v: Values<'from' | 'to'>) => `thưởng ${number(v.from)} → chặn ở ${number(v.to)}`,
  'node.maxPenalty': (v: Values<'from' | 'to'>) =>
    `trừ ${number(v.from.replace('-', ''))} → chặn ở ${number(v.to.replace('-', ''))}`,
  'node.within': (v: Values<'from' | 'max' | 'points'>) =>
    `${number(v.from)} vượt điểm tối đa ${number(v.max)} → ${pt(v.points)}`,
  'node.cap': (v: Values<'from' | 'to'>) => `${number(v.from)} → không quá ${number(v.to)}`,
  'node.floor': (v: Values<'from' | 'to'>) => `${number(v.from)} → không thấp hơn ${number(v.to)}`,
  'node.round': (v: Values<'from' | 'places' | 'to'>) =>
    `${number(v.from)} → làm tròn ${v.places} chữ số thập phân: ${pt(v.to)}`,
  'node.points': (v: Values<'points' | 'max'>) => `= ${number(v.points)}/${number(v.max)} điểm`,
} as const

const stretchNames: Readonly<Record<string, string>> = {
  days: 'ngày',
  workingDays: 'ngày làm việc',
  weeks: 'tuần',
  months: 'tháng',
}
