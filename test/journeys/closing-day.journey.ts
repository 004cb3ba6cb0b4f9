import { expect, type Page } from '@playwright/test'
import { vi as petitions } from '#domains/scoring/petitions/words.vi.ts'
import { scoringPaths } from '#domains/scoring/paths.ts'
import { vi as results } from '#domains/scoring/results/words.vi.ts'
import { vi as rounds } from '#domains/scoring/rounds/words.vi.ts'
import { words } from './words.ts'
import { bloc, head, leaders, openTask, test } from './steps.ts'

const petitioner = 'lanh-dao-nong-dan'
const unit = 'Hội Nông dân tỉnh'

const rowOf = (page: Page, name: string) => page.getByRole('row').filter({ hasText: name })

/** The head looks once more and announces; answers with the address of the result. */
async function announce(page: Page): Promise<string> {
  await page.goto(scoringPaths.year(bloc, '2023'))
  await page.getByRole('link', { name: 'Chấm điểm thi đua năm 2023' }).click()
  await page.getByRole('link', { name: rounds.do.close, exact: true }).first().click()
  await expect(page.getByText(results.signs)).toBeVisible()
  await expect(page.getByText(/chỉ cách nhau/).first()).toBeVisible()
  await page.getByRole('button', { name: results.announce }).click()
  await expect(page.getByRole('heading', { level: 1, name: results.kinds.provisional })).toBeVisible()
  return page.url()
}

async function petition(page: Page, result: string) {
  await page.goto(result)
  await expect(rowOf(page, unit)).toContainText('6')
  await page.getByRole('link', { name: results.petition }).click()
  await page.getByLabel(petitions.about).selectOption({ label: unit })
  await page.getByLabel(petitions.code).selectOption({ index: await indexOf(page, 'III.5 ') })
  await page.getByLabel(petitions.wanted).fill('3')
  await page.getByLabel(petitions.text).fill('Có thêm biên bản hai buổi tọa đàm chưa kèm theo phiếu.')
  await page.getByRole('button', { name: petitions.send }).click()
  await expect(page.getByText(petitions.states.filed)).toBeVisible()
}

async function indexOf(page: Page, code: string): Promise<number> {
  const labels = await page.getByLabel(petitions.code).locator('option').allTextContents()
  return labels.findIndex((label) => label.startsWith(code))
}

async function answer(page: Page) {
  await openTask(page, words.calendar.kinds['scoring.petition'].title({ unit }))
  await page.getByLabel(petitions.outcome).selectOption({ label: petitions.outcomes.accepted })
  await page.getByLabel(petitions.points).fill('3')
  await page.getByLabel(petitions.answerText).fill('Biên bản đủ, chấp nhận mức tối đa.')
  await page.getByRole('button', { name: petitions.answerDo }).click()
  await expect(page.getByText(petitions.outcomes.accepted, { exact: true }).first()).toBeVisible()
}

async function accept(page: Page, result: string) {
  await page.goto(result)
  await page.getByRole('button', { name: /đồng ý, không kiến nghị/ }).click()
  await expect(page.getByRole('button', { name: /đồng ý, không kiến nghị/ })).toBeHidden()
}

test('the head’s closing day: a provisional result, a petition that changes a rank, and the final one', async ({
  as,
}) => {
  const chair = await as(head)
  const result = await announce(chair)
  const farmers = await as(petitioner)
  await petition(farmers, result)
  await answer(chair)
  await accept(chair, result)
  await accept(farmers, result)
  for (const login of leaders.filter((one) => one !== head && one !== petitioner)) {
    const page = await as(login)
    await accept(page, result)
    await page.context().close()
  }
  await chair.goto(result)
  await chair.getByRole('link', { name: results.closing }).click()
  await chair.getByRole('button', { name: results.finish }).click()
  await expect(chair.getByRole('heading', { level: 1, name: results.kinds.final })).toBeVisible()
  await expect(rowOf(chair, unit)).toContainText('hạng 6')
  await expect(rowOf(chair, unit).getByRole('rowheader')).toHaveText('5')
})
