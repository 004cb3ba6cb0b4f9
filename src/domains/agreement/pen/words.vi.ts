type Values = Readonly<Record<string, string | number>>
type Told<Name extends string> = Readonly<Record<Name, string>>

interface Letter {
  subject: string
  text: string
}

export const vi = {
  heading: 'Ký trên giấy',
  print: {
    heading: 'In, ký và quét',
    blank: 'Mở bản để in',
    steps: (copies: string, cell: string) => [
      `In ${copies} bản từ đúng tệp này, không in từ bản soạn thảo. Cuối mỗi trang có mã kiểm tra và phần đầu mã băm.`,
      `Người ký của đơn vị ký tại ô “${cell}”, đóng dấu, rồi ghi họ tên nếu ký thay.`,
      'Quét một bản: trang có chữ ký và mọi trang có mã kiểm tra. Lưu thành PDF, JPEG hoặc PNG, nhiều nhất 20 MB.',
      'Tải bản quét lên ở dưới. Hai người của hai đơn vị khác xem bản quét và xác nhận; khi đó ô của đơn vị mới được ghi là đã ký.',
    ],
    keep: 'Giữ bản giấy: bản quét không thay bản giấy.',
  },
  code: 'Mã kiểm tra trên bản quét',
  codeHelp: 'Đọc 12 chữ và số ở cuối trang của bản đã quét rồi gõ vào đây.',
  codeExample: '7K3M-9QXD-2HTA',
  bring: {
    heading: 'Tải bản quét lên',
    signer: 'Người đã ký',
    signerHelp: 'Người có ủy quyền ký của đơn vị vào ngày ký.',
    signedOn: 'Ngày ký trên giấy',
    file: 'Bản quét',
    fileHelp: 'PDF, JPEG hoặc PNG, nhiều nhất 20 MB. Tệp được giữ nguyên từng byte làm chứng cứ, không đăng công khai.',
    do: 'Gửi để hai người làm chứng xem',
    replace: 'Bản quét đang chờ sẽ được thay bằng bản này; những xác nhận đã có cho bản cũ không tính.',
    cancel: 'Về trang giao ước',
  },
  noSigner: 'Đơn vị chưa có người được ủy quyền ký',
  noSignerBody: 'Khi ủy quyền ký của đơn vị được xác nhận, bản quét mới gửi được.',
  scans: 'Bản quét đã gửi',
  scanOf: (unit: string) => `Bản quét của ${unit}`,
  states: {
    waiting: 'chờ làm chứng',
    confirmed: 'đã đủ người làm chứng',
    rejected: 'không được xác nhận',
    withdrawn: 'đã rút',
    dropped: 'không dùng nữa',
  },
  signer: 'Người ký',
  signerLine: (name: string, post: string) => `${name}, ${post}`,
  signedOn: 'Ký ngày',
  unit: 'Đơn vị',
  hash: 'SHA-256 của bản quét',
  broughtBy: 'Người gửi',
  brought: (name: string, at: string) => `${name}, ${at}`,
  witnesses: 'Người làm chứng',
  noWitness: 'chưa có',
  witness: (name: string, unit: string, at: string) => `${name} (${unit}), xác nhận ${at}`,
  denial: (name: string, unit: string, at: string) => `${name} (${unit}), không xác nhận ${at}`,
  open: 'Mở bản quét',
  frozen: 'Văn bản đã chốt',
  alt: (signer: string, unit: string) => `Bản quét trang có chữ ký của ${signer}, ${unit}`,
  look: {
    heading: 'Làm chứng chữ ký trên giấy',
    check: 'Trước khi xác nhận, so bản quét với văn bản đã chốt:',
    points: (code: string, signer: string) => [
      `Mã kiểm tra ở cuối trang là ${code}.`,
      'Nội dung trên bản quét đúng như văn bản đã chốt, không có chỗ sửa bằng tay.',
      `Ô của đơn vị có chữ ký của ${signer} và dấu của đơn vị (nếu đơn vị có dấu).`,
    ],
    meaning:
      'Anh, chị xác nhận mình đã thấy bản quét như vậy; anh, chị không ký thay đơn vị nào. Họ tên và đơn vị của người làm chứng được in trong ô chữ ký và hiện trên trang công khai.',
    do: 'Xác nhận đã thấy',
    busy: 'Đơn vị khác đang ký văn bản này. Chờ một phút rồi bấm xác nhận lại.',
    refuse: 'Không xác nhận',
    refuseBody: 'Bản quét này thôi dùng; người gửi được báo lý do để gửi bản khác.',
    reason: 'Lý do',
    doRefuse: 'Không xác nhận và gửi lý do',
    notYou:
      'Người làm chứng phải thuộc một đơn vị khác, không phải người ký, người gửi bản quét hay người cùng đơn vị với người đã làm chứng.',
  },
  withdraw: {
    summary: 'Rút bản quét',
    body: 'Dùng khi gửi nhầm tệp. Bản quét được giữ lại trong lịch sử nhưng không dùng nữa.',
    reason: 'Lý do rút',
    do: 'Rút bản quét',
  },
  seal: {
    name: (tenant: string) => `Hệ thống Giao Ước - ${tenant}`,
    reason: ({ scan, signer, unit }: Told<'scan' | 'signer' | 'unit'>) =>
      `Hệ thống ghi nhận chữ ký trên giấy của ${signer}, ${unit}; bản quét SHA-256 ${scan}`,
  },
  mails: {
    brought: ({ name, title, unit, signer }: Told<'name' | 'title' | 'unit' | 'signer'>): Letter => ({
      subject: `Khối trưởng gửi bản quét chữ ký trên giấy của ${unit}`,
      text: `Kính gửi ${name},\n\nKhối trưởng đã gửi bản quét “${title}”, ghi ${signer} ký thay ${unit} trên giấy. Xin xem bản quét trong Việc cần làm; nếu đơn vị chưa ký, xin báo ngay khối trưởng và cơ quan thi đua khen thưởng.\n`,
    }),
    witness: ({ name, title, unit }: Told<'name' | 'title' | 'unit'>): Letter => ({
      subject: `Mời làm chứng: ${unit} ký trên giấy ${title}`,
      text: `Kính gửi ${name},\n\n${unit} đã ký “${title}” trên giấy và gửi bản quét. Mời một người của đơn vị anh, chị xem bản quét và xác nhận hoặc nêu lý do không xác nhận. Việc này ở trong Việc cần làm; hai đơn vị xác nhận là đủ.\n`,
    }),
  },
  violations: {
    noScan: 'Chưa chọn bản quét.',
    scanTooLarge: 'Bản quét lớn hơn 20 MB. Quét lại ở độ phân giải thấp hơn (300 dpi, thang xám).',
    notAScan: 'Tệp này không phải PDF, JPEG hay PNG.',
    scanIsThePaper: 'Đây là tệp của hệ thống, chưa phải bản quét có chữ ký. Hãy chọn tệp đã quét từ bản giấy.',
    wrongCode:
      'Mã kiểm tra không đúng với văn bản này. So lại từng chữ ở cuối trang; mã khác là bản in của văn bản khác.',
    signedBeforeText: ({ day }: Values) => `Ngày ký trên giấy không thể trước ngày chốt văn bản (${day}).`,
    signedInFuture: 'Ngày ký trên giấy không thể sau hôm nay.',
    notSignerThen: ({ day }: Values) => `Người này không có quyền ký thay đơn vị vào ngày ${day}.`,
    notWaiting: 'Bản quét này không còn chờ làm chứng.',
    otherText: 'Văn bản đã được mở lại và chốt lần khác; bản quét này thuộc bản in cũ.',
  },
  actions: {
    'agreement.scanBrought': 'gửi bản quét chữ ký trên giấy',
    'agreement.scanWitnessed': 'làm chứng chữ ký trên giấy',
    'agreement.scanRefused': 'không xác nhận bản quét',
    'agreement.scanWithdrawn': 'rút bản quét',
    'agreement.penSigned': 'làm chứng đủ hai người; hệ thống ghi nhận chữ ký trên giấy',
  } as Record<string, string>,
}
