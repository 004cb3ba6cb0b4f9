import { spawnSync } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import { expect, type Page } from '@playwright/test'
import { samplePassphrase } from '#app/demo/sample-people.ts'
import { handoverPaths } from '#domains/blocs/handover/paths.ts'
import { vi as handover } from '#domains/blocs/handover/words.vi.ts'
import { blocPaths } from '#domains/blocs/paths.ts'
import { authority, bloc, openTask, startYear, stepUp, test } from './steps.ts'
import { words } from './words.ts'

/** Nobody else's: its head changes, and that is nobody else's trouble. */
const year = '2034'
const giving = 'Hội Liên hiệp Phụ nữ tỉnh Nam Định'
const receiving = 'Hội Cựu chiến binh tỉnh Nam Định'
const note = 'Hội CCB tỉnh đề nghị lùi hạn báo cáo'

async function changeHead(page: Page) {
  await page.goto(blocPaths.offices(bloc, year))
  await page.getByLabel(words.blocs.unit, { exact: true }).selectOption({ label: receiving })
  await page.getByLabel(words.blocs.fromOn).fill(`01/07/${year}`)
  await page.getByRole('button', { name: words.blocs.appoint }).click()
  await expect(page.getByText(handover.openNoticeOf(giving, receiving))).toBeVisible()
}

async function writeNote(page: Page) {
  await page.goto(handoverPaths.book(bloc, year))
  await page.getByLabel(handover.what, { exact: true }).fill(note)
  await page.getByRole('button', { name: handover.write }).click()
  await expect(page.getByRole('row').filter({ hasText: note })).toContainText(handover.notDone)
}

async function writeRecord(page: Page) {
  await openTask(page, words.calendar.kinds['handover.draft'].title({ receiving }))
  await page.getByRole('button', { name: handover.begin }).click()
  await page.getByLabel(handover.handedOn).fill(`30/06/${year}`)
  await page.getByLabel(handover.place).fill('Nam Định')
  await page.getByRole('radio', { name: handover.flags.handed }).check()
  await page.getByRole('button', { name: handover.save }).click()
  await page.getByLabel(handover.isMeant).check()
  await page.getByRole('button', { name: handover.freeze }).click()
  await expect(page.getByRole('link', { name: handover.paper })).toBeVisible()
}

async function signRecord(page: Page) {
  await openTask(page, words.calendar.kinds['handover.sign'].title({ giving, receiving }))
  await page.getByRole('link', { name: handover.sign, exact: true }).click()
  await stepUp(page)
  await page.getByLabel(words.signatures.sign.passphrase).fill(samplePassphrase)
  await page.getByRole('button', { name: words.signatures.sign.do, exact: true }).click()
  await expect(page.getByRole('heading', { level: 1, name: handover.recordTitle('1') })).toBeVisible()
}

test('a new head: the outgoing one notes what is open and draws up the record, both sign it, the record is closed', async ({
  as,
}, info) => {
  const office = await as(authority)
  await startYear(office, year)
  const officer = await as('can-bo-lhpn')
  await writeNote(officer)
  await changeHead(office)
  await writeRecord(officer)
  await signRecord(await as('lanh-dao-lhpn'))
  const receiver = await as('lanh-dao-ccb')
  await signRecord(receiver)
  await expect(receiver.getByText(handover.closedBody)).toBeVisible()

  const href = await receiver.getByRole('link', { name: handover.paper }).getAttribute('href')
  const file = info.outputPath('bien-ban.pdf')
  await writeFile(file, await (await receiver.request.get(href ?? '')).body())
  const told = spawnSync('pdfsig', ['-nocert', file], { encoding: 'utf8' }).stdout
  expect(told.match(/Signature is Valid/g)).toHaveLength(2)
  await officer.reload()
  await expect(officer.getByText(handover.closedBody)).toBeVisible()
})
