import { expect, test } from 'vitest'
import { latestRevision } from '#capabilities/signatures/keeping/documents.ts'
import { verifyPdf } from '#capabilities/signatures/verify-pdf.ts'
import { Conflict, Forbidden } from '#platform/errors.ts'
import { makeCast, morning } from '../../../../test/cast.ts'
import { testDatabase } from '../../../../test/database.ts'
import { freezePieces, giveMandates, memoryFiles, startTestDraft } from '../../../../test/signing.ts'
import { canonicalHash } from '#platform/canonical-json.ts'
import { readCanonical } from '../canonical-text.ts'
import { agreementById, clausesOfAgreement, signersOf } from '../queries.ts'
import { addClause } from './add-clause.ts'
import { freezeAgreement } from './freeze-agreement.ts'
import { moveClause } from './move-clause.ts'
import { removeClause } from './remove-clause.ts'
import { unfreezeAgreement } from './unfreeze-agreement.ts'
import { writeClause } from './write-clause.ts'
import { writeHead } from './write-head.ts'

async function drafted() {
  const { db } = await testDatabase()
  const cast = await makeCast(db)
  const agreement = await startTestDraft(db, cast)
  const clauses = await clausesOfAgreement(db, agreement)
  const [first, second] = clauses.filter((clause) => clause.section === 'commitment')
  if (!first || !second) throw new Error('the draft has two commitments')
  const write = (text: string, version: number, clause = first.id) =>
    writeClause(db, cast.an, { clause, version, text, details: {} }, morning)
  const textOf = async (id: string) =>
    (await clausesOfAgreement(db, agreement)).find((clause) => clause.id === id)?.text
  return { db, cast, agreement, first, second, write, textOf }
}

test('a year has one agreement: the second start is refused, also at the same moment', async () => {
  const { db } = await testDatabase()
  const cast = await makeCast(db)
  const results = await Promise.allSettled([startTestDraft(db, cast), startTestDraft(db, cast)])
  expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  await expect(startTestDraft(db, cast)).rejects.toMatchObject({ key: 'agreement.alreadyStarted' })
})

test('only the head of this bloc drafts', async () => {
  const { db, cast, agreement, first } = await drafted()
  for (const other of [cast.binh, cast.chi, cast.dung, cast.em]) {
    await expect(addClause(db, other, { agreement, section: 'commitment' }, morning)).rejects.toThrow(Forbidden)
    const input = { clause: first.id, version: 1, text: 'của người khác', details: {} }
    await expect(writeClause(db, other, input, morning)).rejects.toThrow(Forbidden)
    await expect(removeClause(db, other, { clause: first.id, version: 1 }, morning)).rejects.toThrow(Forbidden)
  }
})

test('two people who change one clause lose nothing: the second gets the text of the first', async () => {
  const { write, textOf, first } = await drafted()
  await write('Bản của An', 1)
  await expect(write('Bản của Bình', 1)).rejects.toMatchObject({ theirs: 'Bản của An' })
  expect(await textOf(first.id)).toBe('Bản của An')
  await write('Bản ghép của hai người', 2)
  expect(await textOf(first.id)).toBe('Bản ghép của hai người')
})

test('saving a movement as it stands changes nothing, and is in nobody’s way', async () => {
  const { db, cast, agreement } = await drafted()
  const movement = (await clausesOfAgreement(db, agreement)).find(({ section }) => section === 'movement')
  if (!movement) throw new Error('the draft has a movement')
  const details = { from: '2022', to: '2025', scope: 'Toàn tỉnh' }
  const save = (version: number) =>
    writeClause(db, cast.an, { clause: movement.id, version, text: movement.text, details }, morning)
  expect(await save(movement.version)).toEqual({ version: 2 })
  expect(await save(2)).toEqual({ version: 2 })
  expect(await save(1)).toEqual({ version: 2 })
})

test('two savings at the same moment: one is kept, the other hears of it', async () => {
  const { write, textOf, first } = await drafted()
  const results = await Promise.allSettled([write('Một', 1), write('Hai', 1)])
  const lost = results.find((result) => result.status === 'rejected')
  expect(lost?.reason).toBeInstanceOf(Conflict)
  expect(['Một', 'Hai']).toContain(await textOf(first.id))
})

test('the same text saved twice is no conflict', async () => {
  const { write } = await drafted()
  expect(await write('Như nhau', 1)).toEqual({ version: 2 })
  expect(await write('Như nhau', 1)).toEqual({ version: 2 })
})

test('the head of the paper keeps versions too', async () => {
  const { db, cast, agreement } = await drafted()
  const head = { agreement, title: 'Giao ước', theme: '', place: 'Nam Định', witness: '', substitutes: 'yes' as const }
  expect(await writeHead(db, cast.an, { ...head, version: 1 }, morning)).toEqual({ version: 2 })
  const late = writeHead(db, cast.an, { ...head, version: 1, title: 'Khác' }, morning)
  await expect(late).rejects.toMatchObject({ key: 'agreement.headChanged' })
})

