import { expect, type Page } from '@playwright/test'
import { periodPaths } from '#domains/targets/periods/paths.ts'
import { vi as periods } from '#domains/targets/periods/words.vi.ts'
import { reportingPaths } from '#domains/targets/reporting/paths.ts'
import { vi as reporting } from '#domains/targets/reporting/words.vi.ts'
import { openMonths } from './report-steps.ts'
import { bloc, test } from './steps.ts'

const year = '2020'

const sheetOf = (page: Page, title: string) =>
  page.locator('section').filter({ has: page.getByRole('heading', { name: title }) })

async function sendJanuary(page: Page) {
  await page.goto(reportingPaths.year(bloc, year))
  await sheetOf(page, reporting.year.mine)
    .getByRole('link', { name: /Tháng 1\/2020/ })
    .click()
  await page.locator('#ct-CT05 input.num').fill('100')
  await page.getByRole('button', { name: reporting.toSend }).click()
  await page.getByLabel(reporting.send.missingNote).fill('Chờ số của cơ sở')
  await page.getByLabel(reporting.send.lateReason).fill('Mất điện ba ngày')
  await page.getByRole('button', { name: reporting.send.do }).click()
  await expect(page.getByText(reporting.states.sent)).toBeVisible()
}

test('the head returns one report, verifies another and closes the period, who is missing named', async ({ as }) => {
  const head = await openMonths(as, year)
  const first = await as('lanh-dao-mttq')
  await sendJanuary(first)
  await sendJanuary(await as('lanh-dao-ldld'))

  const open = async (unit: RegExp) => {
    await head.goto(reportingPaths.year(bloc, year))
    await sheetOf(head, reporting.year.queue).getByRole('link', { name: unit }).click()
  }
  await open(/LĐLĐ/)
  await head.getByRole('button', { name: reporting.judge.verify }).click()
  await expect(head.getByText(reporting.states.verified, { exact: true })).toBeVisible()
  await open(/MTTQ/)
  await head.getByText(reporting.judge.return).first().click()
  await head.getByLabel(reporting.judge.reason).fill('Thiếu số hội viên mới')
  await head.getByRole('button', { name: reporting.judge.return }).click()
  await expect(head.getByText(reporting.returnedTitle)).toBeVisible()

  await first.reload()
  await expect(first.getByText('Thiếu số hội viên mới').first()).toBeVisible()

  await head.goto(periodPaths.period(bloc, year, `thang-${year}-01-01`))
  await expect(head.getByText(/Tỉnh Đoàn/)).toBeVisible()
  await head.getByRole('button', { name: periods.closeDo }).click()
  await expect(head.getByText(periods.states.closed)).toBeVisible()
})
