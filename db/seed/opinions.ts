/** Opinions of the sample year, invented and in our own words. `topic` is one of `opinion-topics.ts`. */
export interface SeedOpinion {
  on: string
  way: 'anonymous' | 'confidential' | 'named' | 'unnamed'
  /** Who receives it: a key of `nam-dinh.ts`. Where an officer heard it, that unit's officer did. */
  unit: string
  name?: string
  text: string
  /** From here on absent where it still waits to be taken. */
  title?: string
  shown?: string
  topic?: string
  group?: string
  field?: string
  concern?: 'low' | 'medium' | 'high' | 'urgent'
  place: string
  refused?: string
  /** The unit that answers, and its answer. */
  answeredBy?: string
  answer?: string
  open?: boolean
  verdict?: { solved: boolean; reason: string }
  /** The title of the opinion that is answered for this one too. */
  like?: string
}

export const opinionPlaces = [
  { name: 'Nhà văn hóa xã Hải Minh', area: 'huyện Hải Hậu', unit: '' },
  { name: 'Khu công nghiệp Hòa Xá, cổng số 2', area: 'thành phố Nam Định', unit: 'ldld' },
  { name: 'Trạm y tế xã Giao Thiện', area: 'huyện Giao Thủy', unit: 'lhpn' },
] as const

