import { expect, type Page } from '@playwright/test'
import { paths } from '#domains/agreement/paths.ts'
import { blocPaths } from '#domains/blocs/paths.ts'
import { deadlinePaths } from '#domains/calendar/deadlines/paths.ts'
import { noticePaths } from '#domains/calendar/notices/paths.ts'
import { calendarPaths } from '#domains/calendar/paths.ts'
import { evidencePaths } from '#domains/evidence/paths.ts'
import { invitePath, ownAccountPath, signInPath } from '#domains/identity/paths.ts'
import { consultationPaths, openPaths, supervisionPaths } from '#domains/consultation/paths.ts'
import { openRecoveryPath, typeSlipPath } from '#domains/identity/recovery/paths.ts'
import { switchOnPath } from '#domains/identity/second-factor/paths.ts'
import { legalTextsPath } from '#domains/law/paths.ts'
import { movementPaths } from '#domains/movements/register/paths.ts'
import { paths as portalPaths } from '#domains/portal/paths.ts'
import { boardPaths } from '#domains/targets/board/paths.ts'
import { reportingPaths } from '#domains/targets/reporting/paths.ts'
import { reviewPaths } from '#domains/targets/review/paths.ts'
import { signPaths } from '#domains/targets/signs/paths.ts'
import { lineagePaths } from '#domains/units/lineage/paths.ts'
import { mandatePaths } from '#domains/units/mandates/paths.ts'
import { unitPaths } from '#domains/units/paths.ts'
import { article } from './article.ts'
import { authority, bloc, head, stepUp } from './steps.ts'
import { words } from './words.ts'

export interface Looked {
  /** Names its pictures. */
  name: string
  /** Who looks; nobody in particular on the public side. */
  login?: string
  /** The password is asked for again on the way. */
  stepsUp?: true
  open: (page: Page) => Promise<unknown>
}

const at = (path: string) => (page: Page) => page.goto(path)

/** The article of 2025, read for some year. */
export const openReading = (year: string) => async (page: Page) => {
  await page.goto(paths.readings(bloc, year))
  await page.getByLabel(words.reading.list.text).fill(article)
  await page.getByRole('button', { name: words.reading.list.read }).click()
  await expect(page.getByRole('heading', { name: words.reading.show.heading })).toBeVisible()
}

async function openCheck(page: Page) {
  await page.goto(portalPaths.agreement(bloc, '2023'))
  const code = await page
    .getByText(/^([0-9A-Z]{4}-){2}[0-9A-Z]{4}$/)
    .first()
    .innerText()
  await page.goto(portalPaths.checkCode(code.replaceAll('-', '')))
}

async function openOwnUnit(page: Page) {
  await page.goto(`${unitPaths.list}?q=lhpn`)
  await page
    .getByRole('main')
    .getByRole('link', { name: /Phụ nữ/ })
    .first()
    .click()
}

async function openSwitchOn(page: Page) {
  await page.goto(switchOnPath)
  await stepUp(page)
}

async function openRecovery(page: Page) {
  await page.goto(openRecoveryPath('can-bo-lhpn'))
  await stepUp(page)
}

async function openLeaving(page: Page) {
  await openOwnUnit(page)
  await page.getByRole('link', { name: words.units.letGo }).first().click()
}

/** The unit that went into another in 2025: its page draws the way. */
async function openFormerOffice(page: Page) {
  await page.goto(`${portalPaths.lookUp}?q=ban+thi+dua`)
  await page
    .getByRole('main')
    .getByRole('link', { name: /^Ban Thi đua/ })
    .click()
}

/** The newest report of the first unit, with its targets. */
async function openLastReport(page: Page) {
  await page.goto(reportingPaths.year(bloc, '2023'))
  await page.getByRole('main').locator('table a').first().click()
  await expect(page.getByRole('table').first()).toBeVisible()
}

/** The first thing that a list leads to. */
const firstOf = (path: string) => async (page: Page) => {
  await page.goto(path)
  await page.getByRole('main').getByRole('rowheader').getByRole('link').first().click()
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
}

