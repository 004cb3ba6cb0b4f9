import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { AxeBuilder } from '@axe-core/playwright'
import { expect, test, type Page } from '@playwright/test'
import { words } from './words.ts'

async function expectNoBarrier(page: Page) {
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([])
}

/** From the home page by its links, as people go. */
async function openAgreement(page: Page) {
  await page.goto('/')
  await page
    .getByRole('link', { name: /Mặt trận Tổ quốc và các đoàn thể tỉnh/ })
    .first()
    .click()
  await page.getByRole('link', { name: words.portal.story.readAgreement }).first().click()
  await expect(page.getByRole('heading', { name: 'Toàn văn' })).toBeVisible()
}

async function paperOf(page: Page): Promise<Buffer> {
  const href = await page.getByRole('link', { name: words.portal.papers.download }).first().getAttribute('href')
  return (await page.request.get(href ?? '')).body()
}

async function checkFile(page: Page, path: string) {
  await page.goto('/kiem-tra')
  await page.getByLabel(words.portal.check.file).setInputFiles(path)
  await page.getByRole('button', { name: words.portal.check.fileSubmit }).click()
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
}

test.describe('someone who only looks, with script off', () => {
  test.use({ javaScriptEnabled: false })

  test('finds the bloc of Nam Định, reads its agreement and checks the signed paper', async ({ page }, info) => {
    await openAgreement(page)
    const pdf = info.outputPath('giao-uoc.pdf')
    await writeFile(pdf, await paperOf(page))
    const seen = spawnSync('pdfsig', [pdf], { encoding: 'utf8' }).stdout
    expect(seen.match(/Signature is Valid/g)).toHaveLength(6)

    await checkFile(page, pdf)
    await expect(page.getByText(words.portal.check.same).first()).toBeVisible()
  })

  test('sees that a paper was changed by one byte', async ({ page }, info) => {
    await openAgreement(page)
    const bytes = await paperOf(page)
    // In the first revision, which every signature covers.
    bytes.writeUInt8((bytes.readUInt8(9_000) + 1) % 256, 9_000)
    const pdf = info.outputPath('sua.pdf')
    await writeFile(pdf, bytes)
    await checkFile(page, pdf)
    await expect(page.getByText('Không thể tin tệp này', { exact: false }).first()).toBeVisible()
  })

  test('computes the hash that the paper prints from the text that is published', async ({ page }) => {
    await openAgreement(page)
    const href = await page.getByRole('link', { name: 'van-ban.json' }).first().getAttribute('href')
    const text = await (await page.request.get(href ?? '')).body()
    await expect(page.getByText(createHash('sha256').update(text).digest('hex')).first()).toBeVisible()
  })
})

test('public pages load no script and put no barrier in anyone’s way', async ({ page }) => {
  const scripts: string[] = []
  page.on('request', (request) => {
    if (request.resourceType() === 'script') scripts.push(request.url())
  })
  for (const path of ['/', '/kiem-tra', '/huong-dan', '/dang-nhap']) {
    await page.goto(path)
    await expectNoBarrier(page)
  }
  await openAgreement(page)
  await expectNoBarrier(page)
  expect(scripts).toEqual([])
})
