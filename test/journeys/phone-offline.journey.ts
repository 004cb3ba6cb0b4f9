import { expect, type Page } from '@playwright/test'
import { samplePassword } from '#app/demo/sample-people.ts'
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

/** Which figure of the grid has the cursor, from 0. */
const cursorIn = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('tbody input.cell-input.num')].indexOf(document.activeElement ?? document.body),
  )

test('at a desk a block is pasted and keys move; another tab and an ended session lose nothing', async ({ as }) => {
  const page = await as('lanh-dao-ldld')
  const context = page.context()
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.goto(reportingPaths.year(bloc, year))
  const mine = page.locator('section').filter({ has: page.getByRole('heading', { name: words.reporting.year.mine }) })
  await mine.getByRole('link', { name: words.periods.names.month('1', year) }).click()
  const report = page.url()
  const fields = (of: Page) => of.locator('tbody input.cell-input.num')
  const values = async (of: Page) => Promise.all([0, 1, 2].map((row) => fields(of).nth(row).inputValue()))

  await page.evaluate(async () => navigator.clipboard.writeText('11\n12\n13\n'))
  await fields(page).first().focus()
  await page.keyboard.press('Control+V')
  expect(await values(page)).toEqual(['11', '12', '13'])
  await expect(page.locator('[data-saved]')).toContainText('đã lưu lúc')
  for (const [key, place] of [
    ['Enter', 1],
    ['ArrowDown', 2],
    ['Shift+Enter', 1],
    ['ArrowUp', 0],
  ] as const) {
    await page.keyboard.press(key)
    expect(await cursorIn(page)).toBe(place)
  }

  // A second tab that is older than the first: both figures are shown, neither is taken over the other.
  const other = await context.newPage()
  await other.goto(report)
  await fields(page).first().fill('21')
  await expect.poll(async () => (await page.request.get(report)).text()).toContain('value="21"')
  await fields(other).first().fill('31')
  await expect(other.getByText(/Hiện đang là 21/)).toBeVisible()
  await other.close()

  // The session ends while something waits on this machine.
  await page.goto(report)
  await context.setOffline(true)
  await fields(page).nth(1).fill('42')
  await page.getByRole('button', { name: words.reporting.save, exact: true }).click()
  await expect(unsent(page)).toContainText(before(words.ui.offline.waiting))
  await context.clearCookies()
  await context.setOffline(false)
  await expect(page.getByText(words.ui.offline.signedOut)).toBeVisible()
  await expect(unsent(page)).toContainText('1')
  await page.getByRole('button', { name: words.ui.offline.signIn }).click()
  await page.getByLabel(words.identity.signIn.login).fill('lanh-dao-ldld')
  await page.getByLabel(words.identity.signIn.password).fill(samplePassword)
  await page.getByRole('button', { name: words.identity.signIn.submit }).click()
  await expect(page.locator('[data-say="sent"]')).toContainText(before(words.ui.offline.sent))
  await page.goto(report)
  expect(await values(page)).toEqual(['21', '42', '13'])
})
