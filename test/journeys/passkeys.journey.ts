import { expect, type Page } from '@playwright/test'
import { homePath, ownAccountPath, signOutPath, stepUpPath } from '#domains/identity/paths.ts'
import { passkeysPath } from '#domains/identity/passkeys/paths.ts'
import { vi as passkeys } from '#domains/identity/passkeys/words.vi.ts'
import { vi as factor } from '#domains/identity/second-factor/words.vi.ts'
import { stepUp, test } from './steps.ts'
import { words } from './words.ts'

/** A device with a fingerprint reader, as Chromium plays it; its owner puts the right finger on it. */
async function plugIn(page: Page) {
  const session = await page.context().newCDPSession(page)
  await session.send('WebAuthn.enable')
  const { authenticatorId } = await session.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
  return {
    withWrongFinger: (isWrong: boolean) =>
      session.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: !isWrong }),
  }
}

async function signOut(page: Page) {
  await page.goto(homePath)
  await page.locator('details.account summary').click()
  await page.locator(`form[action="${signOutPath}"] button`).click()
  await expect(page.getByRole('button', { name: words.identity.signIn.submit, exact: true })).toBeVisible()
}

const atHome = (page: Page) => expect(page.getByRole('heading', { level: 1, name: words.calendar.tasks })).toBeVisible()

test('a passkey opens the door and final acts, until its owner removes it', async ({ as, browser }) => {
  const page = await as('can-bo-lhpn')
  const device = await plugIn(page)
  await page.goto(passkeysPath)
  await page.getByRole('link', { name: passkeys.confirmFirst }).click()
  await stepUp(page)
  await page.getByLabel(passkeys.name).fill('Máy ở cơ quan')
  await page.getByRole('button', { name: passkeys.submit }).click()
  await expect(page.getByText(factor.codesOnce)).toBeVisible()
  await page.goto(passkeysPath)
  await page.getByLabel(passkeys.name).fill('Máy ấy lần nữa')
  await page.getByRole('button', { name: passkeys.submit }).click()
  await expect(page.getByText(passkeys.says.known)).toBeVisible()

  await signOut(page)
  await device.withWrongFinger(true)
  await page.getByRole('button', { name: passkeys.use }).click()
  await expect(page.getByText(passkeys.says.refused)).toBeVisible()
  await device.withWrongFinger(false)
  await page.getByRole('button', { name: passkeys.use }).click()
  await atHome(page)

  await page.goto(stepUpPath(ownAccountPath))
  await page.getByRole('button', { name: passkeys.use }).click()
  await expect(page.getByText(passkeys.account.count(1))).toBeVisible()
  await expect(page.getByRole('cell', { name: factor.proofs.passkey })).toBeVisible()

  // Without script the door is as it always was.
  const plain = await (await browser.newContext({ javaScriptEnabled: false })).newPage()
  await plain.goto('/dang-nhap')
  await expect(plain.getByRole('button', { name: words.identity.signIn.submit })).toBeVisible()
  await expect(plain.getByRole('button', { name: passkeys.use })).toBeHidden()
  await plain.context().close()

  await page.goto(passkeysPath)
  await page.getByRole('link', { name: 'Máy ở cơ quan' }).click()
  await page.getByRole('button', { name: passkeys.remove }).click()
  await expect(page.getByText(passkeys.done['da-bo'])).toBeVisible()
  await signOut(page)
  await page.getByRole('button', { name: passkeys.use }).click()
  await expect(page.getByText(passkeys.violations.notAccepted)).toBeVisible()
})
