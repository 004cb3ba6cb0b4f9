import { expect, type Page } from '@playwright/test'
import sharp from 'sharp'
import { vi as evidence } from '#domains/evidence/words.vi.ts'
import { scoringPaths } from '#domains/scoring/paths.ts'
import { vi as rounds } from '#domains/scoring/rounds/words.vi.ts'
import { smallTable } from '#domains/scoring/sheets/testing/test-round.ts'
import { vi as sheets } from '#domains/scoring/sheets/words.vi.ts'
import { tablePaths } from '#domains/scoring/tables/paths.ts'
import { vi as tables } from '#domains/scoring/tables/words.vi.ts'
import { vi as scoring } from '#domains/scoring/words.vi.ts'
import { words } from './words.ts'
import { authority, bloc, head, openTask, startYear, test } from './steps.ts'

const year = '2019'
const code = 'TU-CHAM'
const title = 'Bảng điểm tự chấm'
const picture = 'Ảnh sinh hoạt chi hội'

/** The head adopts a table without targets and opens a round by it. */
async function openRound(page: Page) {
  const [first, second] = smallTable.sections
  const content = {
    ...smallTable,
    code,
    title,
    sections: [{ ...first, children: first?.children?.slice(0, 1) }, second],
  }
  await page.goto(tablePaths.fromJson(bloc))
  await page.locator('textarea').fill(JSON.stringify(content))
  await page.getByRole('button', { name: tables.jsonPage.submit }).click()
  await page.goto(tablePaths.adoption(bloc, code, '1'))
  await page.getByRole('button', { name: tables.adoption.submit }).click()
  await page.goto(scoringPaths.prepare(bloc, year))
  await page.getByLabel(`${code} · ${title}`).check()
  await page.getByRole('button', { name: rounds.form.save }).click()
  await page.getByRole('link', { name: rounds.do.open }).click()
  await page.getByRole('button', { name: rounds.move.open }).click()
  await expect(page.getByText(scoring.states.self_scoring).first()).toBeVisible()
}

test('a unit scores itself by keyboard, proves a criterion, and its leader sends the sheet', async ({ as }) => {
  await startYear(await as(authority), year)
  await openRound(await as(head))

  const page = await as('lanh-dao-ldld')
  await openTask(page, words.calendar.kinds['scoring.selfDue'].title({ table: title }))
  const total = page.locator('output[name="o.total"]')
  await page.getByLabel(/^Điểm tự chấm: I\.1 /).focus()
  // Facts first, then points: Enter goes down, nothing else is pressed.
  for (const text of ['', '1.250', '2.500', '4,5', '', 'Kh']) await typeDown(page, text)
  await expect(page.locator('[data-saved]')).toContainText('đã lưu lúc')
  await expect(total).toHaveText('11,5')
  await page.reload()
  await expect(page.getByLabel(/^Điểm tự chấm: II\.1 /)).toHaveValue('4,5')

  await page.getByRole('link', { name: sheets.evidenceOf('II.1') }).focus()
  await page.keyboard.press('Enter')
  await addPicture(page)
  await expect(page.getByText(picture)).toBeVisible()

  await page.getByRole('link', { name: title }).click()
  await page.getByRole('button', { name: sheets.toSend }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByText(sheets.send.complete)).toBeVisible()
  await page.getByRole('button', { name: sheets.send.do }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByText(scoring.sheetStates.submitted, { exact: true })).toBeVisible()
  await page.getByRole('link', { name: sheets.whyOf('I.1') }).click()
  await expect(page.getByRole('cell', { name: '1.250' })).toBeVisible()
})

/** Types what a cell holds and goes down to the next. */
async function typeDown(page: Page, text: string) {
  const isChoice = await page.locator(':focus').evaluate((field) => field instanceof HTMLSelectElement)
  await page.keyboard.type(text)
  if (!isChoice) await page.keyboard.press('Enter')
}

async function addPicture(page: Page) {
  const buffer = await sharp({ create: { width: 40, height: 40, channels: 3, background: '#888' } })
    .png()
    .toBuffer()
  await page.locator('input[type=file]').setInputFiles({ name: 'sinh-hoat.png', mimeType: 'image/png', buffer })
  await page.getByLabel(evidence.add.title).fill(picture)
  await page.getByRole('button', { name: evidence.add.save }).click()
}
