import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { announce } from '../../../app/announce.ts'
import { latestRevision } from '#capabilities/signatures/keeping/documents.ts'
import type { Actor } from '#platform/actor.ts'
import type { Db } from '#platform/database/database.ts'
import { makeCast, morning, type Cast } from '../../../../test/cast.ts'
import { testDatabase } from '../../../../test/database.ts'
import { giveMandates, makeTestSigner, memoryFiles } from '../../../../test/signing.ts'
import { appointOffice } from '../members/appoint-office.ts'
import { draftHandover, fixHandover, signHandover } from './testing/handovers.ts'
import { handoverById, handoverSigners, headChangesOf, versionsOf } from './queries.ts'
import { refuseHandover } from './refuse-handover.ts'
import { startHandover } from './start-handover.ts'
import { writeHandover } from './write-handover.ts'

const folder = mkdtempSync(join(tmpdir(), 'giao-uoc-handover-'))
afterAll(() => rmSync(folder, { recursive: true }))

const openTasks = (db: Db, cast: Cast, unit: string) =>
  db
    .selectFrom('task')
    .select(['kind', 'path'])
    .where('bloc_year_id', '=', cast.blocYear)
    .where('unit_id', '=', unit)
    .where('closed_at', 'is', null)
    .orderBy('kind')
    .execute()

/** The first member follows the head of the cast on the 20th of February. */
async function newHead() {
  const { db } = await testDatabase()
  const cast = await makeCast(db)
  const leaders = await giveMandates(db, cast)
  const [receiver, other, , giver] = leaders
  if (!receiver || !other || !giver) throw new Error('the cast has six leaders')
  const unit = cast.units[0] ?? ''
  const office = { blocYear: cast.blocYear, unit, office: 'head', fromOn: '2023-02-20', document: '' } as const
  await appointOffice(db, cast.dung, office, { now: morning, announce })
  const [change] = await headChangesOf(db, cast.blocYear)
  const of = { blocYear: cast.blocYear, term: change?.given ?? '' }
  return { db, cast, giver, receiver, other, of, files: memoryFiles() }
}

async function fixed() {
  const world = await newHead()
  const handover = await draftHandover(world.db, world.giver, world.of)
  await fixHandover(world.db, world.giver, { handover, files: world.files, announce })
  return { ...world, handover }
}

const refusing = { now: morning, announce, siteUrl: 'http://namdinh.test' }

const kindsOf = async (db: Db, cast: Cast, unit: string) => (await openTasks(db, cast, unit)).map(({ kind }) => kind)

