import { expect, type Locator, type Page } from '@playwright/test'
import { samplePassphrase, samplePassword } from '#app/demo/sample-people.ts'
import { frozenAgreement, test } from './steps.ts'
import { words } from './words.ts'

const mostStops = 120

async function hasVisibleFocus(page: Page): Promise<boolean> {
  return page.evaluate(() => {
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(document.activeElement ?? document.body)
    return (outlineStyle !== 'none' && outlineWidth !== '0px') || boxShadow !== 'none'
  })
}

/** Tab after Tab, as far as the control; every stop on the way can be seen. */
async function tabTo(page: Page, control: Locator) {
  for (let stops = 0; stops < mostStops; stops += 1) {
    await page.keyboard.press('Tab')
    expect(await hasVisibleFocus(page), `focus is seen at stop ${stops}`).toBe(true)
    if (await control.evaluate((element) => element === document.activeElement)) return
  }
  throw new Error(`Tab never comes to ${control.toString()}`)
}

async function type(page: Page, label: string, text: string) {
  await tabTo(page, page.getByLabel(label))
  await page.keyboard.insertText(text)
}

test('with the keyboard alone one signs in, finds the task, reads and signs', async ({ as, page }) => {
  const title = await frozenAgreement(as, '2027')
  await page.goto('/dang-nhap')
  await type(page, words.identity.signIn.login, 'lanh-dao-doan')
  await type(page, words.identity.signIn.password, samplePassword)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: words.calendar.tasks })).toBeVisible()

  await tabTo(
    page,
    page
      .getByRole('listitem')
      .filter({ hasText: words.calendar.kinds['agreement.sign'].title({ title }) })
      .getByRole('link'),
  )
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: words.identity.stepUp.title })).toBeVisible()
  await type(page, words.identity.signIn.password, samplePassword)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: words.agreement.show.sign })).toBeVisible()
  await type(page, words.signatures.sign.passphrase, samplePassphrase)
  await tabTo(page, page.getByRole('button', { name: words.signatures.sign.do, exact: true }))
  await page.keyboard.press('Enter')
  await expect(page.getByText(words.agreement.show.signers(1, 6))).toBeVisible()
})

test('the first Tab on a page offers to jump to its content', async ({ page }) => {
  await page.goto('/')
  await page.keyboard.press('Tab')
  await expect(page.getByRole('link', { name: words.ui.skip })).toBeFocused()
})
