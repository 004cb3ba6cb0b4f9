import { expect } from '@playwright/test'
import { reportingPaths } from '#domains/targets/reporting/paths.ts'
import { vi as reporting } from '#domains/targets/reporting/words.vi.ts'
import { openMonths } from './report-steps.ts'
import { bloc, test } from './steps.ts'

const year = '2021'

test('an officer fills in a month, is asked about one figure, and sends late with a reason', async ({ as }) => {
  await openMonths(as, year)
  const page = await as('lanh-dao-ldld')
  await page.goto(reportingPaths.year(bloc, year))
  const mine = page.locator('section').filter({ has: page.getByRole('heading', { name: reporting.year.mine }) })
  await mine.getByRole('link', { name: /Tháng 1\/2021/ }).click()
  const field = (code: string) => page.locator(`#ct-${code} input.num`)
  const saved = page.locator('[data-saved]')

  await field('CT05').fill('1.234')
  await field('CT06').fill('12')
  await field('CT07').fill('chín')
  await expect(saved).toContainText(reporting.faults.notANumber)
  await field('CT07').fill('9')
  await expect(saved).toContainText('đã lưu lúc')
  await page.getByRole('button', { name: reporting.toSend }).click()
  await page.getByLabel(reporting.send.lateReason).fill('Mất điện ba ngày')
  await page.getByRole('button', { name: reporting.send.do }).click()
  await expect(page.getByText(reporting.states.sent)).toBeVisible()

  // The next month: a figure ten times the last is questioned, kept, and meant.
  await page.goto(reportingPaths.year(bloc, year))
  await mine.getByRole('link', { name: /Tháng 2\/2021/ }).click()
  await field('CT05').fill('12.340')
  await expect(saved).toContainText(reporting.doubts.tenfold)
  await page.getByRole('button', { name: reporting.save }).click()
  await page.locator('#ct-CT05').getByText(reporting.isMeant).click()
  await page.getByRole('button', { name: reporting.toSend }).click()
  await page.getByLabel(reporting.send.missingNote).fill('Chờ số của cơ sở')
  await page.getByLabel(reporting.send.lateReason).fill('Mất điện ba ngày')
  await page.getByRole('button', { name: reporting.send.do }).click()
  await expect(page.getByText(reporting.states.sent)).toBeVisible()
})
