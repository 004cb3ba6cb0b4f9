import type { Place } from './world.ts'

/** What stands in an address, by the word before it. */
const fillings: Readonly<Record<string, (place: Place) => string>> = {
  '/don-vi/:id': (place) => place.unit,
  '/nguoi/:role': (place) => place.officerRole,
  '/moi/:kind': () => 'rename',
  '/sap-xep-don-vi/:deed': (place) => place.deed,
  '/uy-quyen/:id': (place) => place.askedMandate,
  '/chu-ky-cua-toi/:mandate': (place) => place.heldMandate,
  '/chung-thu/:serial': (place) => place.serial,
  '/khoi/:bloc': (place) => place.bloc,
  '/khoi-thi-dua/:bloc': (place) => place.bloc,
  '/don-vi-thi-dua/:unit': (place) => `don-vi-${place.unit.slice(-12)}`,
  '/:bloc/:year': () => '2023',
  '/chang/:stop': () => 'launching',
  '/thanh-vien/:id': (place) => place.membership,
  '/chuc-vu/:id': (place) => place.office,
  '/thu-ky/:id': (place) => place.secretary,
  '/dieu/:clause': (place) => place.clause,
  '/cac-ban/:version': () => '1',
  '/ky-tren-giay/:unit': (place) => place.unit,
  '/ban-quet/:scan': (place) => place.scan,
  '/minh-chung/:evidence': (place) => place.evidence,
  '/dan/:citation': (place) => place.citation,
  '/tai-len/:upload': (place) => place.evidence,
  '/ban-cong-khai/:copy': (place) => place.copy,
  '/minh-chung-cong-khai/:copy': (place) => place.copy,
  '/hinh/:page': () => '0',
  '/cham-diem/:round': (place) => place.round,
  '/kien-nghi/:id': (place) => place.petition,
  '/gop-y/:consultation': (place) => place.openConsultation,
  '/gop-y/:slug': (place) => place.openSlug,
  '/y-kien/:comment': (place) => place.unitComment,
  '/kiem-duyet/:comment': (place) => place.publicComment,
  '/tong-hop/:comment': (place) => place.sentComment,
  '/giam-sat/:supervision': (place) => place.plannedSupervision,
  '/kien-nghi/:recommendation': (place) => place.recommendation,
  '/luot/:turn': (place) => place.turns[place.unit] ?? '',
  '/phan-doi/:objection': (place) => place.objection,
  '/phieu/:sheet': (place) => place.judgedSheet,
  '/giai-trinh/:explanation': (place) => place.explanations[place.unit] ?? '',
  '/mo-lai/:reopening': (place) => place.sheetReopening,
  '/scoring-rounds/:round': (place) => place.round,
  '/sheets/:unit': (place) => place.unit,
  '/:unit/:version': (place) => place.scoreTable,
  '/phieu/:unit': (place) => place.unit,
  '/:unit/:table': (place) => place.scoreTable,
  '/vi-sao/:code': () => 'I.1',
  '/bang-tinh/:table': (place) => place.scoreTable,
  '/bao-cao-excel/:period': () => 'thang-2023-12-01',
  '/:period/:unit': (place) => place.unit,
  '/bao-cao/:period': () => 'thang-2023-12-01',
  '/ky/:period': () => 'thang-2023-12-01',
  '/mo-lai/:id': (place) => place.reopening,
  '/sua-so-lieu/:id': (place) => place.correction,
  '/tep-bao-cao/:id': (place) => place.workbook,
  '/bang-diem/:table': (place) => place.draftTable,
  '/ban/:number': () => '1',
  '/muc/:node': () => '1',
  '/cach-tinh/:rule': () => 'moi',
  '/score-tables/:version': (place) => place.scoreTable,
  '/chi-tieu/:target': (place) => place.target,
  '/phan-bo/:unit': (place) => place.unit,
  '/moc/:unit': (place) => place.unit,
  '/thay-doi-chi-tieu/:change': (place) => place.change,
  '/hoi-nghi/:conference': (place) => place.conference,
  '/diem-danh/:conference': (place) => place.invitedConference,
  '/:conference/:code': (place) => place.code,
  '/thu-moi/:code': (place) => place.code,
  '/chuong-trinh/:item': (place) => place.agendaItem,
  '/tai-lieu/:paper': (place) => place.evidence,
  '/thanh-phan/:invitee': (place) => place.invitees[place.unit] ?? place.evidence,
  '/phat-bieu/:speaker': (place) => place.speakers[place.unit] ?? place.evidence,
  '/quyet-nghi/:decision': (place) => place.evidence,
  '/bieu-quyet/:vote': (place) => place.evidence,
  '/viec-giao/:task': (place) => place.conferenceTasks[place.unit] ?? place.evidence,
  '/ban/:version': () => '1',
  '/doan/:passage': (place) => place.sentPassage,
  '/gop-y/:correction': (place) => place.minutesCorrection,
  '/nghi-quyet/:resolution': (place) => place.openResolution,
  '/ban-giao/:handover': (place) => place.handover,
  '/doc-bai-bao/:reading': (place) => place.reading,
  '/viec-can-lam/:id': (place) => place.task,
  '/lich/:id': (place) => place.deadline,
  '/thong-bao/:id': (place) => place.task,
  // Nobody ever saved a search.
  '/da-luu/:id': (place) => place.evidence,
  '/lich-ca-nhan/:token': () => 'khong-ai-biet',
  '/bo-nhan-thu/:token': () => 'khong-ai-ky',
  '/danh-sach/:id': (place) => place.intake,
  '/van-ban-phap-luat/:id': (place) => place.legalText,
  // No line of the law's deadlines has the id of a piece of evidence.
  '/thoi-han/:id': (place) => place.evidence,
  '/nguoi-dung/:id': (place) => place.invited,
  '/vai-tro/:role': () => 'authority',
  '/khoi-phuc-tai-khoan/:id': (place) => place.recovery,
  '/khoi-phuc/:code': (place) => place.invitation,
  '/nguoi/:id': (place) => place.officer,
  '/phien/:id': (place) => place.session,
  '/ma-truy-cap/:id': (place) => place.token,
  '/khoa-truy-cap/:id': (place) => place.token,
  '/lien-ket/:id': (place) => place.token,
  '/bloc-years/:blocYear': (place) => place.blocYear,
  '/units/:unit': (place) => place.unit,
  '/targets/:target': (place) => place.december.target,
  '/periods/:period': (place) => place.december.period,
  '/reports/:unit': (place) => place.unit,
  '/movements/:movement': (place) => place.movement,
  '/activities/:activity': (place) => place.activity,
  '/log-entries/:entry': (place) => place.logEntry,
  '/evidence/:evidence': (place) => place.evidence,
  '/loi-moi/:code': (place) => place.invitation,
  '/kiem-tra/:code': (place) => place.code,
  '/gui-y-kien/:bloc': (place) => place.bloc,
  '/y-kien/:opinion': (place) => place.opinion,
  '/bao-cao/:digest': (place) => place.digest,
  '/bao-ve-quyen-loi/:care': (place) => place.careCase,
  '/nhap-bang/:intake': (place) => place.opinionIntake,
  '/chu-de/:topic': (place) => place.topic,
  '/y-kien/:slug': (place) => place.opinionSlug,
  '/anh/:number': () => '1',
  '/noi-dat-ma/:place': (place) => place.opinionPlace,
  '/webhook/:id': (place) => place.evidence,
  '/lan-gui/:delivery': (place) => place.evidence,
  '/huong-dan/:page': () => 'ky-giao-uoc',
  '/bang-theo-doi/:unit': (place) => place.unit,
  '/so-ket/:review': (place) => place.evidence,
  '/cau/:clause': (place) => place.clause,
  '/phong-trao/:movement': (place) => place.movement,
  '/so-tong-ket/:review': (place) => place.movementReview,
  '/dien-hinh/:example': (place) => place.example,
  '/hoat-dong/:activity': (place) => place.activity,
  '/nhat-ky-hoat-dong/:entry': (place) => place.logEntry,
  '/ghi/:kind': () => 'news',
  '/loai-viec/:kind': () => 'news',
  '/ngay-le-lon/:id': (place) => place.greatDay,
  '/anh/:name': () => 'chua-co.png',
  '/bai-viet/:id': (place) => place.article,
  '/anh/:picture': (place) => place.evidence,
  '/dong-y/:consent': (place) => place.evidence,
  '/chuyen-muc/:category': () => 'khong-co',
  '/tin/:year': () => '1999',
  '/:year/:slug': () => 'khong-co-tin-nay',
  '/du-lieu/:file': () => 'khong-co.csv',
}

/** The pattern without what a parameter must look like. */
export const plainPattern = (path: string) => path.replaceAll(/\{[^/]*\}/g, '')

function fillAt(words: readonly string[], index: number, place: Place): string {
  const [before = '', word = ''] = words.slice(index - 1, index + 1)
  if (!word.startsWith(':')) return word
  const fill = fillings[`/${before}/${word}`]
  if (fill === undefined) throw new Error(`test/permissions/address.ts does not know what ${before}/${word} is`)
  return encodeURIComponent(fill(place))
}

/** The address of a pattern at a place. */
export function addressOf(pattern: string, place: Place): string {
  const words = plainPattern(pattern).split('/')
  return words.map((word, index) => (index === 0 ? word : fillAt(words, index, place))).join('/')
}

/** The same addresses, in each of which one parameter is this text. */
export function addressesWith(pattern: string, place: Place, text: string): string[] {
  const words = plainPattern(pattern).split('/')
  const filled = addressOf(pattern, place).split('/')
  const parameters = words.flatMap((word, index) => (word.startsWith(':') ? [index] : []))
  return parameters.map((index) => filled.with(index, text).join('/'))
}

export const hasParameter = (pattern: string) => pattern.includes('/:')
