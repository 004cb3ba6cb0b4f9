import { expect, test as base, type Browser, type Page } from '@playwright/test'
import { paths } from '#domains/agreement/paths.ts'
import { blocPaths } from '#domains/blocs/paths.ts'
import { calendarPaths } from '#domains/calendar/paths.ts'
import { samplePassphrase, samplePassword } from '#app/demo/sample-people.ts'
import { words } from './words.ts'

export const bloc = 'khoi-thi-dua-mat-tran-to-quoc-va-cac-doan-the-tinh'

/** In the bloc's official order. */
export const leaders = ['mttq', 'ldld', 'ccb', 'lhpn', 'nong-dan', 'doan'].map((unit) => `lanh-dao-${unit}`)
/** The leader of the unit that heads the bloc: who drafts. */
export const head = 'lanh-dao-lhpn'
export const authority = 'co-quan-thi-dua'

type Stage = {
  /** A person at a machine of their own, signed in. */
  as: (login: string) => Promise<Page>
}

async function signedIn(browser: Browser, login: string): Promise<Page> {
  const page = await (await browser.newContext()).newPage()
  await page.goto('/dang-nhap')
  await signIn(page, login)
  return page
}

export const test = base.extend<Stage>({
  as: async ({ browser }, use) => {
    const pages: Page[] = []
    await use(async (login) => {
      const page = await signedIn(browser, login)
      pages.push(page)
      return page
    })
    await Promise.all(pages.map((page) => page.context().close()))
  },
})

export async function signIn(page: Page, login: string, password = samplePassword) {
  await page.getByLabel(words.identity.signIn.login).fill(login)
  await page.getByLabel(words.identity.signIn.password).fill(password)
  await page.getByRole('button', { name: words.identity.signIn.submit }).click()
  await expect(page.getByRole('heading', { level: 1, name: words.calendar.tasks })).toBeVisible()
}

export async function stepUp(page: Page, password = samplePassword) {
  await expect(page.getByRole('heading', { name: words.identity.stepUp.title })).toBeVisible()
  await page.getByLabel(words.identity.signIn.password).fill(password)
  await page.getByRole('button', { name: words.identity.stepUp.submit }).click()
}

/** By the list of things to do, as a reminder leads there. */
export async function openTask(page: Page, title: string) {
  await page.goto(calendarPaths.tasks)
  await page.getByRole('listitem').filter({ hasText: title }).getByRole('link').click()
}

/** Signs what the title names; ends on the agreement's page. */
export async function sign(page: Page, title: string) {
  await openTask(page, words.calendar.kinds['agreement.sign'].title({ title }))
  await stepUp(page)
  await page.getByLabel(words.signatures.sign.passphrase).fill(samplePassphrase)
  await page.getByRole('button', { name: words.signatures.sign.do, exact: true }).click()
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
  await expect(page.getByRole('link', { name: words.agreement.show.sign })).toBeHidden()
}

/** The authority opens a year with the members of the last one and the same head. */
export async function startYear(page: Page, year: string) {
  await page.goto(blocPaths.start(bloc))
  await page.getByLabel(words.agreement.start.begin).fill(`01/01/${year}`)
  await page.getByLabel(words.blocs.endsOn).fill(`31/12/${year}`)
  await page.getByRole('radio', { name: /Hội Liên hiệp Phụ nữ/ }).check()
  await page.getByRole('button', { name: words.blocs.start }).click()
  await expect(page.getByRole('heading', { level: 1, name: words.blocs.year(year) })).toBeVisible()
}

/** Freezes what no check stops; what it asks is meant. */
export async function freeze(page: Page) {
  await page.getByRole('link', { name: words.agreement.editor.toFreeze }).click()
  const meant = page.getByLabel(words.agreement.freeze.isMeant)
  if (await meant.isVisible()) await meant.check()
  await page.getByRole('button', { name: words.agreement.freeze.do }).click()
  await expect(page.getByText(words.agreement.states.frozen)).toBeVisible()
}

/** The head copies last year's text, names the day of signing and freezes it; answers with its title. */
export async function freezeLastYearsText(page: Page, year: string): Promise<string> {
  await page.goto(paths.start(bloc, year))
  const heading = page.getByRole('heading', { name: words.agreement.start.lastYear })
  const copied = page.locator('section').filter({ has: heading })
  await copied.getByRole('button', { name: words.agreement.start.begin }).click()
  await page.getByLabel(words.agreement.head.signingOn).fill(`15/01/${year}`)
  await expect(page.getByText('đã lưu lúc').first()).toBeVisible()
  await freeze(page)
  return words.agreement.ofYear(year)
}

/** A year of its own with a frozen agreement, so that stories do not lean on each other; answers with its title. */
export async function frozenAgreement(as: Stage['as'], year: string): Promise<string> {
  await startYear(await as(authority), year)
  return freezeLastYearsText(await as(head), year)
}

/** What a file is, by the public page of checks. */
export async function checkFile(page: Page, file: string | { name: string; mimeType: string; buffer: Buffer }) {
  await page.goto('/kiem-tra')
  await page.getByLabel(words.portal.check.file).setInputFiles(file)
  await page.getByRole('button', { name: words.portal.check.fileSubmit }).click()
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
}

/** The signed PDF that the public page offers. */
export async function paperOf(page: Page): Promise<Buffer> {
  const href = await page.getByRole('link', { name: words.portal.papers.download }).first().getAttribute('href')
  return (await page.request.get(href ?? '')).body()
}
