import { expect, type Page } from '@playwright/test'
import { Secret, TOTP } from 'otpauth'
import { homePath, invitePath, ownAccountPath, signOutPath, typeCodePath } from '#domains/identity/paths.ts'
import { openRecoveryPath, typeSlipPath } from '#domains/identity/recovery/paths.ts'
import { vi as recovery } from '#domains/identity/recovery/words.vi.ts'
import { switchOnPath } from '#domains/identity/second-factor/paths.ts'
import { vi as factor } from '#domains/identity/second-factor/words.vi.ts'
import { unitPaths } from '#domains/units/paths.ts'
import { authority, openTask, stepUp, test } from './steps.ts'
import { words } from './words.ts'

const login = 'dao.thi.hong'
const name = 'Đào Thị Hồng'
const password = 'Vườn cam bên sông Đào'
const fresh = 'Con đò chiều thứ bảy'
const printed = /^([0-9A-Z]{4}-){3}[0-9A-Z]{4}$/

/** The telephone: shows the code of the step after the present one, so that each is used once. */
const phoneWith = (secret: string) => {
  const totp = new TOTP({
    secret: Secret.fromBase32(secret.replaceAll(' ', '')),
    algorithm: 'SHA1',
    digits: 6,
    period: 30,
  })
  let step = Math.floor(Date.now() / 30_000)
  return () => {
    const code = totp.generate({ timestamp: step * 30_000 })
    step += 1
    return code
  }
}

/** The administrator prints a slip and names the person leader of a unit; the person opens the account. */
async function newLeader(keeper: Page, page: Page) {
  await keeper.goto(invitePath)
  await keeper.getByLabel(words.identity.invite.name).fill(name)
  await keeper.getByLabel(words.identity.signIn.login).fill(login)
  await keeper.getByRole('button', { name: words.identity.invite.submit }).click()
  const code = await keeper.getByText(printed).innerText()
  await keeper.goto(`${unitPaths.list}?q=CCB`)
  await keeper
    .getByRole('link', { name: /Hội Cựu chiến binh tỉnh/ })
    .first()
    .click()
  await keeper.getByRole('link', { name: words.units.addPerson }).click()
  await keeper.getByLabel(words.units.login).fill(login)
  await keeper.getByRole('radio', { name: words.units.roles.leader }).check()
  await keeper.getByLabel(words.units.since).fill('01/01/2023')
  await keeper.getByRole('button', { name: words.units.save }).click()
  await page.goto(typeCodePath)
  await page.getByLabel(words.identity.invitation.code).fill(code)
  await page.getByRole('button', { name: words.identity.invitation.next }).click()
  await setPassword(page, password, words.identity.invitation.accept)
}

async function setPassword(page: Page, chosen: string, submit: string) {
  await page.getByLabel(words.identity.invitation.password, { exact: true }).fill(chosen)
  await page.getByLabel(words.identity.invitation.again).fill(chosen)
  await page.getByRole('button', { name: submit }).click()
  await expect(page.getByRole('heading', { level: 1, name: words.calendar.tasks })).toBeVisible()
}

/** Answers with the telephone and the printed codes. */
async function switchOn(page: Page, present: string) {
  await page.goto(switchOnPath)
  await stepUp(page, present)
  const phone = phoneWith(await page.getByText(/^([A-Z2-7]{4} ){7}[A-Z2-7]{4}$/).innerText())
  await page.getByLabel(factor.code).fill(phone())
  await page.getByRole('button', { name: factor.confirm }).click()
  await expect(page.getByRole('heading', { name: factor.codesOf(name) })).toBeVisible()
  return { phone, codes: await page.getByText(printed).allInnerTexts() }
}

async function signInWithCode(page: Page, chosen: string, code: string) {
  await page.goto('/dang-nhap')
  await page.getByLabel(words.identity.signIn.login).fill(login)
  await page.getByLabel(words.identity.signIn.password).fill(chosen)
  await page.getByRole('button', { name: words.identity.signIn.submit }).click()
  await page.getByLabel(factor.enter.code).fill(code)
  await page.getByRole('button', { name: factor.enter.submit }).click()
}

/** Two people meet the person; the second hands over the slip, whose code this is. */
async function recoverInPerson(first: Page, second: Page): Promise<string> {
  await first.goto(openRecoveryPath(login))
  await stepUp(first)
  await first.getByLabel(recovery.reason).fill('Mất điện thoại, không còn mã khôi phục')
  await first.getByLabel(recovery.paper).fill('Thẻ căn cước, số cuối 4321')
  await first.getByRole('button', { name: recovery.openSubmit }).click()
  await expect(first.getByText(recovery.other)).toBeVisible()
  await openTask(second, words.calendar.kinds['identity.recoveryOpened'].title({ person: name }))
  await second.getByRole('link', { name: recovery.confirmFirst }).click()
  await stepUp(second)
  await second.getByRole('button', { name: recovery.confirm }).click()
  return second.getByText(printed).innerText()
}

test('a leader loses the telephone, then the codes too, and is let in again by two people', async ({
  as,
  page,
  browser,
}) => {
  const keeper = await as('quan-tri')
  await newLeader(keeper, page)
  const { codes } = await switchOn(page, password)
  expect(codes).toHaveLength(10)

  const elsewhere = await (await browser.newContext()).newPage()
  await signInWithCode(elsewhere, password, codes[3] ?? '')
  await expect(elsewhere.getByText(factor.usedRecovery)).toBeVisible()
  await expect(elsewhere.getByText(factor.codesLeftOf(9, 10))).toBeVisible()

  const slip = await recoverInPerson(keeper, await as(authority))
  const anew = await (await browser.newContext()).newPage()
  await anew.goto(typeSlipPath)
  await anew.getByLabel(recovery.type.code).fill(slip.toLowerCase())
  await anew.getByRole('button', { name: recovery.type.next }).click()
  await setPassword(anew, fresh, recovery.type.submit)
  await elsewhere.goto(ownAccountPath)
  await expect(elsewhere.getByRole('heading', { name: words.identity.signIn.submit })).toBeVisible()

  const { phone } = await switchOn(anew, fresh)
  await anew.goto(homePath)
  await anew.locator('details.account summary').click()
  await anew.locator(`form[action="${signOutPath}"] button`).click()
  await expect(anew.getByRole('heading', { name: words.identity.signIn.submit })).toBeVisible()
  await signInWithCode(anew, fresh, phone())
  await expect(anew.getByRole('heading', { level: 1, name: words.calendar.tasks })).toBeVisible()
  await Promise.all([elsewhere.context().close(), anew.context().close()])
})
