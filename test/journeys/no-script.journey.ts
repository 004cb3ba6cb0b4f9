import { expect, type Page } from '@playwright/test'
import { paths } from '#domains/agreement/paths.ts'
import { article } from './article.ts'
import { authority, bloc, head, signIn, startYear, test } from './steps.ts'
import { words } from './words.ts'

const year = '2029'

test.use({ javaScriptEnabled: false })

async function readAndKeep(page: Page) {
  await page.goto(paths.readings(bloc, year))
  const file = { name: 'bai-bao.txt', mimeType: 'text/plain', buffer: Buffer.from(article.normalize('NFD')) }
  await page.getByLabel(words.reading.list.file).setInputFiles(file)
  await page.getByRole('button', { name: words.reading.list.read }).click()
  await page.getByRole('button', { name: words.reading.show.takeOffer('kip', 'kịp') }).click()
  await page
    .getByLabel(words.reading.show.commitment(1))
    .fill('Mỗi hội viên có một phần việc thi đua ở thôn, xóm, tổ dân phố')
  await page.getByRole('button', { name: words.reading.show.addCommitment }).click()
  await page
    .getByLabel(words.reading.show.commitment(5))
    .fill('Gặp nhau mỗi quý một lần để so việc đã làm với việc đã hứa')
  await page.getByRole('button', { name: words.agreement.editor.save, exact: true }).click()
  await expect(page.getByLabel(words.reading.show.commitment(1))).toHaveValue(/^Mỗi hội viên/)
  await page.getByRole('button', { name: words.reading.show.keep }).click()
}

async function editClause(page: Page) {
  await expect(page.getByLabel(words.agreement.editor.clause(words.agreement.sections.commitment, 3))).toHaveValue(
    /kịp thời/,
  )
  const clause = page
    .locator('form.clause')
    .filter({ hasText: words.agreement.editor.clause(words.agreement.sections.commitment, 5) })
  await clause
    .getByLabel(words.agreement.editor.clause(words.agreement.sections.commitment, 5))
    .fill('Mỗi quý gặp nhau một lần để so việc đã làm với việc đã hứa.')
  await clause.getByRole('button', { name: words.agreement.editor.save }).click()
  await expect(page.getByLabel(words.agreement.editor.clause(words.agreement.sections.commitment, 5))).toHaveValue(
    /^Mỗi quý gặp nhau/,
  )
}

test('an article is read, corrected and drafted by plain forms', async ({ as, page }) => {
  await startYear(await as(authority), year)
  await page.goto('/dang-nhap')
  await signIn(page, head)
  await readAndKeep(page)
  await editClause(page)
})
