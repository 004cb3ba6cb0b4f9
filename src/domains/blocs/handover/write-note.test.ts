import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { makeCast, morning } from '../../../../test/cast.ts'
import { testDatabase } from '../../../../test/database.ts'
import { isOpen, notesOf } from './queries.ts'
import { writeNote } from './write-note.ts'

const note = { writtenOn: '2023-02-20', what: 'Hội CCB đề nghị lùi hạn', concerned: '', follows: '', isDone: false }

test('the head keeps the book; a later note closes an earlier one, once, and nothing is changed', async () => {
  const { db } = await testDatabase()
  const cast = await makeCast(db)
  const { blocYear } = cast
  const first = await writeNote(db, cast.an, { ...note, blocYear, closes: undefined }, morning)
  const close = () => writeNote(db, cast.an, { ...note, what: 'Đã nhận báo cáo', blocYear, closes: first }, morning)
  const closings = await Promise.allSettled([close(), close()])
  expect(closings.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  await expect(close()).rejects.toMatchObject({ key: 'handover.noteClosed' })
  expect((await notesOf(db, blocYear)).map(isOpen)).toEqual([false, false])
  await expect(sql`update follow_up_note set what = 'khác' where id = ${first}`.execute(db)).rejects.toThrow(
    /permission/,
  )
})

test('other members only read it, and nobody writes ahead of the day', async () => {
  const { db } = await testDatabase()
  const cast = await makeCast(db)
  const of = { ...note, blocYear: cast.blocYear, closes: undefined }
  await expect(writeNote(db, cast.binh, of, morning)).rejects.toMatchObject({ name: 'Forbidden' })
  await expect(writeNote(db, cast.an, { ...of, writtenOn: '2023-02-21' }, morning)).rejects.toMatchObject({
    key: 'handover.noteInFuture',
  })
})
