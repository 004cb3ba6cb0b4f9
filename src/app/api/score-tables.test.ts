import { expect, test } from 'vitest'
import { scoreTables } from '../../../db/seed/score-tables.ts'
import { makeCast } from '../../../test/cast.ts'
import { testDatabase } from '../../../test/database.ts'
import { openApi, tokenFor } from './testing/api.ts'

test('a program of the head imports a score table, reads it back and adopts it on the edition it read', async () => {
  const { db } = await testDatabase()
  const cast = await makeCast(db)
  const api = openApi(db)
  const tables = `/bloc-years/${cast.blocYear}/score-tables`
  const scope = `year:${cast.blocYear}`
  const [head, member] = [await tokenFor(db, cast.an, { scope }), await tokenFor(db, cast.binh, { scope })]
  const narrow = await tokenFor(db, cast.an, { scope: `unit:${cast.headUnit}` })
  const content = scoreTables[1]?.table
  for (const other of [member, narrow]) expect((await api.post(other, tables, { content })).status).toBe(403)
  expect((await api.post(head, tables, { content: { format: 'khác' } })).json['key']).toBe('scoreTables.notATable')
  expect((await api.post(head, tables, { content })).json).toEqual({ code: 'MAU-NGAN' })
  const [version] = (await api.get(member, tables)).json['items'] as { id: string; state: string }[]
  const one = `${tables}/${version?.id}`
  expect((await api.get(member, one)).json).toMatchObject({ state: 'draft', content: { baseTotal: 100 } })
  const adopt = (token: string, edition: string) => api.post(token, `${one}/adoption`, {}, { 'if-match': edition })
  expect([(await adopt(head, '"9"')).status, (await adopt(member, '"1"')).status]).toEqual([412, 403])
  expect((await adopt(head, '"1"')).json).toMatchObject({ state: 'adopted', sha256: expect.any(String) as string })
  expect((await adopt(head, '"1"')).json['key']).toBe('scoreTables.notADraft')
})
