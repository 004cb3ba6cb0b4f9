import type { ConferencePattern, ConferenceShow } from './conference.ts'

/** An item as the pattern brings it; the bloc changes its own copy. */
export interface PatternItem {
  title: string
  minutes: number
  /** By part, never by name: "Khối trưởng". */
  presenter: string
  shows?: ConferenceShow
  /** The page of the year that usually lies on the table: its title and the end of its address. */
  paper?: { title: string; page: string }
}

const opening: PatternItem = {
  title: 'Ổn định tổ chức, điểm danh, tuyên bố lý do, giới thiệu đại biểu',
  minutes: 10,
  presenter: 'Thư ký',
}
const closing: PatternItem = { title: 'Thông qua kết luận, bế mạc', minutes: 10, presenter: 'Chủ trì' }
const guests: PatternItem = { title: 'Phát biểu của đại biểu cấp trên', minutes: 15, presenter: 'Đại biểu khách mời' }
const agreementPaper = { title: 'Bản giao ước thi đua', page: 'giao-uoc' }
const targetsPaper = { title: 'Chỉ tiêu của năm', page: 'chi-tieu' }
const scoringPaper = { title: 'Chấm điểm của năm', page: 'cham-diem' }

/** The usual order of the four conferences of a year, as the blocs' reports of 2018 to 2023 tell it. */
export const patternItems: Readonly<Record<ConferencePattern, readonly PatternItem[]>> = {
  signing: [
    opening,
    {
      title: 'Báo cáo tổng kết công tác thi đua, khen thưởng năm trước và phương hướng năm nay',
      minutes: 20,
      presenter: 'Khối trưởng',
    },
    { title: 'Bàn giao nhiệm vụ khối trưởng, khối phó', minutes: 10, presenter: 'Khối trưởng cũ và mới' },
    { title: 'Thông qua quy chế hoạt động và bảng tiêu chí chấm điểm', minutes: 20, presenter: 'Thư ký' },
    { title: 'Thảo luận', minutes: 30, presenter: 'Các đơn vị thành viên' },
    guests,
    {
      title: 'Thông qua bản giao ước thi đua',
      minutes: 15,
      presenter: 'Khối trưởng',
      shows: 'agreement',
      paper: agreementPaper,
    },
    {
      title: 'Ký giao ước thi đua',
      minutes: 20,
      presenter: 'Lãnh đạo các đơn vị',
      shows: 'signatures',
      paper: agreementPaper,
    },
    closing,
  ],
  midyear: [
    opening,
    { title: 'Báo cáo sơ kết sáu tháng đầu năm', minutes: 20, presenter: 'Khối trưởng', paper: targetsPaper },
    { title: 'Các đơn vị trao đổi kinh nghiệm', minutes: 45, presenter: 'Các đơn vị thành viên' },
    { title: 'Nhiệm vụ sáu tháng cuối năm', minutes: 20, presenter: 'Khối trưởng' },
    guests,
    closing,
  ],
  nomination: [
    opening,
    {
      title: 'Báo cáo kết quả tự chấm, chấm chéo và thẩm định điểm',
      minutes: 30,
      presenter: 'Khối trưởng',
      paper: scoringPaper,
    },
    {
      title: 'Thảo luận từng đơn vị, thống nhất điểm và xếp hạng',
      minutes: 60,
      presenter: 'Chủ trì',
      paper: scoringPaper,
    },
    { title: 'Cử ban kiểm phiếu, bỏ phiếu suy tôn đơn vị dẫn đầu', minutes: 20, presenter: 'Chủ trì' },
    { title: 'Công bố kết quả kiểm phiếu', minutes: 10, presenter: 'Ban kiểm phiếu' },
    closing,
  ],
  yearend: [
    opening,
    { title: 'Báo cáo tổng kết năm', minutes: 20, presenter: 'Khối trưởng', paper: targetsPaper },
    { title: 'Các đơn vị tham luận', minutes: 40, presenter: 'Các đơn vị thành viên' },
    { title: 'Công bố kết quả bình xét, khen thưởng', minutes: 15, presenter: 'Thư ký', paper: scoringPaper },
    guests,
    { title: 'Giới thiệu khối trưởng, khối phó năm sau', minutes: 10, presenter: 'Chủ trì' },
    closing,
  ],
  other: [opening, { title: 'Nội dung chính', minutes: 60, presenter: 'Chủ trì' }, closing],
}
