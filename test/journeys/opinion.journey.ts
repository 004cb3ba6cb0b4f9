import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { expect, type Browser, type Page } from '@playwright/test'
import { publicVoicePaths } from '#domains/voices/paths.ts'
import { vi as sending } from '#domains/voices/sending/words.vi.ts'
import { vi as voices } from '#domains/voices/words.vi.ts'
import { bloc, openTask, test } from './steps.ts'
import { words } from './words.ts'

const run = promisify(execFile)
const title = 'Sửa đèn đường ở ngõ sau trường'
const text = 'Đèn đường ở ngõ sau trường hỏng, tối trẻ đi học thêm về rất sợ. Gọi tôi số 0912 345 678.'
const answer = 'Ủy ban Mặt trận đã làm việc với phường; đèn được thay ngày 02/12.'

/** A telephone on which no script runs and nobody has signed in. */
async function telephone(browser: Browser): Promise<Page> {
  const context = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 390, height: 844 } })
  return context.newPage()
}

async function send(page: Page): Promise<string> {
  await page.goto(publicVoicePaths.choose)
  await page
    .getByRole('main')
    .locator(`a[href="${publicVoicePaths.send(bloc)}"]`)
    .click()
  await expect(page.getByRole('radio', { name: sending.ways.anonymous })).toBeChecked()
  await page.getByRole('button', { name: sending.send }).click()
  await expect(page.locator('a[href="#text"]')).toBeVisible()
  await page.getByLabel(sending.text, { exact: true }).fill(text)
  await page.getByLabel(sending.unit).selectOption({ label: 'Tỉnh Đoàn Nam Định' })
  await page.getByRole('button', { name: sending.send }).click()
  await expect(page.getByText(sending.keepCodeBody)).toBeVisible()
  expect(new URL(page.url()).pathname).toBe(publicVoicePaths.send(bloc))
  return (await page.getByText(/^(?:[0-9A-Z]{4}-){3}[0-9A-Z]{4}$/u).textContent()) ?? ''
}

async function follow(page: Page, code: string) {
  await page.goto(publicVoicePaths.follow)
  await page.getByLabel(sending.code).fill(code.toLowerCase())
  await page.getByRole('button', { name: sending.followDo, exact: true }).click()
}

/** What the night does, as an operator types it. */
async function gather() {
  const folder = process.env['JOURNEY_DATA'] ?? '/tmp/gu-journeys'
  const env = { PATH: process.env['PATH'], HOME: process.env['HOME'], GIAO_UOC_DATA: folder }
  await run(process.execPath, ['dist/main.js', 'opinions', 'gather'], { env })
}

async function takeAndRoute(page: Page) {
  await openTask(page, words.calendar.kinds['voices.moderate'].title({ count: '1' }))
  await page.getByRole('link', { name: voices.waiting }).click()
  await page.getByRole('link', { name: voices.accept }).click()
  await expect(page.getByLabel(voices.shownText)).toHaveValue(/Gọi tôi số \[đã che\]/)
  await page.getByLabel(voices.shortTitle).fill(title)
  await page.getByLabel(voices.concerns.high, { exact: true }).check()
  await page.getByRole('button', { name: voices.acceptDo }).click()
  await page.getByRole('link', { name: voices.route }).click()
  await page
    .getByRole('combobox', { name: voices.unit })
    .selectOption({ label: 'Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh Nam Định' })
  await page.getByRole('button', { name: voices.routeDo, exact: true }).click()
  await expect(page.getByText(voices.states.routed).first()).toBeVisible()
}

async function draftAnswer(page: Page) {
  await openTask(page, words.calendar.kinds['voices.answer'].title({ title }))
  await expect(page.getByText('0912 345 678')).toBeHidden()
  await page.getByRole('link', { name: voices.answer }).click()
  await page.getByLabel(voices.answerText).fill(answer)
  await page.getByRole('button', { name: voices.answerDo }).click()
  await expect(page.getByText(voices.publishApart)).toBeVisible()
}

async function publish(page: Page) {
  await openTask(page, words.calendar.kinds['voices.publish'].title({ title }))
  await page.getByRole('button', { name: voices.publish }).click()
  await expect(page.getByRole('link', { name: voices.publicPage })).toBeVisible()
}

test('an opinion without a name, sent from a telephone, is answered in public and solved', async ({ browser, as }) => {
  const sender = await telephone(browser)
  const code = await send(sender)
  await follow(sender, code)
  await expect(sender.getByText(sending.waitingBody)).toBeVisible()
  await gather()

  const youth = await as('lanh-dao-doan')
  await takeAndRoute(youth)
  await draftAnswer(await as('lanh-dao-mttq'))
  await publish(youth)

  await follow(sender, code)
  await expect(sender.getByText(answer)).toBeVisible()
  expect(sender.url()).not.toContain(code)
  await sender.getByLabel(sending.yes).check()
  await sender.getByRole('button', { name: sending.isSolvedDo }).click()
  await expect(sender.getByText(sending.pending(1))).toBeVisible()
  await gather()

  await sender.goto(publicVoicePaths.answers)
  await sender.getByRole('link', { name: title }).click()
  await expect(sender.getByText(answer)).toBeVisible()
  await expect(sender.getByText('[đã che]')).toBeVisible()
  await expect(sender.getByText('0912 345 678')).toBeHidden()
  await follow(sender, code)
  await expect(sender.getByText(sending.states.closed)).toBeVisible()
  await sender.context().close()
})