test('clauses keep a whole order when they are moved and removed', async () => {
  const { db, cast, agreement, first, second } = await drafted()
  const third = await addClause(db, cast.an, { agreement, section: 'commitment', text: 'Thứ ba' }, morning)
  await moveClause(db, cast.an, { clause: third, direction: 'up' }, morning)
  await moveClause(db, cast.an, { clause: first.id, direction: 'up' }, morning)
  const order = async () =>
    (await clausesOfAgreement(db, agreement))
      .filter((clause) => clause.section === 'commitment')
      .map(({ id, position }) => [id, position])
  expect(await order()).toEqual([
    [first.id, 1],
    [third, 2],
    [second.id, 3],
  ])
  await removeClause(db, cast.an, { clause: first.id, version: 1 }, morning)
  expect(await order()).toEqual([
    [third, 1],
    [second.id, 2],
  ])
})

test('freezing stops while a member has nobody with a mandate to sign', async () => {
  const { db, cast, agreement } = await drafted()
  const frozen = freezeAgreement(
    db,
    cast.an,
    { agreement, isMeant: true },
    { ...freezePieces(memoryFiles()), now: morning },
  )
  await expect(frozen).rejects.toMatchObject({ key: 'agreement.notReady' })
})

test('freezing fixes the text, its hash, its signers and a paper with their empty fields', async () => {
  const { db, cast, agreement, write } = await drafted()
  const leaders = await giveMandates(db, cast)
  const files = memoryFiles()
  const pieces = { ...freezePieces(files), now: morning }
  await expect(freezeAgreement(db, cast.binh, { agreement, isMeant: true }, pieces)).rejects.toThrow(Forbidden)
  const { hash } = await freezeAgreement(db, cast.an, { agreement, isMeant: true }, pieces)
  const frozen = await agreementById(db, agreement)
  expect(frozen).toMatchObject({ state: 'frozen', text_sha256: hash })
  expect(canonicalHash(frozen.canonical_text ?? '')).toBe(hash)
  expect(readCanonical(frozen.canonical_text ?? '').parties.map((party) => party.signer.mandate)).toEqual(
    leaders.map((leader) => leader.mandates[0]?.id),
  )
  expect((await signersOf(db, agreement)).map(({ state }) => state)).toEqual(Array.from({ length: 6 }, () => 'waiting'))
  const pdf = await files.get((await latestRevision(db, frozen.document_id ?? '')).sha256)
  expect(await verifyPdf(pdf, { trust: [], at: morning })).toMatchObject({ fields: { prepared: 6, signed: 0 } })
  await expect(write('Sửa sau khi chốt', 1)).rejects.toMatchObject({ key: 'agreement.textIsFixed' })
  await expect(freezeAgreement(db, cast.an, { agreement, isMeant: true }, pieces)).rejects.toMatchObject({
    key: 'agreement.textIsFixed',
  })
})

test('two freezings at the same moment make one paper', async () => {
  const { db, cast, agreement } = await drafted()
  await giveMandates(db, cast)
  const pieces = { ...freezePieces(memoryFiles()), now: morning }
  const freeze = () => freezeAgreement(db, cast.an, { agreement, isMeant: true }, pieces)
  const results = await Promise.allSettled([freeze(), freeze()])
  expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  expect(await signersOf(db, agreement)).toHaveLength(6)
})

test('a frozen text opens again, with a reason, by the head alone', async () => {
  const { db, cast, agreement, write } = await drafted()
  await giveMandates(db, cast)
  await freezeAgreement(db, cast.an, { agreement, isMeant: true }, { ...freezePieces(memoryFiles()), now: morning })
  await expect(unfreezeAgreement(db, cast.binh, { agreement, reason: 'x' }, morning)).rejects.toThrow(Forbidden)
  const asleep = unfreezeAgreement(db, { ...cast.an, steppedUpAt: null }, { agreement, reason: 'x' }, morning)
  await expect(asleep).rejects.toMatchObject({ reason: 'step-up' })
  await unfreezeAgreement(db, cast.an, { agreement, reason: 'Sửa tên một đơn vị' }, morning)
  expect(await agreementById(db, agreement)).toMatchObject({
    state: 'drafting',
    canonical_text: null,
    document_id: null,
  })
  await write('Sửa được', 1)
  await expect(unfreezeAgreement(db, cast.an, { agreement, reason: 'x' }, morning)).rejects.toMatchObject({
    key: 'agreement.alreadySigned',
  })
})

test('what is asked about must be said to be meant', async () => {
  const { db, cast, agreement } = await drafted()
  await giveMandates(db, cast)
  const input = {
    agreement,
    version: 1,
    title: 'Giao ước thi đua năm 2022',
    theme: '',
    place: 'Nam Định',
    witness: '',
    substitutes: 'yes' as const,
    signing_on: '2023-02-23',
  }
  await writeHead(db, cast.an, input, morning)
  const pieces = { ...freezePieces(memoryFiles()), now: morning }
  const freeze = (isMeant: boolean) => freezeAgreement(db, cast.an, { agreement, isMeant }, pieces)
  await expect(freeze(false)).rejects.toMatchObject({ key: 'agreement.notConfirmed' })
  await freeze(true)
})

test('a letter that the paper cannot print is named before anything is fixed', async () => {
  const { db, cast, agreement, write } = await drafted()
  await giveMandates(db, cast)
  await write('Có chữ 漢 ở đây', 1)
  const frozen = freezeAgreement(
    db,
    cast.an,
    { agreement, isMeant: true },
    { ...freezePieces(memoryFiles()), now: morning },
  )
  await expect(frozen).rejects.toMatchObject({ problem: { kind: 'missingGlyph' } })
  expect((await agreementById(db, agreement)).state).toBe('drafting')
})
