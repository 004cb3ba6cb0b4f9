import { spawnSync } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import { expect, type Page } from '@playwright/test'
import { paths } from '#domains/agreement/paths.ts'
import { vi as evidence } from '#domains/agreement/evidence/words.vi.ts'
import { vi as pen } from '#domains/agreement/pen/words.vi.ts'
import { paths as portalPaths } from '#domains/portal/paths.ts'
import { bloc, frozenAgreement, leaders, openTask, paperOf, sign, test } from './steps.ts'
import { words } from './words.ts'

const year = '2031'
const printed = /^([0-9A-Z]{4}-){2}[0-9A-Z]{4}$/
const today = new Intl.DateTimeFormat('vi-VN', {
  timeZone: 'Asia/Ho_Chi_Minh',
  day: '2-digit',
  month: '2-digit',
  year: 'numeric',
}).format(new Date())

/** What a scanner gives back: a picture of the paper. */
async function scanOf(page: Page) {
  return { name: 'trang-ky.png', mimeType: 'image/png', buffer: await page.screenshot() }
}

async function bring(page: Page) {
  await page.goto(paths.agreement(bloc, year))
  const code = await page.getByText(printed).first().innerText()
  const scan = await scanOf(page)
  await page.getByRole('link', { name: words.agreement.show.pen }).first().click()
  await expect(page.getByRole('link', { name: pen.print.blank })).toBeVisible()
  const send = async (typed: string) => {
    await page.getByLabel(pen.bring.signedOn).fill(today)
    await page.getByLabel(pen.code).fill(typed)
    await page.getByLabel(pen.bring.file, { exact: true }).setInputFiles(scan)
    await page.getByRole('button', { name: pen.bring.do }).click()
  }
  await send('7K3M-9QXD-2HTA')
  await expect(page.getByText(pen.violations.wrongCode)).toBeVisible()
  await send(code.toLowerCase())
  await expect(page.getByText(pen.states.waiting)).toBeVisible()
}

async function witness(page: Page, unit: string) {
  await openTask(page, words.calendar.kinds['agreement.witness'].title({ unit }))
  await expect(page.getByRole('img')).not.toHaveJSProperty('naturalWidth', 0)
  await page.getByRole('button', { name: pen.look.do }).click()
}

/** The place is signed with the second witness, not before. */
async function byPen(of: { unit: string; signer: Page; one: Page; two: Page }) {
  await bring(of.signer)
  await witness(of.one, of.unit)
  await expect(of.one.getByText(pen.states.waiting)).toBeVisible()
  await witness(of.two, of.unit)
  await expect(of.two.getByText('ký trên giấy').first()).toBeVisible()
}

test('two units sign by pen before witnesses, four by key, and the paper says who signed how', async ({
  as,
  page: visitor,
}, info) => {
  const title = await frozenAgreement(as, year)
  const pages = await Promise.all(leaders.map((login) => as(login)))
  const [mttq, ldld, ccb, lhpn, peasants, youth] = pages as [Page, Page, Page, Page, Page, Page]
  for (const signer of [ccb, lhpn]) await sign(signer, title)
  await byPen({ unit: 'Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh Nam Định', signer: mttq, one: ccb, two: lhpn })
  for (const signer of [peasants, youth]) await sign(signer, title)
  await byPen({ unit: 'Liên đoàn Lao động tỉnh Nam Định', signer: ldld, one: peasants, two: youth })
  await youth.goto(paths.agreement(bloc, year))
  await expect(youth.getByText(words.agreement.show.signers(6, 6))).toBeVisible()

  await visitor.goto(portalPaths.agreement(bloc, year))
  await expect(visitor.getByText(/ký trên giấy, hệ thống ghi nhận/)).toHaveCount(2)
  const file = info.outputPath('giao-uoc.pdf')
  await writeFile(file, await paperOf(visitor))
  expect(spawnSync('pdfsig', [file], { encoding: 'utf8' }).stdout.match(/Signature is Valid/g)).toHaveLength(6)

  await youth.getByRole('link', { name: words.agreement.show.evidence }).click()
  await expect(youth.getByText(evidence.ways.pen)).toHaveCount(2)
  await expect(youth.getByText(evidence.ways.key)).toHaveCount(4)
})
