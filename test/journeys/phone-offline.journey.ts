import { expect, type Page } from '@playwright/test'
import { reportingPaths } from '#domains/targets/reporting/paths.ts'
import { openMonths } from './report-steps.ts'
import { bloc, test } from './steps.ts'
import { words } from './words.ts'

const year = '2015'
const before = (sentence: string) => sentence.split('{')[0] ?? ''
const cellOf = (page: Page) => page.locator('tbody input.cell-input.num').first()
const unsent = (page: Page) => page.locator('[data-say="waiting"]')

test('on a phone without a line figures are kept over a reload, and sent once when it is back', async ({ as }) => {
  const leader = await openMonths(as, year)
  const page = await as('can-bo-lhpn')
  await page.setViewportSize({ width: 390, height: 844 })
  await page.goto(reportingPaths.year(bloc, year))
  await page
    .getByRole('link', { name: words.periods.names.month('1', year) })
    .first()
    .click()
  const report = page.url()
  await page.waitForFunction(
    async () => (await caches.keys()).length > 0 && navigator.serviceWorker.controller !== null,
  )
  await expect.poll(() => page.evaluate(async (url) => (await caches.match(url)) !== undefined, report)).toBe(true)

  await page.context().setOffline(true)
  await cellOf(page).fill('31')
  await page.getByRole('button', { name: words.reporting.save, exact: true }).click()
  await expect(unsent(page)).toContainText(before(words.ui.offline.waiting))
  await page.reload()
  await expect(cellOf(page)).toHaveValue('31')
  await expect(unsent(page)).toContainText('1')

  await page.context().setOffline(false)
  await expect(page.locator('[data-say="sent"]')).toContainText(before(words.ui.offline.sent))
  await expect(unsent(page)).toBeHidden()
  await leader.goto(report)
  await expect(cellOf(leader)).toHaveValue('31')
  await page.reload()
  await expect(unsent(page)).toBeHidden()
})
