import { strToU8 } from 'fflate'
import { describe, expect, test } from 'vitest'
import { makeCast, morning, type Cast } from '../../../../test/cast.ts'
import { testDatabase } from '../../../../test/database.ts'
import type { Actor } from '#platform/actor.ts'
import type { Db } from '#platform/database/database.ts'
import { Conflict, Forbidden, RuleViolation } from '#platform/errors.ts'
import { clausesOfAgreement, liveAgreement } from '../queries.ts'
import { correctReading, type CorrectReading } from './correct-reading.ts'
import { keepReading } from './keep-reading.ts'
import { readingOf, readingsOfYear } from './queries.ts'
import { readArticle } from './read-article.ts'
import { article } from './testing/article.ts'
import { badFiles } from './testing/bad-files.ts'

async function opened() {
  const { db } = await testDatabase()
  return { db, cast: await makeCast(db) }
}

async function readBy(db: Db, cast: Cast, actor: Actor = cast.an, text = article): Promise<string> {
  const read = await readArticle(db, actor, { blocYear: cast.blocYear, article: { text } }, morning)
  if (!read.ok) throw new Error(read.message.vi)
  return read.reading
}

const correction = (reading: string, version: number, more: Partial<CorrectReading> = {}): CorrectReading => ({
  reading,
  version,
  commitments: {},
  movements: {},
  ...more,
})

const keep = (reading: string, version = 1) => ({ reading, version, label: '2023' })

describe('reading an article', () => {
  test('keeps its text and what was read, each value with its place', async () => {
    const { db, cast } = await opened()
    const row = await readingOf(db, cast.blocYear, await readBy(db, cast))
    expect(row.source_text).toBe(article)
    expect(row.draft.theme.value).toBe('Gần dân, sát việc, cùng nhau tiến bộ')
    expect(article.slice(...(row.draft.theme.span ?? [0, 0]))).toBe(row.draft.theme.value)
    expect(row.draft.movements.map(({ id, context }) => [id, context])).toContainEqual(['r0', 'promised'])
    const [listed] = await readingsOfYear(db, cast.blocYear)
    expect(listed?.opening).toContain('Sáu tổ chức đoàn thể')
  })

  test('takes text typed in decomposed letters, or sent as UTF-16, for the same', async () => {
    const { db, cast } = await opened()
    const decomposed = await readingOf(db, cast.blocYear, await readBy(db, cast, cast.an, article.normalize('NFD')))
    expect(decomposed.source_text).toBe(article)
    const bytes = new Uint8Array(Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(article, 'utf16le')]))
    const input = { blocYear: cast.blocYear, article: { name: 'bai.txt', bytes } }
    const read = await readArticle(db, cast.an, input, morning)
    expect(read.ok && (await readingOf(db, cast.blocYear, read.reading)).draft).toEqual(decomposed.draft)
  })

  test('is for those who draft', async () => {
    const { db, cast } = await opened()
    for (const actor of [cast.binh, cast.chi, cast.dung, cast.em]) {
      await expect(readBy(db, cast, actor)).rejects.toThrow(Forbidden)
    }
  })

  test.each(Object.entries(badFiles))(
    '%s is refused in words, and nothing is kept',
    async (name, { bytes, refusal }) => {
      const { db, cast } = await opened()
      const input = { blocYear: cast.blocYear, article: { name, bytes: bytes() } }
      const read = await readArticle(db, cast.an, input, morning)
      expect(read.ok ? 'read' : read.message.vi).toContain(refusal)
      expect(await readingsOfYear(db, cast.blocYear)).toEqual([])
    },
  )

  test('a file with characters that no text has is refused', async () => {
    const { db, cast } = await opened()
    const input = { blocYear: cast.blocYear, article: { name: 'a.txt', bytes: strToU8(`${article}\0`) } }
    expect((await readArticle(db, cast.an, input, morning)).ok).toBe(false)
  })
})

