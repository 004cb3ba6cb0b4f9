import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { makeCast, morning } from '../../../../test/cast.ts'
import { testDatabase } from '../../../../test/database.ts'
import type { Db } from '#platform/database/database.ts'
import { folderStore, sha256Of, type FileStore } from '#platform/files.ts'
import { newId } from '#platform/id.ts'
import { askMandate } from './ask-mandate.ts'
import { confirmMandate } from './confirm-mandate.ts'
import { endMandate } from './end-mandate.ts'
import { mostDocumentBytes, type MandateFact } from './mandate.ts'
import { mandateById, mandatesOfAccount, mandatesOfUnits, signerOf, signersOf } from './queries.ts'
import { refuseMandate } from './refuse-mandate.ts'
import { withdrawMandate } from './withdraw-mandate.ts'

const paper = Buffer.from('%PDF-1.7 giấy ủy quyền')
let db: Db
let files: FileStore

beforeAll(async () => {
  db = (await testDatabase()).db
  files = folderStore(await mkdtemp(join(tmpdir(), 'giao-uoc-mandates-')))
})

/** A cast, a request of An for herself, and what was announced. */
async function opened() {
  const cast = await makeCast(db)
  const told: MandateFact[] = []
  const telling = {
    now: morning,
    announce: async (_tx: unknown, _now: Date, fact: MandateFact) => void told.push(fact),
  }
  const asking = { ...telling, files, document: paper }
  const request = {
    unit: cast.headUnit,
    account: cast.an.account,
    post: 'Chủ tịch',
    mayAct: true,
    maySign: true,
    mayVote: false,
    fromOn: '2023-01-01',
    toOn: '2023-12-31',
    documentName: 'Giấy ủy quyền 05/GUQ',
  }
  return { cast, told, telling, asking, request }
}

async function confirmed() {
  const story = await opened()
  const id = await askMandate(db, story.cast.an, story.request, story.asking)
  await confirmMandate(db, story.cast.dung, { id }, story.telling)
  return { ...story, id }
}

