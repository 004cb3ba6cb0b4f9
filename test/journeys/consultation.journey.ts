import { expect, type Page } from '@playwright/test'
import { vi as words } from '#domains/consultation/words.vi.ts'
import { consultationPaths, openPaths } from '#domains/consultation/paths.ts'
import { dayOf, addDays } from '#platform/clock.ts'
import { authority, bloc, head, test } from './steps.ts'

const title = 'Dự thảo Quy chế họp thôn'
const text = `QUY CHẾ HỌP THÔN
Điều 1. Phạm vi
Quy chế này quy định việc họp thôn.
Điều 3. Họp thôn
Mỗi năm họp một lần.`

const soon = addDays(dayOf(new Date()), 10).split('-').reverse().join('/')
const article = (page: Page, label: string) => page.getByRole('region', { name: label })

/** The head pastes a draft, sees that an article is left out, mends the text and opens it to all. */
async function bringAndOpen(page: Page): Promise<string> {
  await page.goto(consultationPaths.bring(bloc, '2023'))
  await page.getByLabel(words.name).fill(title)
  await page.getByLabel(words.text).fill(text)
  await page.getByRole('button', { name: words.read }).click()
  await expect(page.getByText(words.doubt.gap('3', '2'))).toBeVisible()
  await page.getByRole('link', { name: words.correct }).click()
  await page.getByLabel(words.text).fill(text.replace('Điều 3', 'Điều 2'))
  await page.getByRole('button', { name: words.save }).click()
  await expect(page.getByText(words.noDoubts)).toBeVisible()
  await page.getByRole('link', { name: words.open, exact: true }).click()
  await page.getByLabel(words.until).fill(soon)
  await page.getByLabel(words.isPublic).check()
  await page.getByRole('button', { name: words.open, exact: true }).click()
  await expect(page.getByText(words.states.open, { exact: true })).toBeVisible()
  return page.url()
}

/** By the keyboard alone: the disclosure of an article, its fields, its button. */
async function commentByKeyboard(page: Page) {
  const section = article(page, 'Điều 2. Họp thôn')
  await section.locator('summary').first().focus()
  await page.keyboard.press('Enter')
  await section.getByLabel(words.commentText).press('Control+A')
  await page.keyboard.insertText('Một năm một lần là ít')
  await page.keyboard.press('Tab')
  await section.getByLabel(words.proposed).press('Control+A')
  await page.keyboard.insertText('Họp thôn\nMỗi quý họp một lần.')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(section.locator('ins')).toContainText('quý')
}

test('a draft is brought in, a unit and the public comment, and the table is decided and published', async ({
  as,
  browser,
}) => {
  const [keeper, unit] = [await as(head), await as('lanh-dao-ccb')]
  const draft = await bringAndOpen(keeper)
  const slug = new URL((await keeper.getByRole('link', { name: openPaths.list }).getAttribute('href')) ?? '', draft)
    .pathname

  await unit.goto(draft)
  await commentByKeyboard(unit)
  await unit.getByRole('button', { name: words.sendAll }).click()
  await expect(unit.getByRole('main').getByText(/^đã gửi \d/)).toBeVisible()

  const phone = await browser.newContext({
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    javaScriptEnabled: false,
  })
  const reader = await phone.newPage()
  await reader.goto(slug)
  const section = article(reader, 'Điều 1. Phạm vi')
  await section.locator('summary').tap()
  await section.getByRole('button', { name: words.sendOwn }).tap()
  await expect(reader.getByText(words.violations.nothingSaid)).toBeVisible()
  await section.getByLabel(words.commentText).fill('Nên nói rõ cả tổ dân phố')
  await section.getByRole('button', { name: words.sendOwn }).tap()
  await expect(reader.getByText(words.publicThanks)).toBeVisible()
  await expect(reader.getByText('Nên nói rõ cả tổ dân phố')).toBeHidden()

  await keeper.goto(draft)
  await keeper.getByRole('link', { name: words.waitingCount(1) }).click()
  await keeper.getByRole('button', { name: words.show, exact: true }).click()
  await reader.goto(slug)
  await expect(reader.getByText('Nên nói rõ cả tổ dân phố')).toBeVisible()

  await keeper.goto(draft)
  await keeper.locator('summary').filter({ hasText: words.close }).click()
  await keeper.getByRole('button', { name: words.close }).click()
  for (const outcome of ['accepted', 'partly'] as const) {
    await keeper
      .locator('summary')
      .filter({ hasText: new RegExp(`^\\s*${words.decide}\\s*$`) })
      .first()
      .click()
    const open = keeper.locator('details[open]')
    await open.getByLabel(words.outcome, { exact: true }).selectOption(outcome)
    await open.getByLabel(words.outcomeReason).fill('Ghi vào quy chế')
    await open.getByRole('button', { name: words.decide }).click()
    await expect(keeper.getByText(words.outcomes[outcome], { exact: true }).first()).toBeVisible()
  }
  await expect(keeper.getByText(words.publishApart)).toBeVisible()

  const publisher = await as(authority)
  await publisher.goto(keeper.url())
  await publisher.getByLabel(words.outcomeNote).fill('Đã tiếp thu vào quy chế')
  await publisher.getByRole('button', { name: words.publish }).click()
  await expect(publisher.getByText(words.states.published, { exact: true })).toBeVisible()
  await reader.goto(slug)
  await expect(reader.getByRole('heading', { name: words.publicOutcome })).toBeVisible()
  await expect(reader.getByText('Một năm một lần là ít')).toBeVisible()
  await phone.close()
})
