import { readFile } from 'node:fs/promises'
import { expect, type Page } from '@playwright/test'
import { reportingPaths } from '#domains/targets/reporting/paths.ts'
import { editWorkbook } from '#domains/targets/workbook/testing/edit-workbook.ts'
import { openMonths } from './report-steps.ts'
import { bloc, test } from './steps.ts'
import { words } from './words.ts'

const year = '2016'
const t = words.workbook

/** The unit's report of the first month. */
async function openReport(page: Page) {
  await page.goto(reportingPaths.year(bloc, year))
  await page
    .getByRole('link', { name: words.periods.names.month('1', year) })
    .first()
    .click()
}

async function download(page: Page): Promise<Uint8Array> {
  await page.getByRole('link', { name: words.reporting.byExcel }).click()
  const started = page.waitForEvent('download')
  await page.getByRole('link', { name: t.desk.download }).click()
  return new Uint8Array(await readFile(await (await started).path()))
}

async function upload(page: Page, bytes: Uint8Array) {
  await page
    .getByLabel(t.desk.file)
    .setInputFiles({ name: 'thang-1.xlsx', mimeType: 'application/octet-stream', buffer: Buffer.from(bytes) })
  await page.getByRole('button', { name: t.desk.preview }).click()
}

test('an officer reports a month by Excel, chooses where the leader wrote meanwhile, and takes it back', async ({
  as,
}) => {
  const leader = await openMonths(as, year)
  const officer = await as('can-bo-lhpn')
  await openReport(officer)
  const report = officer.url()
  const bytes = await download(officer)

  await leader.goto(report)
  const cell = leader.locator('tbody input.cell-input.num').first()
  const code = await cell.locator('xpath=ancestor::tr').getByRole('link').first().innerText()
  await cell.fill('12')
  await leader.getByRole('button', { name: words.reporting.save, exact: true }).click()
  await expect(leader.locator('tbody input.cell-input.num').first()).toHaveValue('12')

  await upload(officer, await editWorkbook(bytes, { [code]: { F: 15, G: 'Số của cán bộ' } }))
  const row = officer.getByRole('row').filter({ hasText: code })
  await expect(row).toContainText(t.file.outcomes.conflict)
  await officer.getByRole('button', { name: t.file.confirm }).click()
  await expect(officer.getByRole('alert')).toBeVisible()
  await officer.getByRole('radio', { name: t.file.takeFile('15') }).check()
  await officer.getByRole('button', { name: t.file.confirm }).click()
  await expect(row).toContainText(t.file.entered)

  await officer.getByRole('button', { name: t.file.undo }).click()
  await expect(row).toContainText(t.file.givenBack)
  await officer.goto(report)
  await expect(officer.locator('tbody input.cell-input.num').first()).toHaveValue('12')
})
