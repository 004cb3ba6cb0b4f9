/** Which of our own drawings stands for a photograph in the sample. */
export type SceneName = 'signing' | 'gifts' | 'blood' | 'house' | 'savings'

export interface SeedArticle {
  /** The unit that writes. */
  unit: string
  category: 'agreement' | 'movement' | 'activity' | 'example'
  title: string
  lead: string
  /** As typed without script; '[ảnh 1]' is the drawing. */
  body: string
  sources: string
  publishedAt: string
  scene: SceneName
  alt: string
  caption: string
  /** The activity that it is about, by its title. */
  activity?: string
}

const giving = 'Gặp mặt và trao quà cho phụ nữ có hoàn cảnh khó khăn'
const blood = 'Ngày hội hiến máu của đoàn viên, hội viên trong khối'
const unity = 'Ngày hội Đại đoàn kết tại khu dân cư điểm'

/** News of the sample year in our own words; figures are those of the sample's records, drawings are our own. */
export const articles: readonly SeedArticle[] = [
  {
    unit: 'lhpn',
    category: 'agreement',
    title: 'Sáu tổ chức trong khối ký giao ước thi đua năm 2023',
    lead: 'Chiều 23/02/2023, sáu thành viên của Khối thi đua Mặt trận Tổ quốc và các đoàn thể tỉnh cùng đặt bút ký giao ước thi đua của năm.',
    body: `Bản giao ước gồm mười cam kết và sáu phong trào. Mỗi cam kết đều có chỉ tiêu đi kèm, để cuối năm cả khối cùng nhìn vào một bảng số.

[ảnh 1]

## Điểm mới của năm nay

- Sáu đơn vị ký trên một bản duy nhất; ai cũng kiểm tra được chữ ký.
- Tiến độ được báo cáo hằng tháng, đơn vị khác xem lại rồi mới tính.
- Người dân đọc được những chỉ tiêu mà khối công khai.

> Đoàn kết, vượt khó - Chủ động thích ứng - Điều hành linh hoạt - Đổi mới, sáng tạo - Kịp thời, hiệu quả

Đó là chủ đề thi đua của cả năm. Ban Thi đua - Khen thưởng tỉnh chứng kiến lễ ký.`,
    sources: 'Giao ước thi đua năm 2023 của khối (dữ liệu mẫu).',
    publishedAt: '2023-02-24',
    scene: 'signing',
    alt: 'Hình vẽ minh họa: sáu người ngồi sau một chiếc bàn dài phủ khăn đỏ, trước mặt mỗi người là một tờ giấy.',
    caption: 'Lễ ký giao ước, hình vẽ minh họa',
  },
  {
    unit: 'lhpn',
    category: 'activity',
    title: '60 suất quà ngày 8/3 đến tay phụ nữ khó khăn',
    lead: 'Ngày 08/03/2023, Hội LHPN tỉnh cùng năm tổ chức trong khối gặp mặt và trao 60 suất quà tại Hội trường Hội LHPN tỉnh.',
    body: `Buổi gặp mặt có 180 người dự. Mỗi suất quà gồm tiền mặt và nhu yếu phẩm, do cả sáu đơn vị trong khối cùng vận động.

[ảnh 1]

## Kết quả

- 60 suất quà đã trao.
- Kinh phí 48,5 triệu đồng.
- Sáu trên sáu đơn vị trong khối tham gia.`,
    sources: 'Báo cáo kết quả hoạt động của Hội LHPN tỉnh, ngày 10/03/2023 (dữ liệu mẫu).',
    publishedAt: '2023-03-11',
    scene: 'gifts',
    alt: 'Hình vẽ minh họa: ba người trao hộp quà cho ba người khác trong một hội trường.',
    caption: 'Trao quà ngày 8/3, hình vẽ minh họa',
    activity: giving,
  },
  {
    unit: 'doan',
    category: 'activity',
    title: 'Ngày hội hiến máu thu được 385 đơn vị máu',
    lead: 'Ngày 19/05/2023, đoàn viên, hội viên sáu tổ chức trong khối cùng hiến máu tại Nhà Văn hóa 3-2.',
    body: `Tỉnh Đoàn chủ trì ngày hội. Có 420 người đến đăng ký, trong đó đơn vị nào của khối cũng có người tham gia.

[ảnh 1]

Sau một ngày, ngày hội thu được **385 đơn vị máu**.`,
    sources: 'Báo cáo kết quả hoạt động của Tỉnh Đoàn, ngày 21/05/2023 (dữ liệu mẫu).',
    publishedAt: '2023-05-22',
    scene: 'blood',
    alt: 'Hình vẽ minh họa: bốn người đứng chờ bên một giọt máu lớn màu đỏ.',
    caption: 'Ngày hội hiến máu, hình vẽ minh họa',
    activity: blood,
  },
  {
    unit: 'nong-dan',
    category: 'example',
    title: 'Một cách làm ở Giao Thủy được sáu tổ nông dân Nghĩa Hưng làm theo',
    lead: 'Tổ tiết kiệm của phụ nữ Giao Thủy giúp nhau vốn làm ăn; từ tháng 9/2023, Hội Nông dân đưa cách làm này về Nghĩa Hưng.',
    body: `Ở Giao Thủy, mỗi tổ có 20 đến 30 hội viên góp tiết kiệm hằng tháng và lần lượt cho người khó khăn vay không lãi.

[ảnh 1]

## Sau một năm

1. 14 tổ hoạt động đều.
2. 46 lượt hội viên được vay.
3. 9 hộ thoát nghèo.

Hội Nông dân đã lập 6 tổ theo cách làm này ở huyện Nghĩa Hưng, với 152 hội viên.`,
    sources: 'Hồ sơ điển hình của khối năm 2023 (dữ liệu mẫu).',
    publishedAt: '2023-09-20',
    scene: 'savings',
    alt: 'Hình vẽ minh họa: năm người ngồi quanh một chiếc bàn tròn, giữa bàn là một ống tiết kiệm.',
    caption: 'Tổ tiết kiệm, hình vẽ minh họa',
  },
  {
    unit: 'mttq',
    category: 'activity',
    title: 'Bàn giao hai nhà Đại đoàn kết trong ngày hội ở Hải Hậu',
    lead: 'Ngày 18/11/2023, Ủy ban MTTQ tỉnh cùng các đơn vị trong khối dự Ngày hội Đại đoàn kết và bàn giao hai nhà cho hộ nghèo ở huyện Hải Hậu.',
    body: `Ngày hội ở khu dân cư điểm có 310 người dự. Hai ngôi nhà được dựng bằng công và tiền của các đơn vị trong khối.

[ảnh 1]

Tổng kinh phí của hoạt động là 160 triệu đồng.`,
    sources: 'Báo cáo kết quả hoạt động của Ủy ban MTTQ tỉnh, ngày 20/11/2023 (dữ liệu mẫu).',
    publishedAt: '2023-11-21',
    scene: 'house',
    alt: 'Hình vẽ minh họa: hai ngôi nhà mái đỏ bên hàng cây, trước sân có năm người.',
    caption: 'Hai ngôi nhà mới, hình vẽ minh họa',
    activity: unity,
  },
]

/** Written by an officer and waiting for whoever tries the sample. */
export const waitingArticle = {
  unit: 'lhpn',
  title: 'Khối rà soát tiến độ trước hội nghị tổng kết',
  writtenAt: '2023-12-05',
  lead: 'Đầu tháng 12/2023, sáu đơn vị trong khối cùng đối chiếu kết quả thực hiện giao ước trước khi tự chấm điểm.',
  body: 'Các đơn vị xem lại từng chỉ tiêu, bổ sung minh chứng còn thiếu và thống nhất lịch chấm chéo.',
} as const
