type Values = Readonly<Record<string, string | number>>

/** Day as it is said on screen: 23/02/2023. */
const dmy = (day: string | number | undefined) =>
  String(day ?? '')
    .split('-')
    .toReversed()
    .join('/')

/** What is said of a draft before it is frozen. */
export const vi = {
  findings: {
    missing_title: () => 'Chưa có tên giao ước.',
    missing_place: () => 'Chưa ghi nơi ký.',
    missing_signing_on: () => 'Chưa ghi ngày ký.',
    signingAfterYear: (v: Values) => `Ngày ký ${dmy(v['day'])} sau khi năm ${v['label']} kết thúc (${dmy(v['to'])}).`,
    signingLongBeforeYear: (v: Values) =>
      `Ngày ký ${dmy(v['day'])} sớm hơn hai tháng so với đầu năm ${v['label']} (${dmy(v['from'])}).`,
    witnessOfOtherDay: (v: Values) =>
      `Vào ngày ${dmy(v['day'])}, cơ quan thi đua, khen thưởng không mang tên “${v['witness']}”${v['name'] === '' ? '' : `; tên ngày đó: “${v['name']}”`}.`,
    signByBeforeSigning: (v: Values) => `Hạn ký ${dmy(v['by'])} trước ngày ký ${dmy(v['day'])}.`,
    signByOver: (v: Values) => `Hạn ký ${dmy(v['by'])} đã qua; chốt như vậy thì không ai ký được.`,
    titleYear: (v: Values) => `Tên giao ước nói năm ${v['found']}, còn giao ước này là của năm ${v['label']}.`,
    noSigner: (v: Values) => `${v['unit']} chưa có người được ủy quyền ký.`,
    tooFewUnits: (v: Values) => `Giao ước cần ít nhất hai đơn vị; khối mới có ${v['count']}.`,
    tooManyUnits: (v: Values) => `Khối có ${v['count']} đơn vị; trang ký chỉ có chỗ cho ${v['most']}.`,
    fewCopies: (v: Values) =>
      `Ghi ${v['copies']} bản, trong khi ${v['units']} đơn vị và cơ quan thi đua cần ${v['usual']} bản.`,
    noCommitments: () => 'Chưa có nội dung thi đua nào.',
    noLegalBasis: () => 'Chưa ghi căn cứ nào.',
    emptyClause: () => 'Một mục còn trống.',
    clauseTwice: (v: Values) => `Mục này ghi hai lần: “${v['text']}…”`,
    movementBackwards: (v: Values) => `Phong trào “${v['title']}” ghi từ ${v['from']} đến ${v['to']}.`,
    movementOver: (v: Values) => `Phong trào “${v['title']}” đã kết thúc năm ${v['to']}, trước năm ${v['label']}.`,
    basisNotYet: (v: Values) => `${v['number']} chưa có hiệu lực vào ngày ký ${dmy(v['day'])} (từ ${dmy(v['from'])}).`,
    basisOver: (v: Values) => `${v['number']} đã hết hiệu lực ngày ${dmy(v['to'])}, trước ngày ký ${dmy(v['day'])}.`,
  },
}
