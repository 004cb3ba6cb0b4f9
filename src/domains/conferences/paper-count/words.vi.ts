type Facts = Record<string, string>

export const vi = {
  title: 'Kiểm phiếu',
  note: 'Bỏ phiếu trên giấy, dùng cho hội nghị bình xét khi chưa bỏ phiếu trên hệ thống: ban kiểm phiếu ba người của ba đơn vị, không có chủ trì. In biên bản để ban kiểm phiếu ký tay; bản quét gắn vào minh chứng của năm.',
  none: 'Chưa có lần kiểm phiếu nào',
  noneBody: 'Trong lúc họp, thư ký ghi số phiếu theo ban kiểm phiếu; các số phải khớp nhau.',
  count: 'Ghi kết quả kiểm phiếu',
  about: 'Bỏ phiếu về việc gì',
  aboutExample: 'Suy tôn đơn vị dẫn đầu khối thi đua năm 2023',
  tellers: 'Ban kiểm phiếu',
  head: 'Trưởng ban kiểm phiếu',
  member: (number: string) => `Thành viên ${number}`,
  issued: 'Số phiếu phát ra',
  returned: 'Số phiếu thu về',
  valid: 'Số phiếu hợp lệ',
  invalid: 'Số phiếu không hợp lệ',
  nominees: 'Kết quả từng đơn vị, cá nhân',
  nomineesHelp: 'Mỗi dòng: tên; số phiếu tán thành; số phiếu không tán thành.',
  nomineesExample: 'Hội Nông dân tỉnh; 5; 1',
  nominee: 'Đơn vị, cá nhân',
  votesFor: 'Tán thành',
  votesAgainst: 'Không tán thành',
  save: 'Ghi kết quả',
  sums: (f: Facts) =>
    `Phát ra ${f['issued']}, thu về ${f['returned']}, hợp lệ ${f['valid']}, không hợp lệ ${f['invalid']}.`,
  paper: 'In biên bản kiểm phiếu',
  word: 'Tải bản Word',
  deeds: {
    'paperCount.counted': (f: Facts) =>
      `ghi kiểm phiếu “${f['title']}”: phát ra ${f['issued']}, thu về ${f['returned']}, hợp lệ ${f['valid']}`,
  },
  violations: {
    tellerAway: 'Ban kiểm phiếu phải là người có mặt theo điểm danh.',
    sameUnit: 'Ba người của ban kiểm phiếu phải thuộc ba đơn vị.',
    chairCounts: 'Chủ trì không ở trong ban kiểm phiếu.',
    lineUnread: 'Có dòng chưa đúng; ghi như: Hội Nông dân tỉnh; 5; 1',
    tooMany: (v: Facts) => `Chỉ có ${v['most']} người có quyền bỏ phiếu lúc này.`,
    moreReturned: 'Số phiếu thu về nhiều hơn số phiếu phát ra.',
    validAndInvalid: 'Phiếu hợp lệ và không hợp lệ cộng lại chưa bằng số phiếu thu về.',
    nomineeSum: 'Có dòng mà tán thành và không tán thành cộng lại chưa bằng số phiếu hợp lệ.',
    noNominee: 'Ghi ít nhất một đơn vị hoặc cá nhân.',
  },
}
