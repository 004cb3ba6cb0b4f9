import { beforeAll, expect, test } from 'vitest'
import { post } from '#platform/web.ts'
import { makeCast, type Cast } from '../../test/cast.ts'
import { testDatabase } from '../../test/database.ts'
import { openTestWeb } from '../../test/web.ts'
import { entryOwner } from './own-entries.ts'

let web: ReturnType<typeof openTestWeb>
let cast: Cast
let taken: string[]

beforeAll(async () => {
  const { db } = await testDatabase()
  cast = await makeCast(db)
  taken = []
  const take = post('/khoi/muc', 'signed-in', (c) => {
    taken.push(c.var.actor?.account ?? '')
    return c.text('đã nhận')
  })
  web = openTestWeb(db, [take])
})

const send = (owner: string, actor: Cast['an'] | null) =>
  web.as(actor).postWith('/khoi/muc', { accept: 'application/json', 'x-entry-owner': owner })

test('an entry kept on a machine is taken from the person who made it and from nobody else', async () => {
  expect((await send(entryOwner('nam_dinh', cast.an.account), cast.an)).status).toBe(200)
  const other = await send(entryOwner('nam_dinh', cast.an.account), cast.binh)
  expect([other.status, other.text]).toEqual([409, expect.stringContaining('entries.otherAccount')])
  expect((await send(entryOwner('ninh_binh', cast.an.account), cast.an)).status).toBe(409)
  expect(taken).toEqual([cast.an.account])
})

test('when the session is over it is told where to sign in, and nothing is taken', async () => {
  const answer = await send(entryOwner('nam_dinh', cast.an.account), null)
  expect([answer.status, answer.text]).toEqual([403, expect.stringContaining('/dang-nhap')])
})
