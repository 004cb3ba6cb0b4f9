import { expect, type Page } from '@playwright/test'
import { paths } from '#domains/agreement/paths.ts'
import { vi as evidence } from '#domains/agreement/evidence/words.vi.ts'
import { blocPaths } from '#domains/blocs/paths.ts'
import { authority, bloc, frozenAgreement, head, openTask, sign, test } from './steps.ts'
import { words } from './words.ts'

const year = '2032'
const unit = 'Hội LHPN tỉnh'
const person = 'Mai Thị Hoa'
const successor = 'Lê Thị Thu Hằng'

async function askMandate(page: Page) {
  const letter = await (await page.context().newPage()).pdf()
  await page.goto('/don-vi?q=lhpn')
  await page
    .getByRole('main')
    .getByRole('link', { name: /Phụ nữ/ })
    .first()
    .click()
  await page.getByRole('link', { name: words.units.askMandate }).click()
  await page.getByLabel(words.mandates.person).selectOption({ label: person })
  await page.getByLabel(words.mandates.post).fill('Quyền Chủ tịch')
  await page.getByLabel(words.mandates.from).fill('01/01/2026')
  await page.getByLabel(words.mandates.to).fill('31/12/2040')
  await page.getByLabel(words.mandates.documentName).fill('Quyết định 12-QĐ/TU')
  const file = { name: 'quyet-dinh.pdf', mimeType: 'application/pdf', buffer: letter }
  await page.getByLabel(words.mandates.documentFile).setInputFiles(file)
  await page.getByRole('button', { name: words.mandates.send }).click()
  await expect(page.getByText(words.mandates.states.asked).first()).toBeVisible()
}

async function confirmMandate(page: Page) {
  await openTask(page, words.calendar.kinds['mandates.asked'].title({ unit }))
  await page.getByRole('button', { name: words.mandates.confirm, exact: true }).click()
  await expect(page.getByText(words.mandates.states.confirmed).first()).toBeVisible()
}

async function endMandate(page: Page) {
  await page.goto(blocPaths.year(bloc, year))
  await page.getByRole('link', { name: person, exact: true }).click()
  await page.getByText(words.mandates.end, { exact: true }).first().click()
  await page.getByLabel(words.agreement.sign.reason).last().fill('Chuyển công tác theo quyết định của Tỉnh ủy')
  await page.getByRole('button', { name: words.mandates.end }).click()
  await expect(page.getByText(words.mandates.states.ended).first()).toBeVisible()
}

test('a leader leaves while others have signed; the successor signs the same text, and the paper names both', async ({
  as,
}) => {
  const leader = await as(head)
  const office = await as(authority)
  await askMandate(leader)
  await confirmMandate(office)
  const title = await frozenAgreement(as, year)
  await leader.goto(paths.agreement(bloc, year))
  await expect(leader.getByText(`${person}, Quyền Chủ tịch`).first()).toBeVisible()
  await sign(await as('lanh-dao-mttq'), title)

  await endMandate(office)
  await leader.reload()
  await expect(leader.getByText(/^Người ký thay: /)).toContainText(successor)
  await sign(leader, title)
  await expect(leader.getByText(words.agreement.show.signers(2, 6))).toBeVisible()
  await expect(leader.getByText(`Ký thay ${person}`)).toBeVisible()

  await leader.getByRole('link', { name: words.agreement.show.evidence }).click()
  await expect(leader.getByRole('heading', { level: 1, name: evidence.heading })).toBeVisible()
  const own = leader.locator('section').filter({ has: leader.getByRole('heading', { name: /Phụ nữ/ }) })
  await expect(own).toContainText(person)
  await expect(own).toContainText(successor)
  await expect(own).toContainText(evidence.ways.key)
})
