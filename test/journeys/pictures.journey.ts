import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { certificatePaths } from '#domains/units/certificates/paths.ts'
import { mandatePaths } from '#domains/units/mandates/paths.ts'
import { signInPath } from '#domains/identity/paths.ts'
import { openReading, pages } from './pages.ts'
import { authority, freezeLastYearsText, head, openTask, signIn, startYear, stepUp, test } from './steps.ts'
import { words } from './words.ts'

const images = 'docs/images'
const help = 'docs/huong-dan/anh'

const readme = { width: 1366, height: 768 }
const beside = { width: 1180, height: 720 }

/** Which page is taken for which picture. */
const taken = [
  { name: 'nam-thi-dua', path: join(images, 'workspace.png'), size: readme },
  { name: 'ket-qua-kiem-tra', path: join(images, 'public.png'), size: readme },
  { name: 'viec-can-lam', path: join(help, 'viec-can-lam.png'), size: beside },
  { name: 'soan-thao', path: join(help, 'soan-giao-uoc.png'), size: beside },
  { name: 'ket-qua-kiem-tra', path: join(help, 'kiem-tra-van-ban.png'), size: beside },
]

async function take(page: Page, path: string) {
  await page.evaluate(() => document.fonts.ready)
  await page.screenshot({ path, animations: 'disabled' })
}

// Pictures of the README and of the help, taken anew from a fresh sample only when asked for.
if (process.env['UPDATE_PICTURES'] === '1') {
  for (const { name, path, size } of taken) {
    test(`the picture ${path} shows the page of today`, async ({ page }) => {
      const shown = pages.find((one) => one.name === name)
      await page.setViewportSize(size)
      await page.goto(signInPath())
      await signIn(page, shown?.login ?? head)
      await shown?.open(page)
      await take(page, path)
    })
  }

  test('the pictures of a year show it from the article to the signature', async ({ as }) => {
    await startYear(await as(authority), '2025')
    const drafter = await as(head)
    await drafter.setViewportSize(beside)
    await openReading('2025')(drafter)
    await take(drafter, join(help, 'doc-bai-bao.png'))
    const title = await freezeLastYearsText(drafter, '2025')
    await take(drafter, join(help, 'chot-van-ban.png'))
    const signer = await as('lanh-dao-mttq')
    await signer.setViewportSize(beside)
    await openTask(signer, words.calendar.kinds['agreement.sign'].title({ title }))
    await stepUp(signer)
    await signer.getByLabel(words.signatures.sign.passphrase).scrollIntoViewIfNeeded()
    await take(signer, join(help, 'ky-giao-uoc.png'))
    await signer.goto(certificatePaths.mine)
    await take(signer, join(help, 'chu-ky.png'))
  })

  test('the picture of mandates shows what the authority confirmed', async ({ as }) => {
    const page = await as(authority)
    await page.setViewportSize(beside)
    await page.goto(`${mandatePaths.list}?xem=da-xac-nhan`)
    await page.getByRole('main').getByRole('table').getByRole('link').first().click()
    await take(page, join(help, 'uy-quyen.png'))
  })
}