export const opinions: readonly SeedOpinion[] = [
  {
    on: '2023-03-14',
    way: 'anonymous',
    unit: 'lhpn',
    text: 'Đường liên thôn trước trường mầm non ngập sau mỗi trận mưa, trẻ nhỏ đi học phải lội nước. Mong được sửa cống.',
    title: 'Sửa cống thoát nước trước trường mầm non',
    topic: 'Đường sá',
    group: 'phu-nu',
    field: 'xay-dung',
    concern: 'high',
    place: 'xã Hải Minh, huyện Hải Hậu',
    answeredBy: 'mttq',
    answer:
      'Ủy ban Mặt trận đã làm việc với UBND xã. Cống được nạo vét và thay nắp từ ngày 20 đến 24/3/2023; xã giao ban công tác Mặt trận thôn theo dõi trong mùa mưa.',
    open: true,
    verdict: { solved: true, reason: '' },
  },
  {
    on: '2023-03-20',
    way: 'anonymous',
    unit: 'lhpn',
    text: 'Cống trước trường mầm non tắc, nước đọng cả tuần, muỗi nhiều.',
    title: 'Nước đọng trước trường mầm non',
    topic: 'Đường sá',
    group: 'nguoi-cao-tuoi',
    field: 'xay-dung',
    concern: 'medium',
    place: 'xã Hải Minh, huyện Hải Hậu',
    like: 'Sửa cống thoát nước trước trường mầm non',
  },
  {
    on: '2023-04-06',
    way: 'confidential',
    unit: 'ldld',
    name: 'Phạm Thị Lụa',
    text: 'Xưởng may chậm lương hai tháng, chị em hỏi thì được hẹn. Số của tôi 0912 345 678.',
    title: 'Xưởng may chậm lương hai tháng',
    shown: 'Xưởng may chậm lương hai tháng, chị em hỏi thì được hẹn.',
    topic: 'Tiền lương, thưởng',
    group: 'cong-nhan',
    field: 'lao-dong',
    concern: 'urgent',
    place: 'khu công nghiệp Hòa Xá',
    answeredBy: 'ldld',
    answer:
      'Liên đoàn Lao động tỉnh đã cùng công đoàn cơ sở làm việc với công ty ngày 11/4/2023. Lương tháng 2 và tháng 3 được trả đủ trước ngày 20/4/2023, kèm lãi chậm trả.',
    open: true,
    verdict: { solved: true, reason: '' },
  },
  {
    on: '2023-05-09',
    way: 'unnamed',
    unit: 'lhpn',
    text: 'Nhiều hộ mong có điểm thu gom vỏ bao thuốc bảo vệ thực vật ở đầu đồng.',
    title: 'Điểm thu gom vỏ bao thuốc bảo vệ thực vật',
    topic: 'Rác thải',
    group: 'nong-dan',
    field: 'moi-truong',
    concern: 'medium',
    place: 'xã Giao Thiện, huyện Giao Thủy',
    answeredBy: 'nong-dan',
    answer:
      'Hội Nông dân huyện đặt 24 bể thu gom ở ba xã trong tháng 6/2023; hội viên thay nhau đưa vỏ bao về điểm tập kết vào ngày 5 hằng tháng.',
    open: true,
  },
  {
    on: '2023-06-12',
    way: 'anonymous',
    unit: 'lhpn',
    text: 'Bộ phận một cửa hẹn trả giấy chứng nhận đất nhiều lần, lần nào cũng thiếu thêm một giấy.',
    title: 'Hẹn trả giấy chứng nhận quyền sử dụng đất nhiều lần',
    topic: 'Cấp giấy chứng nhận',
    group: 'nong-dan',
    field: 'dat-dai',
    concern: 'high',
    place: 'huyện Ý Yên',
    answeredBy: 'mttq',
    answer:
      'Ủy ban Mặt trận đã kiến nghị UBND huyện công khai một danh mục giấy tờ duy nhất tại bộ phận một cửa từ ngày 03/7/2023.',
    open: true,
    verdict: { solved: false, reason: 'Hồ sơ vẫn chưa được trả, chỉ có danh mục mới.' },
  },
  {
    on: '2023-07-18',
    way: 'named',
    unit: 'lhpn',
    name: 'Đỗ Văn Khang',
    text: 'Đề nghị mở lớp dạy bơi cho trẻ em trong hè ở các xã ven sông.',
    title: 'Lớp dạy bơi cho trẻ em các xã ven sông',
    topic: 'Trẻ em',
    group: 'phu-nu',
    field: 'giao-duc',
    concern: 'low',
    place: 'huyện Xuân Trường',
    answeredBy: 'doan',
    answer: 'Tỉnh Đoàn phối hợp mở 14 lớp bơi miễn phí từ ngày 24/7/2023; danh sách lớp niêm yết ở nhà văn hóa xã.',
    open: true,
    verdict: { solved: true, reason: '' },
  },
  {
    on: '2023-08-22',
    way: 'anonymous',
    unit: 'ccb',
    text: 'Có nhóm cho vay lãi nặng dán quảng cáo quanh chợ, bà con sợ không dám nói.',
    title: 'Quảng cáo cho vay lãi nặng quanh chợ',
    topic: 'Tín dụng đen',
    group: 'doanh-nhan',
    field: 'an-ninh',
    concern: 'urgent',
    place: 'huyện Vụ Bản',
    answeredBy: 'ccb',
    answer:
      'Hội Cựu chiến binh đã chuyển tin cho công an huyện ngày 24/8/2023; hội viên cùng đoàn viên gỡ toàn bộ tờ quảng cáo và trực quanh chợ mỗi tối.',
    open: false,
  },
  {
    on: '2023-09-15',
    way: 'anonymous',
    unit: 'lhpn',
    text: 'Phản ánh chuyện riêng của một gia đình hàng xóm.',
    place: '',
    refused: 'Nội dung về đời tư của người khác, không thuộc phạm vi khối giải quyết.',
  },
  {
    on: '2023-10-10',
    way: 'unnamed',
    unit: 'lhpn',
    text: 'Giá phân bón tăng nhanh, hội viên mong được mua trả chậm qua hội.',
    title: 'Mua phân bón trả chậm qua hội',
    topic: 'Giá vật tư, nông sản',
    group: 'nong-dan',
    field: 'nong-nghiep',
    concern: 'medium',
    place: 'huyện Nghĩa Hưng',
    answeredBy: 'nong-dan',
  },
  {
    on: '2023-11-07',
    way: 'anonymous',
    unit: 'lhpn',
    text: 'Chờ khám bảo hiểm y tế ở bệnh viện huyện mất cả buổi, người già đứng mỏi.',
    title: 'Chờ lâu khi khám bảo hiểm y tế',
    topic: 'Khám, chữa bệnh',
    group: 'nguoi-cao-tuoi',
    field: 'y-te',
    concern: 'high',
    place: 'huyện Trực Ninh',
    answeredBy: 'lhpn',
    answer:
      'Hội đã làm việc với bệnh viện: từ ngày 20/11/2023 có quầy riêng và ghế chờ cho người trên 70 tuổi, lấy số qua điện thoại từ chiều hôm trước.',
    open: true,
  },
  {
    on: '2023-12-05',
    way: 'anonymous',
    unit: 'lhpn',
    text: 'Mong khối tổ chức chợ Tết giá rẻ cho công nhân ở trọ như năm ngoái.',
    title: 'Chợ Tết giá rẻ cho công nhân ở trọ',
    topic: 'Sinh hoạt, hội viên',
    group: 'cong-nhan',
    field: 'an-sinh',
    concern: 'low',
    place: 'thành phố Nam Định',
  },
  {
    on: '2023-12-20',
    way: 'anonymous',
    unit: 'lhpn',
    text: 'Đèn đường ở ngõ sau chợ hỏng đã hai tháng, tối đi làm về rất sợ.',
    place: 'thành phố Nam Định',
  },
]
