import { expect, test, type Browser, type Page } from '@playwright/test'
import { blocPaths } from '#domains/blocs/paths.ts'
import { calendarPaths } from '#domains/calendar/paths.ts'
import { paths as portalPaths } from '#domains/portal/paths.ts'
import { certificatePaths } from '#domains/units/certificates/paths.ts'
import { vi as lineage } from '#domains/units/lineage/words.vi.ts'
import { unitPaths } from '#domains/units/paths.ts'
import { openOwnDemo, type OwnDemo } from './own-demo.ts'
import { authority, bloc, head, signIn, startYear, stepUp } from './steps.ts'
import { words } from './words.ts'

const year = '2025'
const merged = 'Hội Nông dân và Thanh niên tỉnh Nam Định'
const members = ['Hội Nông dân tỉnh Nam Định', 'Tỉnh Đoàn Nam Định'] as const

let demo: OwnDemo

test.beforeAll(async () => {
  demo = await openOwnDemo()
})

test.afterAll(() => demo.remove())

async function at(browser: Browser, login: string | null): Promise<Page> {
  const page = await (await browser.newContext({ baseURL: demo.origin })).newPage()
  if (login === null) return page
  await page.goto('/dang-nhap')
  await signIn(page, login)
  return page
}

/** The form of the merger, reached from the page of one of the two units. */
async function recordMerger(page: Page) {
  await page.goto(`${unitPaths.list}?q=hoi+nong+dan`)
  await page.getByRole('link', { name: members[0], exact: true }).click()
  await page.getByRole('main').getByRole('link', { name: words.units.reorganise, exact: true }).click()
  await page.getByRole('main').getByRole('link', { name: lineage.kinds.merge }).click()
  await page.getByRole('searchbox', { name: lineage.findUnit }).fill('tinh doan')
  await page.getByRole('main').getByRole('button', { name: words.ui.find, exact: true }).click()
  const row = page.getByRole('row').filter({ hasText: members[1] })
  await row.getByRole('link', { name: lineage.asBefore.other }).click()
  await page.getByLabel(lineage.newUnits).fill(`${merged}; Hội ND và TN tỉnh`)
  await page.getByLabel(lineage.effectiveOn).fill('15/07/2025')
  await page.getByLabel(lineage.documentName).fill('Quyết định hợp nhất (dữ liệu mẫu)')
  await page.getByLabel(lineage.numberUnknown).check()
  await page.getByLabel(lineage.documentIssuer).fill('cơ quan có thẩm quyền')
  await page.getByRole('button', { name: lineage.save }).click()
  await expect(page.getByText(lineage.unverified)).toBeVisible()
}

test('a merger in July: memberships, mandates and certificates end, what was signed keeps its names', async ({
  browser,
}) => {
  const keeper = await at(browser, authority)
  await startYear(keeper, year)
  await recordMerger(keeper)

  await keeper.goto(blocPaths.year(bloc, year))
  for (const name of members)
    await expect(keeper.getByRole('listitem').filter({ hasText: name })).toContainText('14/07/2025')
  await keeper.goto(`${unitPaths.list}?q=hoi+nong+dan`)
  await expect(keeper.getByText(words.units.nowIs(merged))).toBeVisible()
  await keeper.getByRole('link', { name: members[0], exact: true }).click()
  await expect(keeper.getByText(lineage.events.merged(merged))).toBeVisible()
  await expect(keeper.locator('#uy-quyen')).toContainText(words.mandates.states.ended)

  const leads = await at(browser, head)
  await leads.goto(calendarPaths.tasks)
  const told = words.calendar.kinds['blocs.memberEnded'].title({ unit: 'Tỉnh Đoàn' })
  await expect(leads.getByText(told, { exact: true })).toBeVisible()

  const signer = await at(browser, 'lanh-dao-doan')
  await signer.goto(certificatePaths.mine)
  await stepUp(signer)
  await expect(signer.getByText(words.certificates.none).first()).toBeVisible()

  const anyone = await at(browser, null)
  await anyone.goto(portalPaths.agreement(bloc, '2023'))
  for (const name of members) await expect(anyone.getByText(name).first()).toBeVisible()
  await expect(anyone.getByText(merged)).toBeHidden()
  await anyone.goto(`${portalPaths.lookUp}?q=tinh+doan`)
  await expect(anyone.getByText(words.units.nowIs(merged)).first()).toBeVisible()
})
