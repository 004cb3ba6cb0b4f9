import { expect, type Page } from '@playwright/test'
import { targetPaths } from '#domains/targets/paths.ts'
import { periodPaths } from '#domains/targets/periods/paths.ts'
import { vi as periods } from '#domains/targets/periods/words.vi.ts'
import { vi as targets } from '#domains/targets/words.vi.ts'
import { authority, bloc, head, startYear } from './steps.ts'

/** A past year of its own with the shipped targets in force and its months begun; answers with the head's page. */
export async function openMonths(as: (login: string) => Promise<Page>, year: string): Promise<Page> {
  await startYear(await as(authority), year)
  const page = await as(head)
  await page.goto(targetPaths.list(bloc, year))
  await page.getByRole('button', { name: targets.fromTemplate }).click()
  await page.goto(targetPaths.adoption(bloc, year))
  await page.getByRole('button', { name: targets.adopt }).click()
  await page.goto(periodPaths.setUp(bloc, year))
  await page.getByRole('button', { name: periods.openDo }).click()
  await expect(page.getByRole('link', { name: periods.names.month('1', year), exact: true })).toBeVisible()
  return page
}
