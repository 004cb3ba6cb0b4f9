import { expect, type Page } from '@playwright/test'
import { paths } from '#domains/agreement/paths.ts'
import { blocPaths } from '#domains/blocs/paths.ts'
import { samplePassphrase } from '#app/demo/sample-people.ts'
import { authority, bloc, frozenAgreement, head, openTask, stepUp, test } from './steps.ts'
import { words } from './words.ts'

const year = '2028'
const email = 'ngo.thi.lua@hoinongdan.example'
const person = 'Ngô Thị Lúa'
const unit = 'Hội Nông dân tỉnh'
const password = 'Ruộng bậc thang mùa nước'

async function openUnit(page: Page) {
  await page.goto('/don-vi?q=nong dan')
  await page
    .getByRole('link', { name: /Hội Nông dân tỉnh/ })
    .first()
    .click()
}

/** The unit's leader invites someone by mail; the sample keeps its mail in a folder that /dev/mail shows. */
async function inviteByMail(page: Page) {
  await openUnit(page)
  await page.getByRole('link', { name: words.units.invitePerson }).click()
  await page.getByLabel(words.identity.invite.name).fill(person)
  await page.getByLabel(words.identity.signIn.login).fill(email)
  await page.getByLabel(words.units.email).last().fill(email)
  await page.getByRole('button', { name: words.identity.invite.submit }).click()
  await expect(page.getByRole('cell', { name: person }).or(page.getByText(person)).first()).toBeVisible()
}

/** Mail goes out behind the scenes, so it is looked for until it is there. */
async function mailTo(page: Page, subject: RegExp): Promise<string> {
  const mail = page.getByRole('article').filter({ hasText: email }).filter({ hasText: subject })
  await expect(async () => {
    await page.goto('/dev/mail')
    await expect(mail.first()).toBeVisible({ timeout: 500 })
  }).toPass()
  return mail.first().innerText()
}

async function acceptByMail(page: Page) {
  const link = /http\S+\/loi-moi\/\S+/.exec(await mailTo(page, /Thư mời mở tài khoản/))?.[0]
  await page.goto(link ?? '')
  await page.getByLabel(words.identity.invitation.password, { exact: true }).fill(password)
  await page.getByLabel(words.identity.invitation.again).fill(password)
  await page.getByRole('button', { name: words.identity.invitation.accept }).click()
  await expect(page.getByRole('heading', { level: 1, name: words.calendar.tasks })).toBeVisible()
}

async function askMandate(page: Page) {
  const letter = await (await page.context().newPage()).pdf()
  await openUnit(page)
  await page.getByRole('link', { name: words.units.askMandate }).click()
  await page.getByLabel(words.mandates.person).selectOption({ label: person })
  await page.getByLabel(words.mandates.post).fill('Phó Chủ tịch')
  await page.getByLabel(words.mandates.from).fill('01/01/2026')
  await page.getByLabel(words.mandates.to).fill('31/12/2040')
  await page.getByLabel(words.mandates.documentName).fill('Giấy ủy quyền 07/GUQ-BTV')
  const file = { name: 'giay-uy-quyen.pdf', mimeType: 'application/pdf', buffer: letter }
  await page.getByLabel(words.mandates.documentFile).setInputFiles(file)
  await page.getByRole('button', { name: words.mandates.send }).click()
  await expect(page.getByText(words.mandates.states.asked).first()).toBeVisible()
}

async function makeSignature(page: Page) {
  await page.goto('/chu-ky-cua-toi')
  await stepUp(page, password)
  await page.getByLabel(words.signatures.sign.passphrase, { exact: true }).fill(samplePassphrase)
  await page.getByLabel(words.certificates.repeat).fill(samplePassphrase)
  await page.getByRole('button', { name: words.certificates.make }).click()
  await expect(page.getByText('có hiệu lực từ').first()).toBeVisible()
}

async function endMandate(page: Page) {
  await page.goto(blocPaths.year(bloc, year))
  await page.getByRole('link', { name: person, exact: true }).click()
  await page.getByText(words.mandates.end, { exact: true }).first().click()
  await page.getByLabel(words.agreement.sign.reason).last().fill('Chuyển công tác theo quyết định của Ban Thường vụ')
  await page.getByRole('button', { name: words.mandates.end }).click()
  await expect(page.getByText(words.mandates.states.ended).first()).toBeVisible()
}

test('a mandate is asked for with its paper, confirmed, seen by the members, used, ended, and then signs no more', async ({
  as,
  page: signer,
}) => {
  const leader = await as('lanh-dao-nong-dan')
  await inviteByMail(leader)
  await acceptByMail(signer)
  await askMandate(leader)

  const office = await as(authority)
  await openTask(office, words.calendar.kinds['mandates.asked'].title({ unit }))
  await office.getByRole('button', { name: words.mandates.confirm, exact: true }).click()
  await expect(office.getByText(words.mandates.states.confirmed).first()).toBeVisible()
  await makeSignature(signer)

  const title = await frozenAgreement(as, year)
  const member = await as('lanh-dao-doan')
  await member.goto(blocPaths.year(bloc, year))
  await expect(member.getByRole('link', { name: `${person}, Phó Chủ tịch` })).toBeVisible()

  const drafter = await as(head)
  await drafter.goto(paths.agreement(bloc, year))
  await drafter.getByRole('button', { name: words.agreement.show.remind }).click()
  await expect(drafter.getByText(words.agreement.show.reminded(6))).toBeVisible()
  expect(await mailTo(member, /Nhắc ký/)).toContain(paths.signing(bloc, year))

  await openTask(signer, words.calendar.kinds['agreement.sign'].title({ title }))
  await endMandate(office)
  await signer.getByLabel(words.signatures.sign.passphrase).fill(samplePassphrase)
  await signer.getByRole('button', { name: words.signatures.sign.do, exact: true }).click()
  await expect(signer.getByRole('status')).toContainText(words.app.errors.forbiddenBody)
  await drafter.reload()
  await expect(drafter.getByText(words.agreement.show.signers(0, 6))).toBeVisible()
  await signer.goto('/chu-ky-cua-toi')
  await expect(signer.getByText(words.certificates.none)).toBeVisible()
})