describe('correcting a reading', () => {
  test('a corrected value keeps its place in the text; a row added by hand has none', async () => {
    const { db, cast } = await opened()
    const id = await readBy(db, cast)
    const before = await readingOf(db, cast.blocYear, id)
    const first = correction(id, 1, { theme: 'Gần dân hơn', signing_date: null, act: 'add.commitments' })
    expect(await correctReading(db, cast.an, first)).toEqual({ version: 2 })
    const second = correction(id, 2, { commitments: { v1: 'Trồng cây' } })
    expect(await correctReading(db, cast.an, second)).toEqual({ version: 3 })
    const { draft } = await readingOf(db, cast.blocYear, id)
    expect(draft.theme).toEqual({ value: 'Gần dân hơn', span: before.draft.theme.span })
    expect(draft.signing_date).toEqual({ value: '', span: before.draft.signing_date.span })
    expect(draft.place).toEqual(before.draft.place)
    expect(draft.commitments.at(-1)).toEqual({ id: 'v1', value: 'Trồng cây', span: null })
  })

  test('a row is taken out, and saving the same again changes nothing', async () => {
    const { db, cast } = await opened()
    const id = await readBy(db, cast)
    await correctReading(db, cast.an, correction(id, 1, { act: 'remove.movements.r0' }))
    const { draft, version } = await readingOf(db, cast.blocYear, id)
    expect(draft.movements.map((row) => row.id)).not.toContain('r0')
    expect(await correctReading(db, cast.an, correction(id, version))).toEqual({ version })
  })

  test('of two people the later gets both texts back and overwrites nothing', async () => {
    const { db, cast } = await opened()
    const id = await readBy(db, cast)
    const saves = ['của An', 'của thư ký'].map(async (theme) =>
      correctReading(db, cast.an, correction(id, 1, { theme })),
    )
    const outcomes = await Promise.allSettled(saves)
    const lost = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason as unknown] : []))
    expect(lost).toHaveLength(1)
    expect(lost[0]).toBeInstanceOf(Conflict)
    const { draft } = await readingOf(db, cast.blocYear, id)
    expect((lost[0] as Conflict).theirs).toContain(draft.theme.value)
  })

  test('is for those who draft, until it was kept', async () => {
    const { db, cast } = await opened()
    const id = await readBy(db, cast)
    for (const actor of [cast.binh, cast.chi, cast.dung, cast.em]) {
      await expect(correctReading(db, actor, correction(id, 1, { theme: 'x' }))).rejects.toThrow(Forbidden)
    }
    await keepReading(db, cast.an, keep(id), morning)
    const late = correctReading(db, cast.an, correction(id, 1, { theme: 'x' }))
    await expect(late).rejects.toThrow(new RuleViolation('agreement.readingKept'))
  })
})

describe('keeping a reading', () => {
  test('makes the draft of the year of what was promised, each clause with its place in the article', async () => {
    const { db, cast } = await opened()
    const id = await readBy(db, cast)
    const agreement = await keepReading(db, cast.an, keep(id), morning)
    const live = await liveAgreement(db, cast.blocYear)
    expect(live).toMatchObject({ id: agreement, origin: 'reading', reading_id: id, signing_on: '2023-02-23' })
    expect(live).toMatchObject({ theme: 'Gần dân, sát việc, cùng nhau tiến bộ', witness: 'Sở Nội vụ' })
    const clauses = await clausesOfAgreement(db, agreement)
    const movements = clauses.filter((clause) => clause.section === 'movement')
    expect(movements.map((clause) => [clause.text, clause.details])).toEqual([
      ['Nhà sạch, ngõ đẹp, làng vui', { from: '2021', to: '2025', scope: '' }],
    ])
    expect((await readingOf(db, cast.blocYear, id)).kept_at).toEqual(morning)
  })

  test('takes neither empty rows nor a day that was taken out', async () => {
    const { db, cast } = await opened()
    const id = await readBy(db, cast)
    const { draft } = await readingOf(db, cast.blocYear, id)
    const removed = Object.fromEntries(draft.commitments.map((row) => [row.id, '']))
    await correctReading(db, cast.an, correction(id, 1, { signing_date: null, commitments: removed }))
    const agreement = await keepReading(db, cast.an, keep(id, 2), morning)
    const clauses = await clausesOfAgreement(db, agreement)
    expect(clauses.map((clause) => clause.section)).toEqual(['movement'])
    expect((await liveAgreement(db, cast.blocYear))?.signing_on).toBeNull()
  })

  test('twice at once makes one draft', async () => {
    const { db, cast } = await opened()
    const readings = [await readBy(db, cast), await readBy(db, cast)]
    const outcomes = await Promise.allSettled(readings.map(async (id) => keepReading(db, cast.an, keep(id), morning)))
    const refused = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason as unknown] : []))
    expect(refused).toEqual([new RuleViolation('agreement.alreadyStarted')])
    const kept = await readingsOfYear(db, cast.blocYear)
    expect(kept.filter((row) => row.kept_at !== null)).toHaveLength(1)
  })

  test('is refused to others, on an older version, and when nothing is left', async () => {
    const { db, cast } = await opened()
    const id = await readBy(db, cast)
    for (const actor of [cast.binh, cast.chi, cast.dung, cast.em]) {
      await expect(keepReading(db, actor, keep(id), morning)).rejects.toThrow(Forbidden)
    }
    const { draft } = await readingOf(db, cast.blocYear, id)
    const nothing = Object.fromEntries(draft.commitments.map((row) => [row.id, '']))
    const titles = draft.movements.map((row) => [row.id, { ...row, title: '' }])
    const emptied = { theme: '', commitments: nothing, movements: Object.fromEntries(titles) }
    await correctReading(db, cast.an, correction(id, 1, emptied))
    await expect(keepReading(db, cast.an, keep(id, 1), morning)).rejects.toThrow(Conflict)
    const refused = keepReading(db, cast.an, keep(id, 2), morning)
    await expect(refused).rejects.toThrow(new RuleViolation('agreement.nothingKept'))
    expect(await liveAgreement(db, cast.blocYear)).toBeUndefined()
  })
})
