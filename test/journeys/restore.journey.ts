import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { promisify } from 'node:util'
import { expect, type Page } from '@playwright/test'
import { paths as portalPaths } from '#domains/portal/paths.ts'
import { resetEmbeddedPostgres } from '#platform/postgres/reset-embedded.ts'
import { bloc, checkFile, paperOf, signIn, test } from './steps.ts'
import { words } from './words.ts'

const run = promisify(execFile)
const dataFolder = process.env['JOURNEY_DATA'] ?? '/tmp/gu-journeys'

/** The built program, as an operator types it. */
function giaoUoc(folder: string, ...asked: string[]) {
  const env = { PATH: process.env['PATH'], HOME: process.env['HOME'], GIAO_UOC_DATA: folder }
  return { words: ['dist/main.js', ...asked], env }
}

async function json(folder: string, ...asked: string[]): Promise<Record<string, unknown>> {
  const { words, env } = giaoUoc(folder, ...asked, '--json')
  return JSON.parse((await run(process.execPath, words, { env })).stdout) as Record<string, unknown>
}

async function serve(folder: string): Promise<{ origin: string; child: ChildProcess }> {
  const { words, env } = giaoUoc(folder, 'serve', '--port', '0')
  const child = spawn(process.execPath, words, { env, stdio: ['ignore', 'pipe', 'inherit'] })
  for await (const line of createInterface(child.stdout)) {
    const port = /http:\/\/localhost:(\d+)/.exec(line)?.[1]
    if (port !== undefined) return { origin: `http://localhost:${port}`, child }
  }
  throw new Error('the restored program ended before it listened')
}

/** The signed paper of the sample's year, by its links. */
async function signedPaper(page: Page): Promise<Buffer> {
  await page.goto(portalPaths.story(bloc, '2023'))
  await page.getByRole('link', { name: words.portal.story.readAgreement }).first().click()
  return paperOf(page)
}

test('an operator backs up beside the running server, restores on an empty machine, and everything verifies', async ({
  page,
  browser,
}) => {
  const place = await mkdtemp(join(tmpdir(), 'gu-drill-'))
  const restored = join(place, 'restored')
  const before = await signedPaper(page)
  expect(await json(dataFolder, 'backup', join(place, 'backup'), '--with-secret')).toMatchObject({ missing: [] })
  await json(restored, 'restore', join(place, 'backup'))
  const { origin, child } = await serve(restored)
  try {
    const there = await (await browser.newContext({ baseURL: origin })).newPage()
    const after = await signedPaper(there)
    // On the hour either program may add proofs behind what was signed; it never touches a byte before them.
    expect(after.subarray(0, before.length).equals(before)).toBe(true)
    await checkFile(there, { name: 'giao-uoc.pdf', mimeType: 'application/pdf', buffer: after })
    await expect(there.getByText(words.portal.check.same).first()).toBeVisible()
    await there.goto('/dang-nhap')
    await signIn(there, 'co-quan-thi-dua')
    await there.context().close()
    expect(await json(restored, 'audit', 'verify')).toMatchObject({ intact: true })
  } finally {
    child.kill('SIGTERM')
    await once(child, 'exit')
    await resetEmbeddedPostgres(restored)
    await rm(place, { recursive: true, force: true })
  }
})
