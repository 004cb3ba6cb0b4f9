import { expect, type Page } from '@playwright/test'
import { invitePath, ownAccountPath, typeCodePath } from '#domains/identity/paths.ts'
import { signIn, test } from './steps.ts'
import { words } from './words.ts'

const login = 'pham.van.khai'
const password = 'Vườn cam bên sông Đào'

/** The administrator prints a slip; answers with its code. */
async function printSlip(page: Page): Promise<string> {
  await page.goto(invitePath)
  await page.getByLabel(words.identity.invite.name).fill('Phạm Văn Khải')
  await page.getByLabel(words.identity.signIn.login).fill(login)
  await page.getByRole('button', { name: words.identity.invite.submit }).click()
  await expect(page.getByRole('heading', { name: words.identity.slip.title })).toBeVisible()
  return page.getByText(/^([0-9A-Z]{4}-){3}[0-9A-Z]{4}$/).innerText()
}

async function accept(page: Page, code: string) {
  await page.goto(typeCodePath)
  await page.getByLabel(words.identity.invitation.code).fill(code.toLowerCase().replaceAll('-', ' '))
  await page.getByRole('button', { name: words.identity.invitation.next }).click()
  await expect(page.getByText(words.identity.invitation.hello('Phạm Văn Khải'))).toBeVisible()
  await page.getByLabel(words.identity.invitation.password, { exact: true }).fill(password)
  await page.getByLabel(words.identity.invitation.again).fill(password)
  await page.getByRole('button', { name: words.identity.invitation.accept }).click()
  await expect(page.getByRole('heading', { level: 1, name: words.calendar.tasks })).toBeVisible()
}

async function refusedPassword(page: Page) {
  await page.goto('/dang-nhap')
  await page.getByLabel(words.identity.signIn.login).fill(login)
  await page.getByLabel(words.identity.signIn.password).fill('Vườn cam bên sông Hồng')
  await page.getByRole('button', { name: words.identity.signIn.submit }).click()
  await expect(page.getByText(words.identity.violations.wrongSignIn).first()).toBeVisible()
  await expect(page.getByLabel(words.identity.signIn.login)).toHaveValue(login)
}

test('a printed slip opens an account; its sessions are seen, ended, and left', async ({ as, page, browser }) => {
  const code = await printSlip(await as('quan-tri'))
  await accept(page, code)

  const elsewhere = await (await browser.newContext()).newPage()
  await refusedPassword(elsewhere)
  await signIn(elsewhere, login, password)

  await page.goto(ownAccountPath)
  await page.getByRole('button', { name: /^Kết thúc phiên trên/ }).click()
  await expect(page.getByRole('button', { name: /^Kết thúc phiên trên/ })).toBeHidden()
  await elsewhere.reload()
  await expect(elsewhere.getByRole('heading', { name: words.identity.signIn.submit })).toBeVisible()
  await elsewhere.context().close()

  await page.getByText('Tài khoản: Phạm Văn Khải').locator('..').click()
  await page.getByRole('button', { name: words.ui.signOut }).click()
  // The page signs out a moment later, once it has forgotten what it kept; another address would overtake it.
  await expect(page.getByRole('heading', { name: words.identity.signIn.submit })).toBeVisible()
  await page.goto(ownAccountPath)
  await expect(page.getByRole('heading', { name: words.identity.signIn.submit })).toBeVisible()
  await page.goto(typeCodePath)
  await page.getByLabel(words.identity.invitation.code).fill(code)
  await page.getByRole('button', { name: words.identity.invitation.next }).click()
  await expect(page.getByText(words.identity.violations.invitationUsed).first()).toBeVisible()
})
