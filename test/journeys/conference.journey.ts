import { spawnSync } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import { expect, type Page } from '@playwright/test'
import { samplePassphrase } from '#app/demo/sample-people.ts'
import { vi as hall } from '#domains/conferences/hall/words.vi.ts'
import { vi as invitations } from '#domains/conferences/invitations/words.vi.ts'
import { vi as minutes } from '#domains/conferences/minutes/words.vi.ts'
import { conferencePaths } from '#domains/conferences/paths.ts'
import { vi as conferences } from '#domains/conferences/words.vi.ts'
import { dayOf, systemClock } from '#platform/clock.ts'
import { units } from '../../db/seed/nam-dinh.ts'
import { bloc, leaders, openTask, stepUp, test } from './steps.ts'
import { words } from './words.ts'

const year = '2023'
const title = 'Hội nghị bổ sung giao ước thi đua'
const secretary = 'lanh-dao-ldld'
const chair = 'lanh-dao-lhpn'
const corrector = 'lanh-dao-ccb'
const wrong = 'Thiếu chức vụ của thư ký'
const nameOf = (login: string) => units.find(({ key }) => `lanh-dao-${key}` === login)?.leader ?? ''
const writtenToday = dayOf(systemClock()).split('-').toReversed().join('/')

/** Presses a button and waits for the page it leads to, before another address is asked for. */
async function press(page: Page, name: string) {
  await Promise.all([page.waitForEvent('load'), page.getByRole('button', { name, exact: true }).click()])
}

/** The head plans it, the pattern brings the agenda and the leaders; then all are invited. */
async function planAndInvite(page: Page): Promise<string> {
  await page.goto(conferencePaths.plan(bloc, year))
  await page.getByLabel(conferences.name).fill(title)
  await page.getByLabel(conferences.heldOn).fill('20/12/2023')
  await page.getByLabel(conferences.startsAt).fill('14:00')
  await page.getByLabel(conferences.endsAt).fill('16:30')
  await page.getByLabel(conferences.place).fill('Hội trường Hội Liên hiệp Phụ nữ tỉnh')
  await page.getByRole('combobox', { name: conferences.chair }).selectOption({ label: nameOf(chair) })
  await page.getByRole('combobox', { name: conferences.secretary }).selectOption({ label: nameOf(secretary) })
  await page.getByRole('button', { name: conferences.save }).click()
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
  const address = new URL(page.url()).pathname
  await page.goto(`${address}/thanh-phan`)
  await press(page, invitations.invite)
  return address
}

async function answer(page: Page, address: string) {
  await page.goto(address)
  await page.getByRole('radio', { name: invitations.acceptLabel }).check()
  await page.getByRole('button', { name: invitations.send }).click()
  await expect(page.getByText(invitations.answered(invitations.answers.accepted))).toBeVisible()
}

/** The secretary's desk: the roll, the opening, a decision, the closing. */
async function hold(page: Page, address: string) {
  await page.goto(`${address}/diem-danh`)
  for (const login of leaders)
    await page.getByRole('radio', { name: hall.cellOf(hall.states.present, nameOf(login)) }).check()
  await press(page, hall.saveRoll)
  await page.goto(address)
  await press(page, conferences.open)
  await page.goto(`${address}/dieu-hanh`)
  await page.locator('summary').filter({ hasText: hall.addDecision }).click()
  await page.getByLabel(hall.decisionText).fill('Bổ sung hai chỉ tiêu của Tháng Thanh niên.')
  await press(page, hall.addDecision)
  await page.goto(address)
  await press(page, conferences.close)
}

/** What the conference kept stands in the draft; it goes to the members until tonight. */
async function draft(page: Page) {
  await openTask(page, words.calendar.kinds['minutes.draft'].title({ title }))
  await page.getByRole('button', { name: minutes.start }).click()
  await expect(page.getByText('Hội nghị thống nhất: Bổ sung hai chỉ tiêu của Tháng Thanh niên.')).toBeVisible()
  await page.getByLabel(minutes.respondBy).fill(writtenToday)
  await page.getByRole('button', { name: minutes.send }).click()
  await expect(page.getByText(minutes.window(writtenToday))).toBeVisible()
}

async function correct(page: Page) {
  await openTask(page, words.calendar.kinds['minutes.read'].title({ title }))
  await page.getByRole('link', { name: minutes.correct }).nth(1).click()
  await page.getByLabel(minutes.said).fill(wrong)
  await page.getByRole('button', { name: minutes.doCorrect }).click()
  await expect(page.getByText(wrong, { exact: true })).toBeVisible()
}

async function acceptCorrection(page: Page) {
  await openTask(page, words.calendar.kinds['minutes.answer'].title({ title }))
  await expect(page.getByText(minutes.missing.correctionsOpen)).toBeVisible()
  await page.getByRole('link', { name: minutes.answer }).click()
  await page.getByRole('radio', { name: minutes.verdicts.accepted }).check()
  await page.getByLabel(minutes.newText).fill('- Thư ký: Phó Chủ tịch Liên đoàn Lao động tỉnh')
  await page.getByRole('button', { name: minutes.doAnswer }).click()
  await expect(page.getByText(minutes.correctionStates.accepted, { exact: true })).toBeVisible()
}

async function agree(page: Page) {
  await openTask(page, words.calendar.kinds['minutes.read'].title({ title }))
  await page.getByRole('button', { name: minutes.assent }).click()
  await expect(page.getByRole('button', { name: minutes.assent })).toBeHidden()
}

async function signMinutes(page: Page) {
  await openTask(page, words.calendar.kinds['minutes.sign'].title({ title }))
  await page.getByRole('link', { name: minutes.sign, exact: true }).click()
  await stepUp(page)
  await page.getByLabel(words.signatures.sign.passphrase).fill(samplePassphrase)
  await page.getByRole('button', { name: words.signatures.sign.do, exact: true }).click()
  await expect(page.getByRole('heading', { level: 1, name: minutes.titleOf(title) })).toBeVisible()
}

test('a conference from invitation to minutes: a reply, the roll, a decision, a correction, two signatures that pdfsig calls valid', async ({
  as,
}, info) => {
  const keeper = await as(secretary)
  const head = await as(chair)
  const member = await as(corrector)
  const address = await planAndInvite(head)
  await answer(member, address)
  await hold(keeper, address)
  await draft(keeper)
  await correct(member)
  await acceptCorrection(keeper)
  for (const page of [keeper, head, member]) await agree(page)
  for (const login of leaders) if (![secretary, chair, corrector].includes(login)) await agree(await as(login))

  await keeper.goto(`${address}/bien-ban`)
  await keeper.getByLabel(minutes.isMeant).check()
  await keeper.getByRole('button', { name: minutes.freeze }).click()
  await signMinutes(keeper)
  await signMinutes(head)
  await expect(head.getByText(minutes.closedBody)).toBeVisible()

  const href = await head.getByRole('link', { name: minutes.paper }).getAttribute('href')
  const file = info.outputPath('bien-ban.pdf')
  await writeFile(file, await (await head.request.get(href ?? '')).body())
  const told = spawnSync('pdfsig', ['-nocert', file], { encoding: 'utf8' }).stdout
  expect(told.match(/Signature is Valid/g)).toHaveLength(2)
})
