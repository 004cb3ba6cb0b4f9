import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'
import { drawScene } from '#app/demo/draw-scene.ts'
import { officer } from '#app/demo/sample-people.ts'
import { newsPaths, publicNews } from '#domains/portal/news/paths.ts'
import { vi as news } from '#domains/portal/news/words.vi.ts'
import { paths as portalPaths } from '#domains/portal/paths.ts'
import { authority, bloc, openTask, stepUp, test } from './steps.ts'
import { words } from './words.ts'

const title = 'Hội viên phụ nữ cùng trồng hàng cây ven đê'
const alt = 'Hình vẽ minh họa: hai ngôi nhà và hàng cây.'

async function write(page: Page) {
  await page.goto(newsPaths.start)
  await page.getByLabel(news.start.owner).selectOption({ label: 'Khối MTTQ và các đoàn thể, 2023: Hội LHPN tỉnh' })
  await page.getByLabel(news.start.heading).fill(title)
  await page.getByRole('button', { name: news.start.submit }).click()
  await page.getByLabel(news.edit.lead).fill('Sáng 5/12/2023, 120 hội viên trồng cây ở xã Giao Thiện.')
  const editor = page.getByRole('textbox', { name: news.edit.editor })
  await editor.click()
  await page.getByRole('button', { name: news.edit.tools.heading, exact: true }).click()
  await expect(editor).toBeFocused()
  await page.keyboard.type('Kết quả')
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: news.edit.tools.bold }).click()
  await expect(editor).toBeFocused()
  await page.keyboard.type('300 cây phi lao')
  await page.getByRole('button', { name: news.edit.save }).click()
}

async function addPicture(page: Page) {
  await page.getByText(news.show.addPicture, { exact: true }).click()
  const file = { name: 'anh.jpg', mimeType: 'image/jpeg', buffer: await drawScene('house') }
  await page.getByLabel(news.show.file).setInputFiles(file)
  await page.getByLabel(news.show.alt).fill(alt)
  await page.getByLabel(news.show.no).check()
  await page.getByRole('button', { name: news.show.add }).click()
  await expect(page.locator('.desk-pictures').getByRole('img', { name: alt })).toBeVisible()
}

async function publish(page: Page) {
  await openTask(page, words.calendar.kinds['news.review'].title({ title }))
  await page.getByRole('button', { name: news.show.publish, exact: true }).click()
  await stepUp(page)
  await page.goto(newsPaths.desk)
  await page.getByRole('link', { name: title }).click()
  const button = page.getByRole('button', { name: news.show.publish, exact: true })
  if (await button.isVisible()) await button.click()
  await expect(page.getByRole('link', { name: news.show.readPublic })).toBeVisible()
}

async function expectReadable(page: Page) {
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`)).toEqual([])
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  expect(wide).toBeLessThanOrEqual(0)
}

test('an officer writes with a picture, another publishes, a reader reads at 320 points and follows the feed', async ({
  as,
  browser,
}) => {
  const writer = await as(officer.login)
  await write(writer)
  await addPicture(writer)
  await writer.getByRole('button', { name: news.show.send }).click()
  await expect(writer.getByText(news.states.review).first()).toBeVisible()
  await publish(await as(authority))

  const context = await browser.newContext({ viewport: { width: 320, height: 640 } })
  const reader = await context.newPage()
  await reader.goto(portalPaths.home)
  await reader.getByRole('link', { name: title }).click()
  await expect(reader.getByRole('heading', { level: 2, name: 'Kết quả' })).toBeVisible()
  await expect(reader.getByRole('img', { name: alt })).toBeVisible()
  await expectReadable(reader)
  const address = new URL(reader.url()).pathname
  expect(await (await reader.request.get(publicNews.rss)).text()).toContain(address)
  for (const path of [publicNews.list, portalPaths.bloc(bloc), portalPaths.data(bloc)]) {
    await reader.goto(path)
    await expectReadable(reader)
  }
  await context.close()

  const plain = await browser.newContext({ viewport: { width: 320, height: 640 }, javaScriptEnabled: false })
  const withoutScript = await plain.newPage()
  await withoutScript.goto(address)
  await expect(withoutScript.getByText('300 cây phi lao')).toBeVisible()
  await plain.close()
})
