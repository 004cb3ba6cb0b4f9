import { expect, type Page } from '@playwright/test'
import { boardPaths } from '#domains/targets/board/paths.ts'
import { vi as boards } from '#domains/targets/board/words.vi.ts'
import { reviewPaths } from '#domains/targets/review/paths.ts'
import { vi as reviews } from '#domains/targets/review/words.vi.ts'
import { authority, bloc, head, test } from './steps.ts'

const year = '2023'

async function draft(page: Page) {
  await page.goto(reviewPaths.list(bloc, year))
  await page.getByRole('link', { name: reviews.list.start }).click()
  await page.getByLabel(reviews.start.from).fill('01/01/2023')
  await page.getByLabel(reviews.start.to, { exact: false }).fill('30/06/2023')
  await page.getByLabel(reviews.start.datedOn).fill('05/07/2023')
  await page.getByLabel(reviews.start.place).fill('Nam Định')
  await page.getByRole('button', { name: reviews.start.submit }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Sơ kết 6 tháng đầu năm 2023' })).toBeVisible()
}

const sentence = (page: Page, number: number) =>
  page.getByLabel(reviews.editor.sentence(reviews.sections.general, number)).first()

test('the head’s half-year: a review drafted from the records, put into own words, printed, and finished', async ({
  as,
}) => {
  const page = await as(head)
  await draft(page)
  await expect(sentence(page, 1)).toHaveValue(/gồm 6 đơn vị thành viên/)
  await sentence(page, 2).fill('Sáu tháng qua, các đơn vị trong khối giữ nếp báo cáo đến ngày 31/02/2023.')
  await expect(page.locator('[data-saved]').nth(1)).toContainText('đã lưu')

  const other = await as('thu-ky')
  await other.goto(page.url())
  await other.reload()
  await expect(sentence(other, 2)).toHaveValue(/giữ nếp báo cáo/)

  await page.reload()
  await expect(page.getByText('Ngày 31/02/2023 không có trong lịch.')).toBeVisible()
  await sentence(page, 2).fill('Sáu tháng qua, các đơn vị trong khối giữ nếp báo cáo.')
  await expect(page.locator('[data-saved]').nth(1)).toContainText('đã lưu')
  for (const name of [reviews.editor.preview, reviews.editor.word]) {
    const href = await page.getByRole('link', { name }).getAttribute('href')
    const paper = await page.request.get(href ?? '')
    expect([paper.status(), (await paper.body()).length > 5000]).toEqual([200, true])
  }

  await page.getByRole('link', { name: reviews.editor.toFinish }).click()
  const meant = page.getByLabel(reviews.finish.isMeant)
  if ((await meant.count()) > 0) await meant.check()
  await page.getByRole('button', { name: reviews.finish.submit }).click()
  await expect(page.getByText(reviews.show.hash)).toBeVisible()
  await expect(page.locator('textarea')).toHaveCount(0)
})

test('the authority finds the bloc among all and opens its board', async ({ as }) => {
  const page = await as(authority)
  await page.goto(`${boardPaths.province}?q=mat tran`)
  await page
    .getByRole('link', { name: /Mặt trận Tổ quốc và các đoàn thể/ })
    .first()
    .click()
  await expect(page.getByRole('heading', { level: 1, name: boards.heading })).toBeVisible()
})
