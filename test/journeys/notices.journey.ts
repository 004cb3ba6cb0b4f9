import { expect, type Page } from '@playwright/test'
import { vi as deadlines } from '#domains/calendar/deadlines/words.vi.ts'
import { deadlinePaths } from '#domains/calendar/deadlines/paths.ts'
import { mailPaths } from '#domains/calendar/mails/paths.ts'
import { vi as mails } from '#domains/calendar/mails/words.vi.ts'
import { noticePaths } from '#domains/calendar/notices/paths.ts'
import { vi as notices } from '#domains/calendar/notices/words.vi.ts'
import { rulesPath } from '#domains/calendar/reminders/paths.ts'
import { vi as rules } from '#domains/calendar/reminders/words.vi.ts'
import { bodyOf, headerOf, openMailSink, type MailSink } from '../mail-sink.ts'
import { openOwnDemo, type OwnDemo } from './own-demo.ts'
import { bloc, head, signIn, test } from './steps.ts'
import { words } from './words.ts'

const password = 'Ruộng bậc thang mùa nước'
const officer = { name: 'Ngô Thị Lúa', email: 'lua@hoinongdan.example' }
const unknown = { name: 'Đinh Văn Mạ', email: 'khong-co-ma@hoinongdan.example' }
const title = 'Nộp danh sách đề nghị khen thưởng chuyên đề'

let sink: MailSink
let demo: OwnDemo

test.beforeAll(async () => {
  sink = await openMailSink()
  demo = await openOwnDemo({ SMTP_URL: sink.url })
})

test.afterAll(async () => {
  await demo.remove()
  await sink.close()
})

async function enter(page: Page, login: string) {
  await page.goto(`${demo.origin}/dang-nhap`)
  await signIn(page, login)
}

/** What the mail server took for an address, waited for. */
async function mailTo(address: string, holding: string): Promise<string> {
  const found = () => sink.received.filter((mail) => headerOf(mail, 'To') === address && bodyOf(mail).includes(holding))
  await expect(() => expect(found()).not.toHaveLength(0)).toPass()
  return found().at(-1) ?? ''
}

async function invite(page: Page, person: typeof officer) {
  await page.goto(`${demo.origin}/don-vi?q=nong dan`)
  await page
    .getByRole('link', { name: /Hội Nông dân tỉnh/ })
    .first()
    .click()
  await page.getByRole('link', { name: words.units.invitePerson }).click()
  await page.getByLabel(words.identity.invite.name).fill(person.name)
  await page.getByLabel(words.identity.signIn.login).fill(person.email)
  await page.getByLabel(words.units.email).last().fill(person.email)
  await page.getByRole('button', { name: words.identity.invite.submit }).click()
  await expect(page.getByText(person.name).first()).toBeVisible()
}

async function accept(page: Page) {
  const mail = bodyOf(await mailTo(officer.email, '/loi-moi/'))
  await page.goto(demo.origin + (/\/loi-moi\/\S+/.exec(mail)?.[0] ?? ''))
  await page.getByLabel(words.identity.invitation.password, { exact: true }).fill(password)
  await page.getByLabel(words.identity.invitation.again).fill(password)
  await page.getByRole('button', { name: words.identity.invitation.accept }).click()
  await expect(page.getByRole('heading', { level: 1, name: words.calendar.tasks })).toBeVisible()
}

/** Whatever the hour at which this is told, mails leave at once. */
async function dropQuietHours(page: Page) {
  await page.goto(demo.origin + rulesPath)
  for (const field of [rules.quietFrom, rules.quietTo]) {
    await page.getByRole('textbox', { name: field, exact: true }).fill('00:00')
  }
  await page.getByRole('button', { name: rules.save }).click()
  await expect(page.getByText(rules.saved)).toBeVisible()
}

async function addDeadline(page: Page) {
  await page.goto(demo.origin + deadlinePaths.calendar(bloc, '2023'))
  await page.getByRole('link', { name: deadlines.add }).click()
  await page.getByLabel(deadlines.name).fill(title)
  await page.getByLabel(deadlines.startsOn, { exact: true }).fill('15/06/2023')
  await page.getByRole('button', { name: deadlines.addIt }).click()
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
}

test('a new day of the calendar reaches a member in the page and by mail, and one click stops the mails', async ({
  browser,
}) => {
  const newPage = async () => (await browser.newContext()).newPage()
  const [leader, member, keeper, heads] = [await newPage(), await newPage(), await newPage(), await newPage()]
  await enter(leader, 'lanh-dao-nong-dan')
  await invite(leader, officer)
  await invite(leader, unknown)
  await accept(member)
  await enter(keeper, 'quan-tri')
  await dropQuietHours(keeper)
  await enter(heads, head)
  await addDeadline(heads)

  const mail = await mailTo(officer.email, title)
  expect(headerOf(mail, 'List-Unsubscribe-Post')).toBe('List-Unsubscribe=One-Click')
  await member.goto(demo.origin + noticePaths.list)
  await member.getByRole('link', { name: new RegExp(title) }).click()
  await expect(member.getByRole('heading', { level: 1, name: title })).toBeVisible()

  const stop = /\/bo-nhan-thu\/[^>\s]+/.exec(headerOf(mail, 'List-Unsubscribe'))?.[0] ?? ''
  const answer = await fetch(demo.origin + stop, {
    method: 'POST',
    body: new URLSearchParams({ 'List-Unsubscribe': 'One-Click' }),
  })
  expect(answer.status).toBe(200)
  await member.goto(demo.origin + noticePaths.ways)
  const calendar = member.getByRole('group', { name: notices.kinds.calendar })
  await expect(calendar.getByRole('radio', { name: notices.ways.off })).toBeChecked()

  await keeper.goto(demo.origin + mailPaths.log)
  const row = (address: string) => keeper.getByRole('row').filter({ hasText: address })
  await expect(row(officer.email).first()).toContainText(mails.states.accepted)
  await expect(row(unknown.email)).toContainText(mails.states.refused)
  await leader.goto(demo.origin + mailPaths.own)
  await expect(leader.getByRole('row').filter({ hasText: unknown.email })).toContainText('5.1.1')
})
