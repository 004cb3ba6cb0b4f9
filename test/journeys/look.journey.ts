import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'
import { pages, type Looked } from './pages.ts'
import { signIn, test } from './steps.ts'

// Colours that are on their way are no colours to judge.
test.use({ contextOptions: { reducedMotion: 'reduce' } })

const desk = { width: 1366, height: 768 }
const phone = { width: 390, height: 844 }
/** A4 less its margins, at 96 dots an inch. */
const paper = { width: 718, height: 1047 }

type Cookies = Awaited<ReturnType<ReturnType<Page['context']>['cookies']>>

/** Who looks at many pages signs in once. */
const signedIn = new Map<string, Cookies>()

async function enter(page: Page, login: string, stepsUp: boolean) {
  const kept = stepsUp ? undefined : signedIn.get(login)
  if (kept !== undefined) return page.context().addCookies(kept)
  await page.goto('/dang-nhap')
  await signIn(page, login)
  if (!stepsUp) signedIn.set(login, await page.context().cookies())
}

async function come(page: Page, { login, open, stepsUp }: Looked) {
  if (login !== undefined) await enter(page, login, stepsUp === true)
  await open(page)
}

async function expectNoBarrier(page: Page) {
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([])
}

/** Nothing of a page leaves the screen at the side; where a person may look, the whole page as it is shown. */
async function look(page: Page, path: string) {
  const { scrollWidth, clientWidth } = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement
    return { scrollWidth, clientWidth }
  })
  expect(scrollWidth, path).toBeLessThanOrEqual(clientWidth)
  if (process.env['CI'] === undefined) await page.screenshot({ path, fullPage: true })
}

/** Every fifth page each time, so that all checks end in time; all of them with LOOK=all, after a change of parts or styles. */
const lookedAt = process.env['LOOK'] === 'all' ? pages : pages.filter((_page, index) => index % 5 === 0)

for (const looked of lookedAt) {
  test(`the page ${looked.name} fits desk, phone and paper, by day and by night, with no barrier and no complaint`, async ({
    page,
  }, info) => {
    const picture = (size: string) => join(info.project.outputDir, 'look', `${looked.name}-${size}.png`)
    const complaints: string[] = []
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text())
    })
    page.on('pageerror', (error) => complaints.push(error.message))
    await page.setViewportSize(desk)
    await come(page, looked)
    await expectNoBarrier(page)
    await look(page, picture('desk'))
    await page.emulateMedia({ colorScheme: 'dark' })
    await look(page, picture('desk-dark'))
    await page.setViewportSize(phone)
    await expectNoBarrier(page)
    await page.emulateMedia({ colorScheme: 'light' })
    await look(page, picture('phone'))
    await page.setViewportSize(paper)
    await page.emulateMedia({ media: 'print' })
    await look(page, picture('print'))
    expect(complaints).toEqual([])
  })
}
