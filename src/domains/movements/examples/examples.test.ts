import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { makeCast, morning, type Cast } from '../../../../test/cast.ts'
import { testDatabase } from '../../../../test/database.ts'
import type { Db } from '#platform/database/database.ts'
import { newId } from '#platform/id.ts'
import { waitingTasks } from '../testing/movements.ts'
import { confirmExample } from './confirm-example.ts'
import { correctExample } from './correct-example.ts'
import { nominateExample, nominateExampleInput } from './nominate-example.ts'
import { publishExample } from './publish-example.ts'
import { exampleOf, publicExamples, replicationsOf } from './queries.ts'
import { recordConsent } from './record-consent.ts'
import { recordReplication } from './record-replication.ts'
import { refuseExample } from './refuse-example.ts'
import { withdrawConsent } from './withdraw-consent.ts'

const person = { kind: 'person', name: 'Trần Thị Mẫu', story: 'Nhận đỡ đầu ba cháu mồ côi', place: 'xã Hải Vân' }

async function stage() {
  const { db } = await testDatabase()
  const cast = await makeCast(db)
  const { blocYear } = cast
  const nominate = (typed: Record<string, string> = {}, actor = cast.binh, unit = cast.units[0] ?? '') =>
    nominateExample(db, actor, nominateExampleInput.parse({ blocYear, unit, ...person, ...typed }), morning)
  const of = (example: string) => ({ blocYear, example })
  return { db, cast, nominate, of }
}

test('a unit nominates, the head confirms; nobody confirms the own unit’s example', async () => {
  const { db, cast, nominate, of } = await stage()
  const id = await nominate()
  expect(await waitingTasks(db, cast.blocYear, 'examples.judge')).toMatchObject([{ unit_id: cast.headUnit }])
  await expect(confirmExample(db, cast.binh, of(id), morning)).rejects.toMatchObject({ name: 'Forbidden' })
  await confirmExample(db, cast.an, of(id), morning)
  expect(await waitingTasks(db, cast.blocYear, 'examples.judge')).toEqual([])
  await expect(confirmExample(db, cast.an, of(id), morning)).rejects.toMatchObject({ key: 'examples.not_judge' })
  const ofHead = await nominate({ kind: 'model' }, cast.an, cast.headUnit)
  expect(await waitingTasks(db, cast.blocYear, 'examples.judge')).toMatchObject([{ tenant_role: 'authority' }])
  await expect(confirmExample(db, cast.an, of(ofHead), morning)).rejects.toMatchObject({ name: 'Forbidden' })
  await confirmExample(db, cast.dung, of(ofHead), morning)
  await expect(nominate({}, cast.chi)).rejects.toMatchObject({ name: 'Forbidden' })
})

test('one that was given back is mended and judged anew', async () => {
  const { db, cast, nominate, of } = await stage()
  const id = await nominate()
  await refuseExample(db, cast.an, { ...of(id), reason: 'Kể rõ hơn' }, morning)
  expect(await exampleOf(db, cast.blocYear, id)).toMatchObject({ state: 'refused', refusal_reason: 'Kể rõ hơn' })
  const fields = nominateExampleInput.parse({
    blocYear: cast.blocYear,
    unit: cast.units[0],
    ...person,
    story: 'Rõ hơn',
  })
  const input = { ...fields, ...of(id), version: 2 }
  await correctExample(db, cast.binh, input, morning)
  await expect(correctExample(db, cast.binh, input, morning)).rejects.toMatchObject({ name: 'Conflict' })
  expect(await exampleOf(db, cast.blocYear, id)).toMatchObject({ state: 'nominated', story: 'Rõ hơn' })
  expect(await waitingTasks(db, cast.blocYear, 'examples.judge')).toHaveLength(1)
})

async function makePublic(db: Db, cast: Cast, of: { blocYear: string; example: string }) {
  await confirmExample(db, cast.an, of, morning)
  await publishExample(db, cast.an, { ...of, isPublic: true }, morning)
}