async function openTable(page: Page) {
  await firstOf(consultationPaths.list(bloc, '2023'))(page)
  await page.getByRole('link', { name: 'Bảng tổng hợp ý kiến' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Bảng tổng hợp ý kiến' })).toBeVisible()
}

/** What is looked at in every size and in both colours, by axe and by eye. */
export const pages: readonly Looked[] = [
  { name: 'trang-chu', open: at(portalPaths.home) },
  { name: 'tra-cuu', open: at(`${portalPaths.lookUp}?q=ban+thi+dua`) },
  { name: 'don-vi-cong-khai', open: openFormerOffice },
  { name: 'khoi-cong-khai', open: at(portalPaths.story(bloc, '2023')) },
  { name: 'giao-uoc-cong-khai', open: at(portalPaths.agreement(bloc, '2023')) },
  { name: 'kiem-tra', open: at(portalPaths.check) },
  { name: 'ket-qua-kiem-tra', open: openCheck },
  { name: 'huong-dan', open: at(portalPaths.helpPage('ky-giao-uoc')) },
  { name: 'dang-nhap', open: at(signInPath()) },
  { name: 'viec-can-lam', login: head, open: at(calendarPaths.tasks) },
  { name: 'nam-thi-dua', login: head, open: at(blocPaths.year(bloc, '2023')) },
  { name: 'giao-uoc', login: head, open: at(paths.agreement(bloc, '2023')) },
  { name: 'soan-thao', login: head, open: at(paths.editor(bloc, '2024')) },
  { name: 'chot-van-ban', login: head, open: at(paths.freezing(bloc, '2024')) },
  { name: 'doc-bai-bao', login: head, open: openReading('2023') },
  { name: 'don-vi', login: head, open: openOwnUnit },
  { name: 'bang-theo-doi', login: head, open: at(boardPaths.board(bloc, '2023')) },
  { name: 'dau-hieu', login: head, open: at(signPaths.signs(bloc, '2023')) },
  { name: 'bao-cao', login: head, open: openLastReport },
  { name: 'gop-y-cong-khai', open: firstOf(openPaths.list) },
  { name: 'du-thao-gop-y', login: head, open: firstOf(consultationPaths.list(bloc, '2023')) },
  { name: 'bang-tong-hop-gop-y', login: head, open: openTable },
  { name: 'ho-so-giam-sat', login: head, open: firstOf(supervisionPaths.list(bloc, '2023')) },
  { name: 'phong-trao', login: head, open: at(movementPaths.list(bloc, '2023')) },
  { name: 'minh-chung', login: head, open: at(evidencePaths.add(bloc, '2023')) },
  { name: 'lich', login: head, open: at(deadlinePaths.calendar(bloc, '2023')) },
  { name: 'cach-nhan-thu', login: head, open: at(noticePaths.ways) },
  { name: 'so-ket', login: head, open: at(reviewPaths.list(bloc, '2023')) },
  { name: 'bang-tinh', login: authority, open: at(boardPaths.province) },
  { name: 'sap-xep-don-vi', login: authority, open: at(lineagePaths.list) },
  { name: 'ghi-sap-xep', login: authority, open: at(lineagePaths.record('merge')) },
  { name: 'nam-da-dong', login: authority, open: at(blocPaths.year('cum-thi-dua-cac-huyen', '2025')) },
  { name: 'tai-khoan', login: head, open: at(ownAccountPath) },
  { name: 'xac-thuc-hai-buoc', login: head, stepsUp: true, open: openSwitchOn },
  { name: 'khoi-phuc-tai-khoan', login: head, stepsUp: true, open: openRecovery },
  { name: 'roi-di', login: head, open: openLeaving },
  { name: 'phieu-khoi-phuc', open: at(typeSlipPath) },
  { name: 'thanh-vien', login: authority, open: at(blocPaths.members(bloc, '2024')) },
  { name: 'uy-quyen', login: authority, open: at(`${mandatePaths.list}?xem=da-xac-nhan`) },
  { name: 'van-ban-phap-luat', login: authority, open: at(legalTextsPath) },
  { name: 'moi-nguoi', login: 'quan-tri', open: at(invitePath) },
]
