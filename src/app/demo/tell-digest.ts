import { heardAlike, type HeardAlike } from '../../../db/seed/opinion-months.ts'
import { headUnit } from '../../../db/seed/nam-dinh.ts'
import { finishCase } from '#domains/voices/care/finish-case.ts'
import { openCase } from '#domains/voices/care/open-case.ts'
import { reportSupport } from '#domains/voices/care/report-support.ts'
import { digestPaper } from '#domains/voices/digest/digest-document.ts'
import { finishDigest } from '#domains/voices/digest/finish-digest.ts'
import { gatherDigest } from '#domains/voices/digest/gather-digest.ts'
import { digestPictures } from '#domains/voices/digest/pages/digest-pictures.tsx'
import { clausesOf, digestById } from '#domains/voices/digest/queries.ts'
import { sendDigest } from '#domains/voices/digest/send-digest.ts'
import { startDigest } from '#domains/voices/digest/start-digest.ts'
import { confirmIntake } from '#domains/voices/import/confirm-intake.ts'
import { planOf } from '#domains/voices/import/queries.ts'
import { closeMonth } from '#domains/voices/months/close-month.ts'
import { closedMonths } from '#domains/voices/months/queries.ts'
import type { SheetPlan } from '#capabilities/spreadsheets/sheet.ts'
import type { Actor } from '#platform/actor.ts'
import { newId } from '#platform/id.ts'
import { officer } from './sample-people.ts'
import { actorNamed } from './tell-people.ts'
import { at, leader, unitOf, type Story } from './tell-year.ts'

const heardIn = ['04', '05'] as const

/** Each opinion on a day of its month, told apart by the number of the house group that said so. */
const cellsOf = (one: HeardAlike, month: string, number: number) => ({
  ...one,
  receivedOn: { day: `2023-${month}-${String((number % 26) + 2).padStart(2, '0')}` },
  text: `${one.text} (ý kiến ghi tại tổ ${number + 1})`,
})

/** The label that a sheet offers for a value, as a person would have chosen it. */
function labelIn(plan: SheetPlan, key: string, holds: (label: string, value: string) => boolean): string | null {
  const column = plan.columns.find((one) => one.key === key)
  const choices = column?.kind === 'choice' ? column.choices : []
  return choices.find(({ label, value }) => holds(label.vi, value))?.label.vi ?? null
}

const rowOf = (plan: SheetPlan, one: ReturnType<typeof cellsOf>, number: number) => ({
  number,
  cells: JSON.stringify([
    one.receivedOn,
    one.title,
    one.text,
    labelIn(plan, 'topic', (label) => label.endsWith(` / ${one.topic}`)),
    one.place,
    labelIn(plan, 'group', (_label, value) => value === one.group),
    null,
    labelIn(plan, 'concern', (_label, value) => value === one.concern),
  ]),
})

/** A list that an officer of the head's unit brought, as its workbook would have been read. */
async function bring(story: Story, by: Actor): Promise<{ intake: string; rows: number }> {
  const { db, year } = story
  const plan = await planOf(db, year.bloc.id)
  const heard = heardIn.flatMap((month, index) =>
    heardAlike.flatMap((one) =>
      Array.from({ length: one.counts[index] ?? 0 }, (_none, number) => cellsOf(one, month, number)),
    ),
  )
  const intake = newId()
  const rows = heard.map((one, index) => ({ ...rowOf(plan, one, index + 2), intake_id: intake }))
  const file = { file_name: 'y-kien-co-so-thang-4-5.xlsx', file_sha256: '0'.repeat(64) }
  const brought = { uploaded_by: by.account, uploaded_at: at('2023-06-01') }
  await db
    .insertInto('opinion_intake')
    .values({ id: intake, bloc_year_id: year.id, unit_id: unitOf(story, headUnit), ...file, ...brought })
    .execute()
  await db.insertInto('opinion_intake_row').values(rows).execute()
  return { intake, rows: rows.length }
}

async function tellCare(story: Story) {
  const { db, year } = story
  const ldld = leader(story, 'ldld')
  const entered = {
    blocYear: year.id,
    unit: unitOf(story, 'ldld'),
    subject: '',
    consentOn: undefined,
    group: 'cong-nhan',
  }
  const told = {
    receivedOn: '2023-05-08',
    title: 'Đòi lương chậm trả cho công nhân may',
    people: 42,
    field: 'lao-dong',
  }
  const care = await openCase(db, ldld, { ...entered, ...told, place: 'thành phố Nam Định' }, at('2023-05-09'))
  const support = 'Cử cán bộ pháp luật làm việc với công ty, hướng dẫn công nhân lập danh sách.'
  await reportSupport(db, ldld, { care, supportedOn: '2023-05-12', support }, at('2023-05-12'))
  const outcome = 'Công ty trả đủ hai tháng lương và cam kết trả đúng hạn.'
  const ending = { care, state: 'solved' as const, endedOn: '2023-05-26', outcome, value: '318.500.000' }
  await finishCase(db, ldld, ending, at('2023-05-26'))
}

async function tellMay(story: Story, writer: Actor) {
  const { db, year } = story
  const now = at('2023-06-05')
  const head = { parent: 'Hội Liên hiệp Phụ nữ tỉnh', issuer: year.bloc.name, sign: '/BC-KTĐ', signer: 'Khối trưởng' }
  const dated = { look: 'state' as const, place: 'Nam Định', datedOn: '2023-06-05' }
  const id = await startDigest(db, writer, { blocYear: year.id, month: '2023-05-01', ...head, ...dated }, now)
  const digest = await digestById(db, id)
  const [data, clauses, months] = [
    await gatherDigest(db, year, digest),
    await clausesOf(db, id),
    await closedMonths(db, year.id),
  ]
  const paper = digestPaper(digest, { data, clauses, pictures: digestPictures(months, '2023-05-01') })
  const versions = new Map(clauses.map((clause) => [clause.id, clause.version]))
  await finishDigest(db, writer, { digest: id, seen: { paper, version: digest.version, clauses: versions } }, now)
  await sendDigest(db, leader(story, headUnit), { digest: id }, at('2023-06-06'))
}

/** Two months of opinions from the grass roots, their figures, a case of care, and the digest of May, sent. */
export async function tellDigest(story: Story): Promise<void> {
  const { db, year } = story
  const head = leader(story, headUnit)
  const writer = await actorNamed(story, officer.login)
  await confirmIntake(db, head, await bring(story, writer), at('2023-06-02'))
  await tellCare(story)
  for (const month of ['2023-03-01', '2023-04-01', '2023-05-01']) {
    await closeMonth(db, head, { blocYear: year.id, month }, at('2023-06-05'))
  }
  await tellMay(story, writer)
}