test('a new head leaves the old one with a record to draw up, which begins once and by its people alone', async () => {
  const { db, cast, giver, receiver, of } = await newHead()
  expect(await kindsOf(db, cast, cast.headUnit)).toEqual(['handover.draft'])
  await expect(startHandover(db, receiver, of, morning)).rejects.toMatchObject({ name: 'Forbidden' })
  const begun = await Promise.allSettled([startHandover(db, giver, of, morning), startHandover(db, giver, of, morning)])
  expect(begun.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
})

test('what someone else wrote meanwhile is not overwritten, and nothing is fixed without day, place and flag', async () => {
  const { db, giver, of, files } = await newHead()
  const handover = await startHandover(db, giver, of, morning)
  const nothing = { place: '', flagCondition: '', flagNote: '', otherItems: '', witness: '' }
  await writeHandover(
    db,
    giver,
    { handover, editVersion: 1, ...nothing, handedOn: undefined, flag: undefined },
    morning,
  )
  const late = writeHandover(
    db,
    giver,
    { handover, editVersion: 1, ...nothing, handedOn: undefined, flag: undefined },
    morning,
  )
  await expect(late).rejects.toMatchObject({ key: 'handover.changedMeanwhile' })
  await expect(fixHandover(db, giver, { handover, files })).rejects.toMatchObject({ key: 'handover.notReady' })
})

async function signBoth(
  db: Db,
  signers: readonly Actor[],
  on: { handover: string; files: ReturnType<typeof memoryFiles> },
) {
  for (const actor of signers) await signHandover(db, actor, await makeTestSigner(db, actor), { ...on, announce })
}

test('both sides sign in any order; then the record is closed, the office moves, and pdfsig calls both valid', async () => {
  const { db, cast, giver, receiver, handover, files } = await fixed()
  await db
    .insertInto('task')
    .values({
      id: crypto.randomUUID(),
      key: `agreement.draft ${cast.blocYear}`,
      kind: 'agreement.draft',
      bloc_year_id: cast.blocYear,
      unit_id: cast.headUnit,
      path: '/khoi',
      facts: JSON.stringify({ title: 'Giao ước' }),
      opened_at: morning,
    })
    .execute()
  await signBoth(db, [receiver, giver], { handover, files })
  const closed = await handoverById(db, handover)
  expect(closed.state).toBe('closed')
  expect(await kindsOf(db, cast, cast.headUnit)).toEqual([])
  expect(await kindsOf(db, cast, cast.units[0] ?? '')).toEqual(['agreement.draft'])
  const path = join(folder, 'bien-ban.pdf')
  writeFileSync(path, await files.get((await latestRevision(db, closed.document_id ?? '')).sha256))
  const told = execFileSync('pdfsig', ['-nocert', path], { encoding: 'utf8' })
  expect(told.match(/Signature is Valid/g)).toHaveLength(2)
  await expect(signBoth(db, [giver], { handover, files })).rejects.toMatchObject({ key: 'handover.notOpenForSigning' })
})

test('nobody else signs, nobody signs twice, and each needs the password of the last minutes', async () => {
  const { db, giver, other, handover, files } = await fixed()
  await expect(signBoth(db, [other], { handover, files })).rejects.toMatchObject({ name: 'Forbidden' })
  const key = await makeTestSigner(db, giver)
  const tired = { ...giver, steppedUpAt: null }
  await expect(signHandover(db, tired, key, { handover, files })).rejects.toMatchObject({ name: 'Forbidden' })
  const twice = [signHandover(db, giver, key, { handover, files }), signHandover(db, giver, key, { handover, files })]
  const signed = (await Promise.allSettled(twice)).filter(({ status }) => status === 'fulfilled')
  expect(signed.length).toBeLessThanOrEqual(1)
  if (signed.length === 0) await signHandover(db, giver, key, { handover, files })
  await expect(signHandover(db, giver, key, { handover, files })).rejects.toMatchObject({
    key: 'handover.alreadyDecided',
  })
})

test('a refusal returns the record as the next version, and the signature that was given is kept as void', async () => {
  const { db, cast, giver, receiver, other, handover, files } = await fixed()
  await signBoth(db, [giver], { handover, files })
  const input = { handover, reason: 'Thiếu sổ theo dõi quý IV' }
  await expect(refuseHandover(db, other, input, refusing)).rejects.toMatchObject({
    name: 'Forbidden',
  })
  const next = await refuseHandover(db, receiver, input, refusing)
  const [newest, refused] = await versionsOf(db, await handoverById(db, next))
  expect([newest?.state, newest?.version, newest?.place, refused?.state]).toEqual(['drafting', 2, 'Nam Định', 'void'])
  const states = (await handoverSigners(db, handover)).map(({ state }) => state)
  expect(states).toEqual(['void', 'refused'])
  expect((await latestRevision(db, refused?.document_id ?? '')).number).toBe(1)
  expect(await kindsOf(db, cast, cast.headUnit)).toEqual(['handover.returned'])
  expect(await kindsOf(db, cast, cast.units[0] ?? '')).toEqual([])
})

test('two sides that sign at the same moment end with both signatures and one closing, whoever has to try again', async () => {
  const { db, cast, giver, receiver, handover, files } = await fixed()
  const sign = async (actor: Actor, key: Awaited<ReturnType<typeof makeTestSigner>>) =>
    signHandover(db, actor, key, { handover, files, announce })
  const sides = [
    [giver, await makeTestSigner(db, giver)],
    [receiver, await makeTestSigner(db, receiver)],
  ] as const
  const together = await Promise.allSettled(sides.map(([actor, key]) => sign(actor, key)))
  const late = sides.filter((_side, index) => together[index]?.status === 'rejected')
  expect(late.length).toBeLessThanOrEqual(1)
  const reasons: unknown[] = together.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []))
  expect(reasons).toEqual(late.map(() => expect.objectContaining({ key: 'signatures.busy' })))
  for (const [actor, key] of late) await sign(actor, key)
  const closed = await handoverById(db, handover)
  expect(closed.state).toBe('closed')
  expect((await handoverSigners(db, handover)).map(({ state }) => state)).toEqual(['signed', 'signed'])
  expect((await latestRevision(db, closed.document_id ?? '')).number).toBe(2)
  const told = await db
    .selectFrom('audit_entry')
    .select('facts')
    .where('subject_id', '=', handover)
    .where('action', '=', 'handover.signed')
    .orderBy('number')
    .execute()
  expect(told).toMatchObject([{ facts: { remaining: 1 } }, { facts: { remaining: 0 } }])
  expect(await kindsOf(db, cast, cast.headUnit)).toEqual([])
})
