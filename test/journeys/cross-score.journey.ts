import { expect, type Locator, type Page } from '@playwright/test'
import { crossPaths } from '#domains/scoring/cross/paths.ts'
import { vi as cross } from '#domains/scoring/cross/words.vi.ts'
import { scoringPaths } from '#domains/scoring/paths.ts'
import { vi as rounds } from '#domains/scoring/rounds/words.vi.ts'
import { tablePaths } from '#domains/scoring/tables/paths.ts'
import { vi as tables } from '#domains/scoring/tables/words.vi.ts'
import { vi as scoring } from '#domains/scoring/words.vi.ts'
import { addDays, dayOf } from '#platform/clock.ts'
import { formatDay } from '#ui/format.ts'
import { authority, bloc, head, leaders, openTask, startYear, test } from './steps.ts'
import { words } from './words.ts'

const year = '2018'
const code = 'CHAM-CHEO'
const title = 'Bảng điểm chấm chéo'
const template = 'Bảng điểm rút gọn (mẫu)'
const conflict = 'Hai đơn vị cùng làm một công trình được chấm'
const doubt = 'Thiếu báo cáo quý III'
/** What every unit says of itself: 86 of 100. */
const said = { '1': '50', '2': '18', '3': '18' }

interface Turn {
  unit: string
  assessor: string
}

/** The head takes over a table of three criteria that people judge, and opens a round with cross-scoring. */
async function openRound(page: Page): Promise<string> {
  await page.goto(tablePaths.add(bloc))
  await page.getByRole('radio', { name: template }).check()
  await page.getByLabel(tables.fields.code).fill(code)
  await page.getByLabel(tables.fields.title).fill(title)
  await page.getByRole('button', { name: tables.addPage.submit }).click()
  await page.goto(tablePaths.adoption(bloc, code, '1'))
  await page.getByRole('button', { name: tables.adoption.submit }).click()
  await page.goto(scoringPaths.prepare(bloc, year))
  await page.getByLabel(`${code} · ${title}`).check()
  await page.getByLabel(rounds.form.hasCross).check()
  await page.getByLabel(rounds.form.crossDueOn).fill(formatDay(addDays(dayOf(new Date()), 28)))
  await page.getByRole('button', { name: rounds.form.save }).click()
  await page.getByRole('link', { name: rounds.do.open }).click()
  await page.getByRole('button', { name: rounds.move.open }).click()
  await expect(page.getByText(scoring.states.self_scoring).first()).toBeVisible()
  return new URL(page.url()).pathname.split('/').at(-1) ?? ''
}

/** Posts what a form of the page would, as the page itself. */
async function post(page: Page, path: string, form: Record<string, string>) {
  const headers = { origin: new URL(page.url()).origin }
  const answer = await page.request.post(path, { form, headers, maxRedirects: 0 })
  expect(answer.status()).toBe(303)
}

const cells = (points: Record<string, string>) =>
  Object.fromEntries(
    Object.entries(points).flatMap(([name, text]) => [
      [`v.m.${name}`, text],
      [`r.m.${name}`, '0'],
    ]),
  )

/** A unit gives itself its points and sends its sheet; answers with the sheet's address. */
async function sendSheet(page: Page, round: string): Promise<string> {
  await page.goto(scoringPaths.round(bloc, year, round))
  const sheet = (await page.getByRole('link', { name: rounds.do.score }).getAttribute('href')) ?? ''
  await post(page, `${sheet}/o-diem`, cells(said))
  await post(page, `${sheet}/gui`, {})
  return sheet
}

/** The head moves the round on by what stands among its things to do. */
async function moveOn(page: Page, round: string, act: 'startCross' | 'startVerifying') {
  await page.goto(scoringPaths.round(bloc, year, round))
  await page.getByRole('link', { name: rounds.do[act] }).click()
  await page.getByRole('button', { name: rounds.move[act] }).click()
  await expect(page.getByRole('heading', { level: 1, name: rounds.form.usualName(year) })).toBeVisible()
}

const cellsOf = (rows: Locator) =>
  rows.evaluateAll((all) => all.map((row) => [...row.children].map((cell) => cell.textContent.trim())))

/** Short names of the units, in official order. */
async function unitsOn(page: Page, round: string): Promise<string[]> {
  await page.goto(scoringPaths.round(bloc, year, round))
  const rows = await cellsOf(page.getByRole('table', { name: rounds.units }).locator('tbody tr'))
  return rows.map(([unit = '']) => unit)
}

/** The turns as everyone reads them. */
async function turnsOn(page: Page): Promise<Turn[]> {
  const rows = await cellsOf(page.getByRole('table', { name: cross.table, exact: true }).locator('tbody tr'))
  return rows.map(([unit = '', , assessor = '']) => ({ unit, assessor }))
}

const yours = (page: Page) => page.getByRole('table', { name: cross.yours })

