import { truncate, writeFile } from 'node:fs/promises'
import { expect, type Page } from '@playwright/test'
import { paths } from '#domains/agreement/paths.ts'
import { invitePath } from '#domains/identity/paths.ts'
import { bloc, head, test } from './steps.ts'
import { words } from './words.ts'

/** A file of so many megabytes, of nothing. */
async function heavy(path: string, megabytes: number): Promise<string> {
  await writeFile(path, '%PDF-1.7')
  await truncate(path, megabytes * 1024 * 1024)
  return path
}

/** A PDF that holds a picture and not one letter, as a scanner makes it. */
async function scannedPaper(page: Page) {
  const desk = await page.context().newPage()
  await desk.setContent('<svg width="300" height="200"><rect width="300" height="200" fill="gray" /></svg>')
  const buffer = await desk.pdf()
  await desk.close()
  return { name: 'quet.pdf', mimeType: 'application/pdf', buffer }
}

test('a scanned PDF, a text that is no agreement and an empty form are told at the field', async ({ as }) => {
  const page = await as(head)
  await page.goto(paths.readings(bloc, '2023'))
  await page.getByRole('button', { name: words.reading.list.read }).click()
  await expect(page.getByText(words.reading.list.nothing).last()).toBeVisible()

  await page.getByLabel(words.reading.list.file).setInputFiles(await scannedPaper(page))
  await page.getByRole('button', { name: words.reading.list.read }).click()
  await expect(page.getByLabel(words.reading.list.file)).toHaveAccessibleDescription(/chỉ có ảnh quét, không có chữ/)

  const recipe = 'Cách nấu phở bò: ninh xương tám tiếng, vớt bọt, nướng gừng và hành rồi thả vào nồi.'
  await page.getByLabel(words.reading.list.text).fill(recipe)
  await page.getByRole('button', { name: words.reading.list.read }).click()
  await expect(page.getByLabel(words.reading.list.text)).toHaveValue(recipe)
  await expect(page.getByLabel(words.reading.list.text)).toHaveAttribute('aria-invalid', 'true')
})

test('what is too large is refused in words, before it is sent where a script can tell', async ({
  as,
  page: visitor,
}, info) => {
  const page = await as(head)
  await page.goto(paths.readings(bloc, '2023'))
  const field = page.getByLabel(words.reading.list.file)
  await field.setInputFiles(await heavy(info.outputPath('bai.pdf'), 21))
  const told = await field.evaluate((element) => (element as HTMLInputElement).validationMessage)
  expect(told).toContain('lớn hơn 20 MB')

  await visitor.goto('/kiem-tra')
  await visitor.getByLabel(words.portal.check.file).setInputFiles(await heavy(info.outputPath('giao-uoc.pdf'), 40))
  await visitor.getByRole('button', { name: words.portal.check.fileSubmit }).click()
  await expect(visitor.getByText(words.app.errors.tooLarge).first()).toBeVisible()
})

test('a PDF that is not ours, and one that is none, are told from papers of ours', async ({ page }) => {
  await page.goto('/kiem-tra')
  await page.getByLabel(words.portal.check.file).setInputFiles(await scannedPaper(page))
  await page.getByRole('button', { name: words.portal.check.fileSubmit }).click()
  await expect(page.getByText(words.portal.check.foreign)).toBeVisible()

  await page.goto('/kiem-tra')
  const notes = { name: 'ghi-chu.pdf', mimeType: 'application/pdf', buffer: Buffer.from('ghi chú') }
  await page.getByLabel(words.portal.check.file).setInputFiles(notes)
  await page.getByRole('button', { name: words.portal.check.fileSubmit }).click()
  await expect(page.getByLabel(words.portal.check.file)).toHaveAccessibleDescription(/Cần sửa/)
})

test('what was typed stays when a form is refused', async ({ as }) => {
  const page = await as('quan-tri')
  await page.goto(invitePath)
  const name = 'Nguyễn Thị Ngọc Ánh'.normalize('NFD')
  await page.getByLabel(words.identity.invite.name).fill(name)
  await page.getByLabel(words.identity.signIn.login).fill('lanh-dao-mttq')
  await page.getByRole('button', { name: words.identity.invite.submit }).click()
  await expect(page.getByText(words.identity.violations.loginTaken({ login: 'lanh-dao-mttq' })).first()).toBeVisible()
  await expect(page.getByLabel(words.identity.invite.name)).toHaveValue(name.normalize('NFC'))
})
