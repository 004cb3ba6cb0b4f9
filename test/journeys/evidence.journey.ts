import { expect, type Page } from '@playwright/test'
import sharp from 'sharp'
import { vi as evidence } from '#domains/evidence/words.vi.ts'
import { evidencePaths } from '#domains/evidence/paths.ts'
import { vi as activities } from '#domains/movements/activities/words.vi.ts'
import { activityPaths } from '#domains/movements/activities/paths.ts'
import { bloc, head, openTask, test } from './steps.ts'

const year = '2023'
const activity = 'Ngày hội đại đoàn kết ở khu dân cư'
const first = 'Kế hoạch ngày hội'
const second = 'Ảnh toàn cảnh ngày hội'

/** Noise does not grow smaller: a photograph of some 7 MB, which goes in two parts. */
const largePhoto = () =>
  sharp({
    create: {
      width: 1500,
      height: 1500,
      channels: 3,
      background: '#888',
      noise: { type: 'gaussian', mean: 128, sigma: 60 },
    },
  })
    .png()
    .toBuffer()

async function planActivity(page: Page): Promise<string> {
  await page.goto(activityPaths.plan(bloc, year))
  await page.getByLabel(activities.name).fill(activity)
  await page.getByLabel(activities.startsOn).fill('18/11/2023')
  await page.getByRole('button', { name: activities.save }).click()
  await expect(page.getByRole('heading', { level: 1, name: activity })).toBeVisible()
  return page.url()
}

async function fillTitle(page: Page, title: string) {
  await page.getByLabel(evidence.add.title).fill(title)
  await page.getByRole('button', { name: evidence.add.save }).click()
}

/** A line that breaks once in the middle of the file; counts what was asked for. */
async function breakTheLineOnce(page: Page) {
  const parts: number[] = []
  let isBroken = false
  await page.route('**/tai-len/*', async (route) => {
    const offset = route.request().headers()['upload-offset']
    if (offset !== undefined) parts.push(Number(offset))
    if (Number(offset) > 0 && !isBroken) {
      isBroken = true
      await route.abort('connectionreset')
    } else await route.continue()
  })
  return parts
}

/** Pictures are made behind the scenes, so the page is asked again until they are there. */
async function seePictures(page: Page, title: string) {
  await expect(async () => {
    await page.reload()
    await expect(page.getByAltText(evidence.show.pageOf(1, title))).toBeVisible({ timeout: 1000 })
  }).toPass()
}

async function judge(page: Page, verdict: string, asked?: string) {
  await page.getByText(evidence.judge.summary, { exact: true }).click()
  await page.getByLabel(verdict).check()
  if (asked !== undefined) await page.getByLabel(evidence.judge.asked).fill(asked)
  await page.getByRole('button', { name: evidence.judge.do }).click()
}

test('a unit brings evidence over a bad line, the head asks for more, and finds it enough', async ({ as }) => {
  const officer = await as('lanh-dao-mttq')
  const place = await planActivity(officer)
  await officer.getByRole('link', { name: evidence.addFor }).click()
  const paper = await (await officer.context().newPage()).pdf()
  await officer
    .getByLabel(evidence.add.file)
    .setInputFiles({ name: 'ke-hoach.pdf', mimeType: 'application/pdf', buffer: paper })
  await expect(officer.getByText(evidence.upload.done)).toBeVisible()
  await fillTitle(officer, first)
  await expect(officer).toHaveURL(place)
  await officer.getByRole('link', { name: first }).click()
  await seePictures(officer, first)

  const leader = await as(head)
  await leader.goto(evidencePaths.store(bloc, year))
  await leader.getByRole('link', { name: first }).click()
  await judge(leader, evidence.judge.verdicts.insufficient, 'Cần ảnh của ngày hội')
  await expect(leader.getByText(evidence.standings.insufficient).first()).toBeVisible()

  await openTask(officer, 'Bổ sung minh chứng')
  await expect(officer.getByText('Cần ảnh của ngày hội').first()).toBeVisible()
  await officer.goto(place)
  await officer.getByRole('link', { name: evidence.addFor }).click()
  const parts = await breakTheLineOnce(officer)
  await officer
    .getByLabel(evidence.add.file)
    .setInputFiles({ name: 'ngay-hoi.png', mimeType: 'image/png', buffer: await largePhoto() })
  await expect(officer.getByText(evidence.upload.done)).toBeVisible()
  const again = parts.findIndex((offset, index) => offset > 0 && parts[index + 1] === offset)
  expect(again).toBeGreaterThan(0)
  expect(parts.filter((offset) => offset === 0)).toHaveLength(1)
  await fillTitle(officer, second)
  await expect(officer).toHaveURL(place)
  await officer.goto('/viec-can-lam')
  await expect(officer.getByText('Bổ sung minh chứng')).toHaveCount(0)

  await leader.goto(`${evidencePaths.store(bloc, year)}?q=toan canh`)
  await leader.getByRole('link', { name: second }).click()
  await judge(leader, evidence.judge.verdicts.valid)
  await expect(leader.getByText(evidence.standings.valid).first()).toBeVisible()
})
