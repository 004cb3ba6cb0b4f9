import type { PromiseDoubt } from './read-promise.ts'

type Facts = Readonly<Record<string, string>>

export const vi = {
  title: 'Chỉ tiêu, phong trào từ giao ước',
  intro:
    'Mỗi điều của giao ước thành chỉ tiêu hoặc phong trào nào. Chỉ tiêu lập ở đây là dự thảo: kiểm tra thẻ, ghi kế hoạch từng đơn vị rồi mới đưa vào thực hiện.',
  link: 'Chỉ tiêu, phong trào từ giao ước',
  notFixed: 'Giao ước còn đang soạn',
  notFixedBody: 'Chốt văn bản trước; sau đó các điều không đổi nữa và có thể lập thành chỉ tiêu, phong trào.',
  clause: 'Điều',
  read: 'Đọc được',
  making: 'lập chỉ tiêu, phong trào từ các điều của giao ước',
  made: 'Đã lập',
  choose: 'Lập thành',
  chooseFor: (section: string, position: string) => `Lập thành, ${section} ${position}`,
  choices: { none: 'Không lập', makeTarget: 'Chỉ tiêu mới', makeMovement: 'Phong trào' },
  existing: 'Gắn với chỉ tiêu đã có',
  confirm: 'Lập và gắn',
  nothing: 'Giao ước không có điều nào về nội dung thi đua, phong trào hay chỉ tiêu',
  movement: (from: string, to: string) => (from === '' && to === '' ? 'phong trào' : `phong trào, ${from}–${to}`),
  target: (measure: string, plan: string, direction: string) =>
    direction === '' ? measure : `${measure}: ${plan}; ${direction}`,
  doubts: {
    noNumber: 'Không thấy con số; sẽ theo dõi là có hoặc không.',
    severalNumbers: 'Có nhiều con số; đã lấy số đầu, xem lại.',
    noDirection: 'Không rõ “trở lên” hay “trở xuống”; tạm hiểu là càng nhiều càng tốt.',
    oneUnit: 'Điều của riêng một đơn vị; chỉ giao cho đơn vị ấy.',
    shortened: 'Điều dài quá 300 chữ; tên chỉ tiêu bị cắt.',
  } satisfies Record<PromiseDoubt, string>,
  deeds: {
    'promises.adopted': (f: Facts) => `lập chỉ tiêu, phong trào từ ${f['count']} điều của giao ước`,
  },
  violations: {
    notFixed: 'Giao ước chưa chốt: các điều còn có thể đổi.',
    nothingChosen: 'Chưa chọn điều nào, hoặc các điều đã chọn đều đã lập.',
    unknownTarget: 'Chỉ tiêu được gắn không có trong năm này.',
  },
}