describe('asking for a mandate', () => {
  test('the leader of the unit asks with a document that is kept as it is', async () => {
    const { cast, told, asking, request } = await opened()
    const id = await askMandate(db, cast.an, request, asking)
    const mandate = await mandateById(db, id)
    expect(mandate).toMatchObject({ state: 'asked', person: cast.an.name, may_vote: false, is_sample: false })
    expect(mandate.document_sha256).toBe(sha256Of(paper))
    expect(Buffer.from(await files.get(sha256Of(paper)))).toEqual(paper)
    expect(told).toMatchObject([{ name: 'mandates.asked', mandate: id, unitName: 'Hội LHPN tỉnh' }])
  })

  test('nobody asks for somebody who has left, on the last day either', async () => {
    const { cast, asking, request } = await opened()
    await db.updateTable('account').set({ state: 'closed' }).where('id', '=', request.account).execute()
    await expect(askMandate(db, cast.an, request, asking)).rejects.toThrow('units.accountClosed')
  })

  test('nobody asks for another unit', async () => {
    const { cast, asking, request } = await opened()
    for (const actor of [cast.binh, cast.chi, cast.dung, cast.em]) {
      await expect(askMandate(db, actor, request, asking)).rejects.toThrow('not-allowed')
    }
  })

  test.each<[string, Parameters<typeof changed>[0]]>([
    ['mandates.noRight', { mayAct: false, maySign: false }],
    ['mandates.endsBeforeStart', { toOn: '2022-12-31' }],
    ['mandates.alreadyOver', { fromOn: '2022-01-01', toOn: '2022-12-31' }],
  ])('terms that make no sense are refused: %s', async (key, change) => {
    const { cast, asking, request } = await opened()
    await expect(askMandate(db, cast.an, changed(change, request), asking)).rejects.toMatchObject({ key })
  })

  test('the document is looked at, not its name', async () => {
    const { cast, asking, request } = await opened()
    const ask = (document: Uint8Array) => askMandate(db, cast.an, request, { ...asking, document })
    await expect(ask(new Uint8Array())).rejects.toMatchObject({ key: 'mandates.noDocument' })
    await expect(ask(Buffer.from('<html>'))).rejects.toMatchObject({ key: 'mandates.notAPaper' })
    await expect(ask(Buffer.alloc(mostDocumentBytes + 1))).rejects.toMatchObject({ key: 'mandates.documentTooLarge' })
  })

  test('an administrator may act for a unit, and neither sign nor vote for it', async () => {
    const { cast, asking, request } = await opened()
    const role = { id: newId(), account_id: request.account, role: 'administrator' as const, from_on: '2022-01-01' }
    await db.insertInto('tenant_role').values(role).execute()
    for (const right of [{ maySign: true }, { maySign: false, mayVote: true }]) {
      const asked = askMandate(db, cast.an, { ...request, ...right }, asking)
      await expect(asked).rejects.toMatchObject({ key: 'mandates.administrates' })
    }
    const acting = { ...request, mayAct: true, maySign: false, mayVote: false }
    await expect(askMandate(db, cast.an, acting, asking)).resolves.toBeDefined()
  })

  test('the holder works for the unit', async () => {
    const { cast, asking, request } = await opened()
    const forBinh = askMandate(db, cast.an, { ...request, account: cast.binh.account }, asking)
    await expect(forBinh).rejects.toMatchObject({ key: 'mandates.notOfUnit' })
  })

  test('one person waits for one decision, also when asked twice at once', async () => {
    const { cast, asking, request } = await opened()
    const both = await Promise.allSettled([1, 2].map(() => askMandate(db, cast.an, request, asking)))
    expect(both.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected'])
  })
})

type Request = Awaited<ReturnType<typeof opened>>['request']
function changed(change: Partial<Request>, request: Request): Request {
  return { ...request, ...change }
}

describe('deciding on a mandate', () => {
  test('the authority confirms, and then the mandate is held', async () => {
    const { cast, told, id } = await confirmed()
    expect(told.map((fact) => fact.name)).toEqual(['mandates.asked', 'mandates.confirmed'])
    expect(await mandatesOfAccount(db, cast.an.account, '2023-02-20')).toEqual([
      { id, unit: cast.headUnit, post: 'Chủ tịch', mayAct: true, maySign: true, mayVote: false },
    ])
    expect(await mandatesOfAccount(db, cast.an.account, '2022-12-31')).toEqual([])
    expect(await mandatesOfAccount(db, cast.an.account, '2024-01-01')).toEqual([])
    expect(await mandatesOfUnits(db, cast.units)).toMatchObject([{ id, decided_by: cast.dung.account }])
  })

  test('nobody else decides, and the authority not on what it asked or holds itself', async () => {
    const { cast, telling, asking, request } = await opened()
    const both = { ...cast.an, tenantRoles: ['authority' as const] }
    const id = await askMandate(db, both, request, asking)
    for (const actor of [cast.an, cast.binh, cast.em, both]) {
      await expect(confirmMandate(db, actor, { id }, telling)).rejects.toThrow('not-allowed')
      await expect(refuseMandate(db, actor, { id, reason: 'thiếu dấu' }, telling)).rejects.toThrow('not-allowed')
    }
  })

  test('a refusal keeps its reason and the unit may ask again', async () => {
    const { cast, telling, asking, request } = await opened()
    const id = await askMandate(db, cast.an, request, asking)
    await refuseMandate(db, cast.dung, { id, reason: 'Giấy chưa đóng dấu' }, telling)
    expect(await mandateById(db, id)).toMatchObject({ state: 'refused', decision_reason: 'Giấy chưa đóng dấu' })
    expect(await mandatesOfAccount(db, cast.an.account, '2023-02-20')).toEqual([])
    await expect(askMandate(db, cast.an, request, asking)).resolves.toBeTypeOf('string')
  })

  test('what is decided is not decided again, and of two at once one comes first', async () => {
    const { cast, telling, asking, request } = await opened()
    const id = await askMandate(db, cast.an, request, asking)
    const both = await Promise.allSettled([
      confirmMandate(db, cast.dung, { id }, telling),
      refuseMandate(db, cast.dung, { id, reason: 'thiếu dấu' }, telling),
    ])
    expect(both.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected'])
    await expect(withdrawMandate(db, cast.an, { id }, telling)).rejects.toMatchObject({
      key: 'mandates.notFor_withdraw',
    })
  })

  test('the unit withdraws its request; others do not', async () => {
    const { cast, told, telling, asking, request } = await opened()
    const id = await askMandate(db, cast.an, request, asking)
    await expect(withdrawMandate(db, cast.binh, { id }, telling)).rejects.toThrow('not-allowed')
    await withdrawMandate(db, cast.an, { id }, telling)
    expect(told.at(-1)?.name).toBe('mandates.withdrawn')
    await expect(confirmMandate(db, cast.dung, { id }, telling)).rejects.toMatchObject({
      key: 'mandates.notFor_confirm',
    })
  })

  test('a mandate whose days are over is not confirmed any more', async () => {
    const { cast, telling, asking, request } = await opened()
    const id = await askMandate(db, cast.an, request, asking)
    const late = { ...telling, now: new Date('2024-01-01T00:00:00+07:00') }
    await expect(confirmMandate(db, cast.dung, { id }, late)).rejects.toMatchObject({ key: 'mandates.alreadyOver' })
  })
})

describe('ending a mandate', () => {
  const end = { endedOn: '2023-06-01', reason: 'Nghỉ hưu' }

  test('it holds until the day before, and the end is announced', async () => {
    const { cast, told, telling, id } = await confirmed()
    const before = await endMandate(db, cast.an, { id, ...end }, telling)
    expect(before.state).toBe('confirmed')
    expect(told.at(-1)).toMatchObject({ name: 'mandates.ended', mandate: id, over: '2023-06-01' })
    expect(await mandatesOfAccount(db, cast.an.account, '2023-05-31')).toHaveLength(1)
    expect(await mandatesOfAccount(db, cast.an.account, '2023-06-01')).toEqual([])
  })

  test('the unit and the authority end it, others do not, and only once', async () => {
    const { cast, telling, id } = await confirmed()
    await expect(endMandate(db, cast.binh, { id, ...end }, telling)).rejects.toThrow('not-allowed')
    await expect(endMandate(db, cast.dung, { id, ...end, endedOn: '2023-02-19' }, telling)).rejects.toMatchObject({
      key: 'mandates.endInThePast',
    })
    await expect(endMandate(db, cast.dung, { id, ...end, endedOn: '2024-01-01' }, telling)).rejects.toMatchObject({
      key: 'mandates.endAfterTerm',
    })
    await endMandate(db, cast.dung, { id, ...end }, telling)
    await expect(endMandate(db, cast.dung, { id, ...end }, telling)).rejects.toMatchObject({
      key: 'mandates.notFor_end',
    })
  })
})

describe('who signs for a unit', () => {
  test('the one confirmed last, of those who may sign on that day', async () => {
    const { cast, telling, asking, request, id } = await confirmed()
    expect(await signerOf(db, cast.headUnit, '2023-02-20')).toMatchObject({ id, post: 'Chủ tịch' })
    const later = { ...telling, now: new Date('2023-02-21T09:00:00+07:00') }
    const noSigning = await askMandate(db, cast.an, { ...request, maySign: false }, asking)
    await confirmMandate(db, cast.dung, { id: noSigning }, later)
    expect(await signerOf(db, cast.headUnit, '2023-03-01')).toMatchObject({ id })
    const second = await askMandate(db, cast.an, { ...request, fromOn: '2023-03-01', post: 'Phó Chủ tịch' }, asking)
    await confirmMandate(db, cast.dung, { id: second }, later)
    expect(await signerOf(db, cast.headUnit, '2023-02-28')).toMatchObject({ id })
    expect((await signersOf(db, cast.units, '2023-03-01')).get(cast.headUnit)).toMatchObject({ id: second })
    expect(await signerOf(db, cast.outsideUnit, '2023-03-01')).toBeUndefined()
  })
})
