import { expect, type Page } from '@playwright/test'
import { activityPaths } from '#domains/movements/activities/paths.ts'
import { vi as activities } from '#domains/movements/activities/words.vi.ts'
import { examplePaths } from '#domains/movements/examples/paths.ts'
import { vi as examples } from '#domains/movements/examples/words.vi.ts'
import { entryPaths } from '#domains/movements/log/paths.ts'
import { vi as entries } from '#domains/movements/log/words.vi.ts'
import { vi as participation } from '#domains/movements/participation/words.vi.ts'
import { movementPaths } from '#domains/movements/register/paths.ts'
import { vi as movements } from '#domains/movements/register/words.vi.ts'
import { paths as portalPaths } from '#domains/portal/paths.ts'
import { bloc, head, openTask, test } from './steps.ts'
import { words } from './words.ts'

/** The demo's own year: it is over, so whatever is told of it lies behind us. */
const at = [bloc, '2023'] as const
const title = 'Mỗi chi hội một việc tốt'
const model = 'Chợ không rác thải nhựa'
const unit = 'Ủy ban MTTQ tỉnh'

async function launch(page: Page) {
  await page.goto(movementPaths.open(...at))
  await page.getByLabel(movements.name, { exact: true }).fill(`“${title}”, giai đoạn 2021 - 2025`)
  await page.getByLabel(movements.content).fill('Mỗi chi hội chọn một việc cụ thể, làm xong trong năm')
  await page.getByLabel(movements.subjects).fill('đoàn viên, hội viên')
  await page.getByRole('button', { name: movements.save }).click()
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
  await expect(page.getByText('2021–2025')).toBeVisible()
  await page.getByRole('link', { name: movements.launch, exact: true }).click()
  await page.getByLabel(movements.launchedOn).fill('01/03/2023')
  await page.getByLabel(movements.launcher).fill('Khối trưởng')
  await page.getByLabel(movements.isPublic).check()
  await page.getByRole('button', { name: movements.launch }).click()
  await expect(page.getByText(movements.states.launched)).toBeVisible()
}

async function joinAndReport(page: Page) {
  await openTask(page, words.calendar.kinds['movements.join'].title({ title }))
  await page.getByLabel(participation.plan).fill('Ba xã làm điểm, tổng kết tháng 11')
  await page.getByRole('button', { name: participation.save }).click()
  await page.getByRole('link', { name: participation.report }).click()
  await page.getByLabel(participation.startsOn).fill('01/01/2023')
  await page.getByLabel(participation.endsOn).fill('30/06/2023')
  await page.getByLabel(participation.text, { exact: true }).fill('Đã có 12 việc tốt ở 8 xã')
  await page.getByLabel(participation.figures).fill('Số việc tốt (việc): 1.012')
  await page.getByRole('button', { name: participation.send }).click()
  await expect(page.getByText('Số việc tốt: 1.012 việc')).toBeVisible()
}

async function nominate(page: Page) {
  await page.goto(examplePaths.nominate(...at))
  await page.getByLabel(examples.name, { exact: true }).fill(model)
  await page.getByLabel(examples.story).fill('Tiểu thương dùng làn thay túi ni lông từ tháng 3')
  await page.getByRole('button', { name: examples.save }).click()
  await expect(page.getByText(examples.states.nominated)).toBeVisible()
}

async function confirmAndShow(page: Page) {
  await openTask(page, words.calendar.kinds['examples.judge'].title({ unit }))
  await page.getByRole('button', { name: examples.confirm }).click()
  await page.getByRole('button', { name: examples.publish }).click()
  await expect(page.getByRole('button', { name: examples.hide })).toBeVisible()
}

async function planAndReport(page: Page) {
  await page.goto(activityPaths.plan(...at))
  await page.getByLabel(activities.name).fill('Ngày Chủ nhật xanh')
  await page.getByLabel(activities.startsOn).fill('19/05/2023')
  await page.getByRole('button', { name: activities.save }).click()
  await page.getByRole('link', { name: activities.report }).click()
  await page.getByLabel(activities.participants).fill('0')
  await page.getByLabel(activities.result).fill('Hoãn vì bão, không ai đến')
  await page.getByRole('button', { name: activities.send }).click()
  await expect(page.getByText(activities.states.reported)).toBeVisible()
}

async function writeEntry(page: Page) {
  await page.goto(entryPaths.write(...at, 'theme-study'))
  await page.getByLabel(entries.onDay).fill('10/03/2023')
  await page.getByLabel(entries.text).fill('Học chuyên đề năm 2023')
  await page.getByLabel('Số buổi (buổi)').fill('một')
  await page.getByRole('button', { name: entries.save }).click()
  await expect(page.getByRole('alert')).toBeVisible()
  await page.getByLabel('Số buổi (buổi)').fill('1')
  await page.getByLabel(/Tỷ lệ/).fill('92,5 %')
  await page.getByRole('button', { name: entries.save }).click()
  await expect(page.getByText('Tỷ lệ đoàn viên, hội viên đã học: 92,5 %').first()).toBeVisible()
}

test('a movement is launched, a unit takes part and reports, its example is shown to all, its work is logged', async ({
  as,
  page,
}) => {
  const leader = await as(head)
  await launch(leader)
  const member = await as('lanh-dao-mttq')
  await joinAndReport(member)
  await nominate(member)
  await confirmAndShow(leader)
  await planAndReport(leader)

  await leader.goto(entryPaths.kinds(...at))
  const start = leader.getByRole('button', { name: entries.start })
  if (await start.isVisible()) await start.click()
  await writeEntry(member)

  await page.goto(portalPaths.story(...at))
  await expect(page.getByText(title)).toBeVisible()
  await expect(page.getByRole('heading', { name: model })).toBeVisible()
})