/** The head draws one assessor for each sheet and lets the assessing begin. */
async function draw(page: Page, round: string) {
  await page.goto(crossPaths.overview(bloc, year, round))
  await page.getByRole('link', { name: cross.plan.title }).click()
  await page.getByLabel(cross.plan.perUnit).fill('1')
  await page.getByLabel(cross.plan.seed).fill('hội nghị khối')
  await page.getByRole('button', { name: cross.plan.do }).click()
  await expect(page.getByText(cross.progress('0', '6'))).toBeVisible()
  const turns = await turnsOn(page)
  await moveOn(page, round, 'startCross')
  return turns
}

async function openTurn(page: Page) {
  await openTask(page, words.calendar.kinds['scoring.assess'].title({ round: rounds.form.usualName(year), count: '1' }))
  await yours(page).getByRole('link', { name: cross.begin }).click()
  await expect(page.getByText(cross.question.ask)).toBeVisible()
}

/** Says that there is a conflict of interest and what it is. */
async function stepBack(page: Page) {
  await openTurn(page)
  await page.getByText(cross.question.has, { exact: true }).first().click()
  await page.getByLabel(cross.question.reason).fill(conflict)
  await page.getByRole('button', { name: cross.question.has }).click()
  await expect(page.getByRole('table', { name: cross.over })).toBeVisible()
}

/** Says that there is none, takes over the unit's points but for one, says why, and hands in. */
async function assess(page: Page) {
  await openTurn(page)
  await page.getByRole('button', { name: cross.question.none }).click()
  await page.getByRole('button', { name: cross.marks.fill }).click()
  await page.getByLabel(/^Điểm chấm: 3 /).fill('15')
  await page.getByRole('button', { name: cross.marks.save }).click()
  await expect(page.getByText(cross.marks.lacking('0', '1'))).toBeVisible()
  await page.getByRole('button', { name: cross.marks.send }).click()
  await expect(page.getByText(cross.violations.unexplained({ codes: '3' }))).toBeVisible()
  await page.getByLabel(/^Lý do: 3 /).fill(doubt)
  await page.getByRole('button', { name: cross.marks.save }).click()
  await expect(page.getByText(cross.marks.complete)).toBeVisible()
  await page.getByRole('button', { name: cross.marks.send }).click()
  await expect(page.getByText(cross.progress('1', '6'))).toBeVisible()
}

/** Every turn that this unit still has, with the points that the assessed units gave themselves. */
async function assessRest(page: Page, round: string) {
  await page.goto(crossPaths.overview(bloc, year, round))
  const links = await yours(page).getByRole('link', { name: cross.begin }).all()
  for (const turn of await Promise.all(links.map((link) => link.getAttribute('href')))) {
    await post(page, `${turn}/khong-xung-dot`, { edition: '1' })
    await post(page, `${turn}/diem`, cells(said))
    await post(page, `${turn}/gui`, { edition: '2' })
  }
}

/** Whom the assessor's points concern: nothing of them on any page that it can open. */
async function seesNoMarks(page: Page, round: string, sheet: string) {
  for (const path of [crossPaths.overview(bloc, year, round), sheet, `${sheet}/vi-sao/3`]) {
    await page.goto(path)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await expect(page.getByText(doubt)).toBeHidden()
  }
  await page.goto(crossPaths.leanings(bloc, year, round))
  await expect(page.getByText(cross.leanings.hiddenBody)).toBeVisible()
}

test('a unit steps back for a conflict of interest, another assesses, and points show when all are in', async ({
  as,
}) => {
  await startYear(await as(authority), year)
  const lead = await as(head)
  const round = await openRound(lead)
  const people = await Promise.all(leaders.map(async (login) => (login === head ? lead : as(login))))
  const sent = await Promise.all(people.map((page) => sendSheet(page, round)))
  const units = await unitsOn(lead, round)
  const personOf = (unit: string) => people[units.indexOf(unit)] ?? lead
  const turns = await draw(lead, round)
  const [left] = turns
  if (left === undefined) throw new Error('nothing was drawn')

  await stepBack(personOf(left.assessor))
  const member = personOf(left.unit)
  await member.goto(crossPaths.overview(bloc, year, round))
  const over = [left.assessor, left.unit, cross.states.recused, conflict].join(' ')
  await expect(member.getByRole('row', { name: over })).toBeVisible()
  const successor = (await turnsOn(member)).find(({ unit }) => unit === left.unit)?.assessor ?? ''
  expect([left.assessor, left.unit, '']).not.toContain(successor)

  // Whoever took over has two turns now.
  const kept = turns.find(({ assessor }) => assessor !== left.assessor && assessor !== successor)
  if (kept === undefined) throw new Error('nobody else assesses')
  await assess(personOf(kept.assessor))
  const assessed = personOf(kept.unit)
  const sheet = sent[units.indexOf(kept.unit)] ?? ''
  await seesNoMarks(assessed, round, sheet)

  for (const page of people) await assessRest(page, round)
  await moveOn(lead, round, 'startVerifying')
  await assessed.goto(crossPaths.leanings(bloc, year, round))
  await expect(assessed.getByRole('row', { name: `${kept.unit} 83 %` })).toBeVisible()
  await assessed.goto(sheet)
  await expect(assessed.getByText(doubt)).toBeVisible()
})
