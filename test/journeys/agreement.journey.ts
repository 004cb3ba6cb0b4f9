import { spawnSync } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import { expect, type Browser, type Page } from '@playwright/test'
import { paths } from '#domains/agreement/paths.ts'
import { paths as portalPaths } from '#domains/portal/paths.ts'
import { article } from './article.ts'
import { authority, bloc, checkFile, freeze, head, leaders, paperOf, sign, startYear, test } from './steps.ts'
import { words } from './words.ts'

const year = '2025'
const title = words.agreement.ofYear(year)

/** The article is pasted; what was read stands beside it, each value led back to its place. */
async function readArticle(page: Page) {
  await page.goto(paths.readings(bloc, year))
  await page.getByLabel(words.reading.list.text).fill(article)
  await page.getByRole('button', { name: words.reading.list.read }).click()
  await expect(page.getByRole('heading', { name: words.reading.show.heading })).toBeVisible()
  await expect(page.getByLabel(words.reading.show.theme)).toHaveValue('Gần dân, sát việc, về đích đúng hẹn')
  await expect(page.getByRole('textbox', { name: /^Ngày ký/ })).toHaveValue('14/02/2025')
  await expect(page.getByRole('region', { name: words.reading.show.article })).toContainText('mười lăm ngày')
}

/** A doubt is put right by one click, a field by hand; then it is kept. */
async function correctAndKeep(page: Page) {
  await page.getByRole('button', { name: words.reading.show.takeOffer('kip', 'kịp') }).click()
  await expect(page.getByLabel(words.reading.show.commitment(3))).toHaveValue(/Trả lời kịp thời/)
  await page
    .getByLabel(words.reading.show.commitment(2))
    .fill('Hỗ trợ mỗi xã một sân chơi nhỏ mà trẻ em dùng được ngay')
  await expect(page.getByText('đã lưu lúc')).toBeVisible()
  await page.getByRole('button', { name: words.reading.show.keep }).click()
  await expect(page.getByRole('heading', { level: 1, name: words.agreement.editor.heading(year) })).toBeVisible()
}

/** Changes a commitment and adds a legal basis that is left empty: the check stops there and leads back. */
async function editUntilNothingStops(page: Page) {
  const commitment = page.getByLabel(words.agreement.editor.clause(words.agreement.sections.commitment, 2))
  await expect(commitment).toHaveValue(/sân chơi nhỏ/)
  await commitment.fill('Mỗi xã có một sân chơi nhỏ mà trẻ em dùng được ngay trong năm.')
  await expect(page.getByText('đã lưu lúc')).toBeVisible()
  await page.getByRole('button', { name: words.agreement.addTo.legal_basis }).click()
  await page.getByRole('link', { name: words.agreement.editor.toFreeze }).click()
  await expect(page.getByText(words.agreement.freeze.stops)).toBeVisible()
  await expect(page.getByRole('button', { name: words.agreement.freeze.do })).toBeHidden()
  await page
    .getByRole('listitem')
    .filter({ hasText: words.drafting.findings.emptyClause() })
    .getByRole('link', { name: words.agreement.freeze.mend })
    .click()
  const basis = page.locator('form.clause:target')
  await basis.getByLabel(words.agreement.details.legalText).selectOption({ index: 1 })
  await basis.getByLabel(/Căn cứ, mục/).fill('Căn cứ Luật Thi đua, khen thưởng số 06/2022/QH15 ngày 15/06/2022')
  await expect(basis.getByText('đã lưu lúc')).toBeVisible()
}

/** Any byte of the first revision: every signature covers it. */
function tampered(paper: Buffer): Buffer {
  const copy = Buffer.from(paper)
  copy.writeUInt8((copy.readUInt8(9_000) + 1) % 256, 9_000)
  return copy
}

async function expectPublished(browser: Browser) {
  const page = await (await browser.newContext({ javaScriptEnabled: false })).newPage()
  await page.goto(portalPaths.story(bloc, year))
  await expect(page.getByText(words.agreement.show.signers(6, 6)).first()).toBeVisible()
  await page.getByRole('link', { name: words.portal.story.readAgreement }).click()
  await expect(page.getByText('Mỗi xã có một sân chơi nhỏ')).toBeVisible()
  await page.context().close()
}

async function expectRightByCode(page: Page) {
  await page.goto(portalPaths.agreement(bloc, year))
  const code = await page
    .getByText(/^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}$/)
    .first()
    .innerText()
  await page.goto(portalPaths.check)
  await page.getByLabel(words.portal.check.code).fill(code.toLowerCase().replaceAll('-', ' '))
  await page.getByRole('button', { name: words.portal.check.codeSubmit }).click()
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
}

test('an article becomes a draft, a frozen text, six signatures and a paper that anyone can check', async ({
  as,
  browser,
  page: visitor,
}, info) => {
  await startYear(await as(authority), year)
  const drafter = await as(head)
  await readArticle(drafter)
  await correctAndKeep(drafter)
  await editUntilNothingStops(drafter)
  await freeze(drafter)

  for (const leader of leaders) await sign(await as(leader), title)
  await drafter.reload()
  await expect(drafter.getByText(words.agreement.show.signers(6, 6))).toBeVisible()

  await expectPublished(browser)
  await visitor.goto(portalPaths.agreement(bloc, year))
  const paper = await paperOf(visitor)
  const file = info.outputPath('giao-uoc.pdf')
  await writeFile(file, paper)
  expect(spawnSync('pdfsig', [file], { encoding: 'utf8' }).stdout.match(/Signature is Valid/g)).toHaveLength(6)
  await checkFile(visitor, file)
  await expect(visitor.getByText(words.portal.check.same).first()).toBeVisible()
  await checkFile(visitor, { name: 'sua.pdf', mimeType: 'application/pdf', buffer: tampered(paper) })
  await expect(visitor.getByText('Không thể tin tệp này').first()).toBeVisible()
  await expectRightByCode(visitor)
})
