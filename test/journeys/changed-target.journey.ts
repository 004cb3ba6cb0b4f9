import { expect, type Page } from '@playwright/test'
import { paths } from '#domains/agreement/paths.ts'
import { vi as promises } from '#domains/agreement/promises/words.vi.ts'
import { vi as changes } from '#domains/targets/changes/words.vi.ts'
import { vi as targets } from '#domains/targets/words.vi.ts'
import { agreement } from '../../db/seed/nam-dinh.ts'
import { bloc, head, leaders, openTask, test } from './steps.ts'
import { words } from './words.ts'

/** The sample's year: all six have signed its agreement. */
const year = '2023'
const unit = 'Tỉnh Đoàn'
const place = 10
const promised = (agreement.commitments[place - 1] ?? '').replace(/\.$/u, '')

/** A commitment becomes a target; put in force it is held by the signed paper at once. Answers with its code. */
async function makeTarget(page: Page): Promise<string> {
  await page.goto(paths.promises(bloc, year))
  await page
    .getByLabel(promises.chooseFor(words.agreement.sections.commitment, String(place)), { exact: true })
    .selectOption({ label: promises.choices.makeTarget })
  await page.getByRole('button', { name: promises.confirm }).click()
  await page.getByRole('link', { name: targets.adopt }).click()
  await page.getByRole('button', { name: targets.adopt }).click()
  await page.getByRole('link', { name: promised }).click()
  await expect(page.getByText(targets.lockedBody)).toBeVisible()
  return page.url().split('/').at(-1) ?? ''
}

/** One unit is let off; without a reason nothing is sent. */
async function propose(page: Page) {
  await page.getByRole('link', { name: targets.propose }).click()
  await page.getByLabel(targets.planForm.cell(targets.planForm.assigned, unit)).uncheck()
  await page.getByRole('button', { name: changes.send }).click()
  await expect(page.getByRole('alert')).toBeVisible()
  await page.getByLabel(changes.reason).fill('Tỉnh Đoàn đã làm xong từ năm trước.')
  await page.getByRole('button', { name: changes.send }).click()
  await expect(page.getByText(changes.appendixBody)).toBeVisible()
}

async function consent(page: Page, code: string) {
  await openTask(page, words.calendar.kinds['targets.consent'].title({ code }))
  await page.getByRole('radio', { name: changes.choices.agree, exact: true }).check()
  await page.getByRole('button', { name: changes.give }).click()
  await expect(page.getByRole('button', { name: changes.give })).toBeHidden()
}

test('a target is changed after signing: proposed with a reason, consented by all six, and only then in force', async ({
  as,
}) => {
  const page = await as(head)
  const code = await makeTarget(page)
  const card = page.url()
  const plan = page.getByRole('row').filter({ hasText: unit })
  await propose(page)
  for (const leader of leaders.filter((one) => one !== head)) await consent(await as(leader), code)
  await page.goto(card)
  await expect(plan).not.toContainText(targets.planForm.notAssigned)
  await consent(page, code)
  await page.goto(card)
  await expect(plan).toContainText(targets.planForm.notAssigned)
  await expect(page.getByText(`: ${changes.states.agreed}`)).toBeVisible()
})