test('a person is public only with the consent, a model without', async () => {
  const { db, cast, nominate, of } = await stage()
  const model = await nominate({ kind: 'model', name: 'Chợ không rác nhựa' })
  const publish = (id: string) => publishExample(db, cast.an, { ...of(id), isPublic: true }, morning)
  await expect(publish(model)).rejects.toMatchObject({ key: 'examples.not_publish' })
  await makePublic(db, cast, of(model))
  const id = await nominate()
  await confirmExample(db, cast.an, of(id), morning)
  await expect(publish(id)).rejects.toMatchObject({ key: 'examples.consentMissing' })
  const consent = { ...of(id), consentOn: '2023-02-19', consentWay: 'bằng văn bản' }
  await expect(recordConsent(db, cast.an, consent, morning)).rejects.toMatchObject({ name: 'Forbidden' })
  await recordConsent(db, cast.binh, consent, morning)
  await publish(id)
  expect(await publicExamples(db, cast.blocYear)).toHaveLength(2)
  await publishExample(db, cast.an, { ...of(id), isPublic: false }, morning)
  expect((await publicExamples(db, cast.blocYear)).map(({ id: shown }) => shown)).toEqual([model])
})

test('a consent has both day and way, and does not lie ahead', async () => {
  const { nominate } = await stage()
  await expect(nominate({ consentOn: '2023-02-19' })).rejects.toMatchObject({ key: 'examples.consentHalf' })
  await expect(nominate({ consentOn: '2023-02-21', consentWay: 'nói' })).rejects.toMatchObject({
    key: 'examples.consentInFuture',
  })
})

test('a withdrawn consent empties the story and takes it from the public page; nothing brings it back', async () => {
  const { db, cast, nominate, of } = await stage()
  const id = await nominate({ consentOn: '2023-02-19', consentWay: 'bằng văn bản' })
  await makePublic(db, cast, of(id))
  await expect(withdrawConsent(db, cast.chi, of(id), morning)).rejects.toMatchObject({ name: 'Forbidden' })
  await withdrawConsent(db, cast.binh, of(id), morning)
  expect(await publicExamples(db, cast.blocYear)).toEqual([])
  const { rows } = await sql<{ text: string }>`
    select e::text as text from example e where id = ${id}
    union all select facts::text from audit_entry where subject_id = ${id}
    union all select facts::text from task where key like ${`%${id}`}`.execute(db)
  expect(rows.length).toBeGreaterThan(4)
  expect(rows.filter(({ text }) => /Mẫu|mồ côi|Hải Vân|văn bản/u.test(text))).toEqual([])
  await expect(withdrawConsent(db, cast.binh, of(id), morning)).rejects.toMatchObject({ key: 'examples.not_withdraw' })
})

test('it is kept who did likewise, where and with what result', async () => {
  const { db, cast, nominate, of } = await stage()
  const id = await nominate({ kind: 'model' })
  const done = {
    ...of(id),
    unit: cast.units[1],
    who: '',
    place: 'xã Giao Yến',
    replicatedOn: '2023-02-18',
    result: '3 chợ',
  }
  await expect(recordReplication(db, cast.an, done, morning)).rejects.toMatchObject({ key: 'examples.not_replicate' })
  await confirmExample(db, cast.an, of(id), morning)
  await expect(recordReplication(db, cast.binh, done, morning)).rejects.toMatchObject({ name: 'Forbidden' })
  await recordReplication(db, cast.an, done, morning)
  const other = { ...done, unit: undefined }
  await expect(recordReplication(db, cast.binh, other, morning)).rejects.toMatchObject({
    key: 'examples.replicatorMissing',
  })
  await recordReplication(db, cast.binh, { ...other, who: 'Chi hội thôn 3', replicatedOn: '2023-02-19' }, morning)
  expect((await replicationsOf(db, id)).map(({ who }) => who)).toEqual(['Chi hội thôn 3', 'LĐLĐ tỉnh'])
  const nowhere = recordReplication(db, cast.an, { ...done, ...of(newId()) }, morning)
  await expect(nowhere).rejects.toMatchObject({ name: 'NotFound' })
})
