import { createHash } from 'node:crypto'
import { expect, type Page } from '@playwright/test'
import { paths as portalPaths } from '#domains/portal/paths.ts'
import { bloc, checkFile, paperOf, test } from './steps.ts'
import { words } from './words.ts'

/** From the home page by its links, as people go, to the year that the sample has signed. */
async function openAgreement(page: Page) {
  await page.goto(portalPaths.home)
  await page.getByLabel(words.portal.home.search).fill('mttq')
  await page.keyboard.press('Enter')
  await page
    .getByRole('link', { name: /Mặt trận Tổ quốc và các đoàn thể tỉnh/ })
    .first()
    .click()
  await page.goto(portalPaths.story(bloc, '2023'))
  await page.getByRole('link', { name: words.portal.story.readAgreement }).first().click()
  await expect(page.getByRole('heading', { name: words.portal.agreement.text, exact: true })).toBeVisible()
}

async function codeOf(page: Page): Promise<string> {
  return page
    .getByText(/^([0-9A-Z]{4}-){2}[0-9A-Z]{4}$/)
    .first()
    .innerText()
}

test.describe('someone who only looks, with script off', () => {
  test.use({ javaScriptEnabled: false })

  test('finds the bloc of Nam Định, reads its agreement and checks it by its code and by its file', async ({
    page,
  }) => {
    await openAgreement(page)
    const code = await codeOf(page)
    const buffer = await paperOf(page)
    await checkFile(page, { name: 'giao-uoc.pdf', mimeType: 'application/pdf', buffer })
    await expect(page.getByText(words.portal.check.same).first()).toBeVisible()

    await page.goto(portalPaths.check)
    await page.getByLabel(words.portal.check.code).fill(code.toLowerCase())
    await page.getByRole('button', { name: words.portal.check.codeSubmit }).click()
    await expect(page.getByRole('heading', { name: words.portal.check.signatures })).toBeVisible()
  })

  test('computes the hash that the paper prints from the text that is published', async ({ page }) => {
    await openAgreement(page)
    const href = await page.getByRole('link', { name: words.portal.papers.jsonLink }).first().getAttribute('href')
    const text = await (await page.request.get(href ?? '')).body()
    await expect(page.getByText(createHash('sha256').update(text).digest('hex')).first()).toBeVisible()
  })

  test('reads the help', async ({ page }) => {
    await page.goto(portalPaths.help)
    await page.getByRole('link', { name: words.agreement.show.sign }).first().click()
    await expect(page.getByRole('heading', { level: 1, name: words.agreement.show.sign })).toBeVisible()
  })
})

test('public pages load no script', async ({ page }) => {
  const scripts: string[] = []
  page.on('request', (request) => {
    if (request.resourceType() === 'script') scripts.push(request.url())
  })
  await openAgreement(page)
  for (const path of [portalPaths.check, portalPaths.help]) await page.goto(path)
  expect(scripts).toEqual([])
  // The door to the workspace offers a passkey, which only a script can ask for.
  await page.goto('/dang-nhap')
  expect(scripts.every((url) => url.includes('/assets/passkeys-'))).toBe(true)
})
