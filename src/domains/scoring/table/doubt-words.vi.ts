import { writing } from '../engine/derivation-numbers.ts'

const { number } = writing('vi')

export type Needs<Key extends string> = Readonly<Record<Key, string>>

/** "từ 97 đến dưới 98", written from its ends; an end that is not there is empty. */
const range = (v: Needs<'from' | 'above' | 'to' | 'below'>) =>
  [
    v.from && `từ ${number(v.from)}`,
    v.above && `trên ${number(v.above)}`,
    v.to && `đến ${number(v.to)}`,
    v.below && `${v.from || v.above ? 'đến ' : ''}dưới ${number(v.below)}`,
  ]
    .filter((end) => end !== '')
    .join(' ')

type Range = Needs<'from' | 'above' | 'to' | 'below'>

/** What is doubtful in a score table, in a sentence each. */
export const vi = {
  'code.duplicate': (v: Needs<'other'>) =>
    `Mã này trùng với mã «${v.other}» (không phân biệt dấu chấm, khoảng trắng, chữ hoa)`,
  'leaf.empty': () => 'Tiêu chí không có quy định chấm và cũng không có mục con',
  'leaf.both': () => 'Tiêu chí vừa có quy định chấm vừa có mục con; chỉ được có một trong hai',
  'sum.children': (v: Needs<'max' | 'sum'>) =>
    `Điểm chuẩn ${number(v.max)} nhưng các mục con cộng lại là ${number(v.sum)}`,
  'sum.baseTotal': (v: Needs<'max' | 'sum'>) =>
    `Tổng điểm chuẩn ghi ${number(v.max)} nhưng các phần cộng lại là ${number(v.sum)}`,
  'sum.unreachable': (v: Needs<'max' | 'most'>) =>
    `Điểm chuẩn ${number(v.max)} nhưng các quy định chỉ cho nhiều nhất ${number(v.most)}`,
  'sum.over': (v: Needs<'max' | 'most'>) =>
    `Các quy định cho đến ${number(v.most)} trong khi điểm chuẩn là ${number(v.max)}; phần vượt bị cắt`,
  'cap.unreachable': (v: Needs<'cap' | 'most'>) =>
    `Mức chặn ${number(v.cap)} không bao giờ tới: nhiều nhất là ${number(v.most)}`,
  'cap.bonusUnreachable': (v: Needs<'cap' | 'most'>) =>
    `Mức chặn điểm thưởng ${number(v.cap)} không bao giờ tới: thưởng nhiều nhất ${number(v.most)}`,
  'cap.penaltyUnreachable': (v: Needs<'cap' | 'most'>) =>
    `Mức chặn điểm trừ ${number(v.cap)} không bao giờ tới: trừ nhiều nhất ${number(v.most)}`,
  'cap.crossed': (v: Needs<'floor' | 'cap'>) =>
    `Mức thấp nhất ${number(v.floor)} cao hơn mức cao nhất ${number(v.cap)}`,
  'rule.needsMaximum': () => 'Quy định tính theo điểm chuẩn nhưng tiêu chí không có điểm chuẩn',
  'rule.sign': (v: Needs<'points'>) =>
    `Cột trừ nhưng điểm dương (${number(v.points)}): dấu quyết định nên sẽ được tính là thưởng`,
  'rule.bonusSign': (v: Needs<'points'>) =>
    `Cột thưởng nhưng điểm âm (${number(v.points)}): dấu quyết định nên sẽ được tính là trừ`,
  'tiers.overlap': (v: Range & Needs<'first' | 'second'>) =>
    `Mức ${v.first} và mức ${v.second} chồng nhau: ${range(v)}; mức đứng trước được lấy`,
  'tiers.gap': (v: Range) => `Không có mức nào cho khoảng ${range(v)}: khi rơi vào đó sẽ báo «không có mức phù hợp»`,
  'tiers.gapClass': (v: Needs<'classes'>) => `Không có mức nào cho: ${v.classes}`,
  'tiers.unreachable': (v: Needs<'tier'>) => `Mức ${v.tier} không bao giờ được lấy: các mức đứng trước đã bao hết`,
  'tiers.empty': (v: Needs<'tier'>) => `Mức ${v.tier} không chứa giá trị nào: đầu dưới lớn hơn đầu trên`,
  'tiers.noPoints': (v: Needs<'tier'>) => `Mức ${v.tier} không có điểm (points, share hoặc slide)`,
  'tiers.severalPoints': (v: Needs<'tier'>) =>
    `Mức ${v.tier} có nhiều cách cho điểm; chỉ được một trong points, share, slide`,
  'tiers.slideEnds': (v: Needs<'tier'>) => `Mức ${v.tier} nội suy nhưng thiếu đầu khoảng hoặc hai đầu bằng nhau`,
  'tiers.noValue': (v: Needs<'tier'>) =>
    `Mức ${v.tier} có khoảng giá trị nhưng quy định không nói của số liệu nào (of)`,
  'matrix.shape': (v: Needs<'rows' | 'columns'>) => `Bảng điểm phải có đúng ${v.rows} hàng × ${v.columns} cột`,
  'stretch.unit': () => 'Khoảng thời gian phải có đúng một trong days, workingDays, weeks, months',
  'period.source': () => 'Quy định theo kỳ phải có đúng một trong reports, periods',
  'step.threshold': () => 'Bước phải có đúng một trong over, under',
  'step.zero': () => 'Bước phải lớn hơn 0',
  'range.crossed': (v: Needs<'from' | 'to'>) => `Khung điểm ngược: từ ${number(v.from)} đến ${number(v.to)}`,
  'judged.several': () => 'Một tiêu chí chỉ có một điểm do người chấm; hãy tách thành nhiều tiêu chí',
  'cases.counted': (v: Needs<'key'>) => `${v.key} chỉ là số lượng nên không xét được điều kiện của từng trường hợp`,
  'holidays.none': () => 'Có quy định tính theo ngày làm việc nhưng bảng điểm không khai ngày nghỉ lễ nào',
  'holidays.year': (v: Needs<'year'>) =>
    `Có quy định tính theo ngày làm việc nhưng không có ngày nghỉ lễ nào của năm ${v.year}`,
  'fact.noClasses': (v: Needs<'key'>) => `${v.key} là mức xếp loại nhưng không khai các mức (classes)`,
  'fact.unused': (v: Needs<'key'>) => `Số liệu ${v.key} được khai nhưng không quy định nào dùng đến`,
  'table.dates': () => 'Ngày bắt đầu hiệu lực sau ngày hết hiệu lực',
  'assessor.unknown': (v: Needs<'assessor'>) => `Người chấm «${v.assessor}» không có trong danh sách`,
  'class.unreachable': (v: Needs<'class'>) => `Xếp loại «${v.class}» không bao giờ đạt được`,
  'title.unreachable': (v: Needs<'title'>) => `Danh hiệu «${v.title}» không bao giờ đạt được`,
  'downgrade.unknownClass': (v: Needs<'class'>) => `Hạ bậc xuống «${v.class}» nhưng không có mức xếp loại này`,
  'downgrade.none': () => 'Quy định hạ bậc phải có đúng một trong to, by',
  'downgrade.noClasses': () => 'Có quy định hạ bậc nhưng bảng điểm không có xếp loại',
  'ranking.noChain': () => 'Không có quy định phân định khi bằng điểm: các đơn vị bằng điểm sẽ đồng hạng',
  'ranking.neverParts': (v: Needs<'by'>) => `Tiêu chí phụ «${v.by}» không bao giờ phân định được các đơn vị bằng điểm`,
  'formula.syntax': (v: Needs<'at'>) => `Không đọc được công thức tại «${v.at}»`,
  'formula.comma': () => `Công thức: số thập phân viết bằng dấu chấm, không dùng dấu phẩy`,
  'formula.notAllowed': (v: Needs<'what'>) => `Công thức: không được dùng «${v.what}»`,
  'formula.tooLong': (v: Needs<'most'>) => `Công thức dài quá ${v.most} ký tự`,
  'formula.tooDeep': () => 'Công thức lồng nhau quá nhiều tầng',
  'formula.unknownFunction': (v: Needs<'name'>) => `Công thức: không có hàm «${v.name}»`,
  'formula.wrongCount': (v: Needs<'name' | 'needs' | 'given'>) =>
    `Công thức: hàm ${v.name} cần ${v.needs} giá trị, có ${v.given}`,
  'formula.unknownName': (v: Needs<'name'>) => `Công thức: số liệu «${v.name}» không được khai trong bảng`,
  'formula.notHere': (v: Needs<'name'>) => `Công thức: «${v.name}» không dùng được ở đây`,
  'formula.unknownField': (v: Needs<'name'>) => `Công thức: trường hợp không có trường «${v.name}»`,
  'formula.unknownCriterion': (v: Needs<'code'>) => `Công thức: không có tiêu chí «${v.code}»`,
  'formula.unknownClass': (v: Needs<'name' | 'classes'>) => `Công thức: không có mức «${v.name}» trong ${v.classes}`,
  'formula.textNeeded': () => `Công thức: ở đây phải là một từ trong dấu nháy`,
  'formula.wrongKind': (v: Needs<'wanted' | 'got'>) =>
    `Công thức: cần ${kinds[v.wanted] ?? v.wanted}, nhưng là ${kinds[v.got] ?? v.got}`,
  'formula.otherMeasure': (v: Needs<'left' | 'right'>) =>
    `Công thức: hai đơn vị tính khác nhau, ${v.left} và ${v.right}`,
  'formula.cyclic': (v: Needs<'name'>) => `${v.name} phụ thuộc vào chính nó`,
} as const

const kinds: Readonly<Record<string, string>> = {
  number: 'một số',
  yes_no: 'có hoặc không',
  date: 'một ngày',
  text: 'một từ',
  class: 'một mức xếp loại',
  cases: 'danh sách trường hợp',
  reports: 'sổ theo dõi báo cáo',
  marks: 'điểm của các đơn vị chấm',
}
