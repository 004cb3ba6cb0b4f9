import { expect, type Page } from '@playwright/test'
import { paths } from '#domains/agreement/paths.ts'
import { bloc, head, test } from './steps.ts'
import { words } from './words.ts'

/** The draft that the sample leaves open. */
const editor = paths.editor(bloc, '2024')

const clause = (page: Page) =>
  page
    .locator('form.clause')
    .filter({ hasText: words.agreement.editor.clause(words.agreement.sections.commitment, 1) })
    .first()
const textOf = (page: Page) =>
  clause(page).getByLabel(words.agreement.editor.clause(words.agreement.sections.commitment, 1))

async function write(page: Page, text: string) {
  await textOf(page).fill(text)
  await expect(clause(page).getByText('đã lưu lúc')).toBeVisible()
}

test('two people change the same clause: the second sees both texts and nothing is lost', async ({ as }) => {
  const first = await as(head)
  const second = await as('can-bo-lhpn')
  await first.goto(editor)
  await second.goto(editor)
  await write(first, 'Mở đợt thi đua ở mọi cơ sở ngay trong quý I.')

  await textOf(second).fill('Mở đợt thi đua tới từng chi hội, tổ hội.')
  await expect(second.getByRole('heading', { name: words.agreement.editor.conflict })).toBeVisible()
  const saved = second
    .locator('section')
    .filter({ has: second.getByRole('heading', { name: words.agreement.editor.theirs }) })
  await expect(saved).toContainText('quý I')
  const box = second.getByLabel(words.agreement.editor.text, { exact: true })
  await expect(box).toHaveValue('Mở đợt thi đua tới từng chi hội, tổ hội.')

  await box.fill('Mở đợt thi đua tới từng chi hội, tổ hội ngay trong quý I.')
  await second.getByRole('button', { name: words.agreement.editor.keepMine }).click()
  await expect(textOf(second)).toHaveValue('Mở đợt thi đua tới từng chi hội, tổ hội ngay trong quý I.')
  await first.reload()
  await expect(textOf(first)).toHaveValue('Mở đợt thi đua tới từng chi hội, tổ hội ngay trong quý I.')
})
