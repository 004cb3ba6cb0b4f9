import { strToU8, zipSync } from 'fflate'
import sharp from 'sharp'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '#platform/actor.ts'
import type { Db } from '#platform/database/database.ts'
import { addOfficer, makeCast, morning } from '../../../test/cast.ts'
import { testDatabase } from '../../../test/database.ts'
import { memoryFiles } from '../../../test/signing.ts'
import { photo, photoWithPlace } from '../../capabilities/pictures/testing/pictures.ts'
import { addEvidence, addLink } from './add-evidence.ts'
import { alikeOf, anomaliesOf } from './alike/queries.ts'
import { moreKey } from './cite-evidence.ts'
import { leadsTo } from './evidence.ts'
import { giveVerdict } from './give-verdict.ts'
import { judgeKey } from './judge-tasks.ts'
import { citationsOf, evidenceOf, pieceById } from './queries.ts'
import { recordContent } from './record-content.ts'
import { removeCitation } from './remove-citation.ts'
import { findPieces } from './store/queries.ts'
import { readSubject, subjectName, writeSubject, type Subject } from './subject.ts'
import { bringPiece, evidencePieces, openSubjects, somePdf, telling } from './testing/pieces.ts'
import { withdrawEvidence } from './withdraw-evidence.ts'

const files = memoryFiles()
const subjects = openSubjects()
const pieces = evidencePieces(files, subjects)
const adding = { ...pieces, now: morning }
let db: Db

beforeAll(async () => {
  db = (await testDatabase()).db
})

/** A bloc, the leader of its first unit, another person of that unit, and something to be evidence for. */
async function begin() {
  const cast = await makeCast(db)
  const [unit = ''] = cast.units
  const officer = await addOfficer(db, 'Trần Thị Cúc', unit)
  const colleague: Actor = { ...officer, memberships: [{ blocYear: cast.blocYear, unit }] }
  const subject = subjects.add({ unit, blocYear: cast.blocYear })
  const bring = (other: Partial<Parameters<typeof bringPiece>[1]> = {}) =>
    bringPiece(cast.binh, { db, blocYear: cast.blocYear, unit, pieces, ...other })
  return { cast, unit, colleague, subject, bring }
}

const citedFor = async (subject: Subject) => (await evidenceOf(db, [subject])).get(subjectName(subject)) ?? []

const isAsked = async (subject: Subject) => {
  const task = db.selectFrom('task').select('closed_at').where('key', '=', moreKey(subject))
  return (await task.executeTakeFirst())?.closed_at === null
}

function verdictOn(evidence: string, citation: string) {
  return (actor: Actor, verdict: 'valid' | 'insufficient', asked = '') =>
    giveVerdict(db, actor, { evidence, citation, verdict, asked }, morning)
}

describe('bringing', () => {
  test('is for those who work for the unit, and the same bytes are kept once', async () => {
    const { cast, unit, bring } = await begin()
    const bytes = somePdf()
    const first = await bring({ bytes, title: 'Báo cáo xây nhà' })
    expect(first.isKnown).toBe(false)
    expect(await bring({ bytes, title: 'Tên khác' })).toEqual({ id: first.id, isKnown: true })
    const other = bringPiece(cast.chi, { db, blocYear: cast.blocYear, unit, pieces })
    await expect(other).rejects.toMatchObject({ name: 'Forbidden' })
    await expect(bringPiece(cast.an, { db, blocYear: cast.blocYear, unit, pieces })).rejects.toThrow('not-allowed')
  })

  test('twice at the same moment makes one piece', async () => {
    const { bring } = await begin()
    const bytes = somePdf()
    const both = await Promise.all([bring({ bytes }), bring({ bytes })])
    expect(new Set(both.map(({ id }) => id)).size).toBe(1)
    expect(both.filter(({ isKnown }) => isKnown)).toHaveLength(1)
  })

  test.each([
    ['a program', strToU8('MZ\u0090 program'), 'evidence.unknown'],
    ['nothing', new Uint8Array(), 'evidence.noFile'],
    ['an archive of anything', zipSync({ 'a.txt': strToU8('a') }), 'evidence.unknown'],
    ['a zip bomb', zipSync({ 'word/document.xml': [new Uint8Array(60_000_000), { level: 1 }] }), 'evidence.too_large'],
    ['half a PDF', somePdf().subarray(0, 40), 'evidence.damaged'],
  ])('refuses %s', async (_what, bytes, key) => {
    const { bring } = await begin()
    await expect(bring({ bytes })).rejects.toMatchObject({ key })
  })

  test('refuses a PDF that runs a script', async () => {
    const { bring } = await begin()
    const text = Buffer.from(somePdf()).toString('latin1')
    const active = Buffer.from(
      text.replace('/Type /Catalog', '/Type /Catalog /OpenAction << /S /JavaScript /JS (x) >>'),
      'latin1',
    )
    await expect(bring({ bytes: active })).rejects.toMatchObject({ key: 'uploads.script' })
  })

  test('refuses what is larger than the limit of the day', async () => {
    const { cast, bring } = await begin()
    await db
      .insertInto('evidence_limit')
      .values({ medium: 'picture', from_on: '2023-02-20', most_bytes: 1000 })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
    const bytes = await photo(5).jpeg().toBuffer()
    await expect(bring({ bytes })).rejects.toMatchObject({ key: 'evidence.fileTooLarge' })
    const yesterday = new Date(morning.getTime() - 86_400_000)
    const input = {
      ...telling(cast.units[0] ?? ''),
      blocYear: cast.blocYear,
      file: { content: bytes, name: 'anh.jpg' },
    }
    expect(await addEvidence(db, cast.binh, input, { ...adding, now: yesterday })).toMatchObject({ isKnown: false })
    await db.deleteFrom('evidence_limit').where('from_on', '=', '2023-02-20').execute()
  })

  test('takes links to named hosts as data, and no others', async () => {
    const { cast, unit } = await begin()
    const input = { ...telling(unit), blocYear: cast.blocYear }
    const link = 'https://www.youtube.com/watch?v=abc'
    const { id } = await addLink(db, cast.binh, { ...input, link }, adding)
    expect(await pieceById(db, id)).toMatchObject({ link, medium: 'link' })
    for (const other of [
      'http://youtube.com/x',
      'https://youtube.com.kẻ-gian.vn/x',
      'javascript:alert(1)',
      'https://a@youtube.com/',
    ])
      await expect(addLink(db, cast.binh, { ...input, link: other }, adding)).rejects.toMatchObject({
        key: 'evidence.otherHost',
      })
    expect(leadsTo('https://notyoutube.com/', ['youtube.com'])).toBe(false)
  })

  test('a day in the future is refused', async () => {
    const { cast, unit } = await begin()
    const input = { ...telling(unit), blocYear: cast.blocYear, documentOn: '2023-02-21', link: 'https://vtv.vn/x' }
    await expect(addLink(db, cast.binh, input, adding)).rejects.toMatchObject({ key: 'evidence.dayInFuture' })
  })
})

describe('citing', () => {
  test('one piece for many subjects, each under its own name', async () => {
    const { unit, cast, subject, bring } = await begin()
    const { id } = await bring({ subject })
    const other = subjects.add({ unit, blocYear: cast.blocYear, detail: '1.2', label: 'Chỉ tiêu 1.2' })
    const bytes = await files.get((await pieceById(db, id)).file_sha256 ?? '')
    expect(await bring({ subject: other, bytes })).toEqual({ id, isKnown: true })
    expect((await citedFor(subject)).map(({ piece }) => piece.id)).toEqual([id])
    expect((await citedFor(other)).map(({ label }) => label)).toEqual(['Chỉ tiêu 1.2'])
    expect(await citedFor({ ...other, detail: '' })).toHaveLength(1)
    expect(readSubject(writeSubject(other))).toEqual({ kind: other.kind, id: other.id, detail: '1.2' })
  })

  test('is refused for what is closed, and for what is not one’s own', async () => {
    const { cast, subject, bring } = await begin()
    const foreign = subjects.add({ unit: cast.units[1] ?? '', blocYear: cast.blocYear })
    await expect(bring({ subject: foreign })).rejects.toMatchObject({ name: 'Forbidden' })
    subjects.close(subject)
    await expect(bring({ subject })).rejects.toMatchObject({ key: 'evidence.subjectIsClosed' })
  })

  test('ends with a reason, and the record of it stays', async () => {
    const { cast, subject, bring } = await begin()
    const { id: evidence } = await bring({ subject })
    const [cited] = await citedFor(subject)
    const input = { evidence, citation: cited?.citation ?? '', reason: 'Dẫn nhầm' }
    const env = { now: morning, readSubject: subjects.read }
    await expect(removeCitation(db, cast.an, input, env)).rejects.toThrow('not-allowed')
    await removeCitation(db, cast.binh, input, env)
    expect(await citedFor(subject)).toEqual([])
    expect(await citationsOf(db, evidence)).toMatchObject([{ removed_reason: 'Dẫn nhầm' }])
    await expect(removeCitation(db, cast.binh, input, env)).rejects.toMatchObject({ key: 'evidence.isRemoved' })
  })

  test('a withdrawn piece is cited no more, and a closed subject keeps what it has', async () => {
    const { cast, unit, subject, bring } = await begin()
    const { id: evidence } = await bring({ subject })
    const env = { now: morning, readSubject: subjects.read }
    const locked = subjects.add({ unit, blocYear: cast.blocYear })
    const { id: kept } = await bring({ subject: locked })
    subjects.close(locked)
    const withdrawing = withdrawEvidence(db, cast.binh, { evidence: kept, reason: 'x' }, env)
    await expect(withdrawing).rejects.toMatchObject({ key: 'evidence.subjectIsClosed' })
    await withdrawEvidence(db, cast.binh, { evidence, reason: 'Gửi nhầm' }, env)
    expect(await citedFor(subject)).toEqual([])
    const again = withdrawEvidence(db, cast.binh, { evidence, reason: 'Gửi nhầm' }, env)
    await expect(again).rejects.toMatchObject({ key: 'evidence.isWithdrawn' })
  })
})

describe('a verdict', () => {
  test('is neither for who brought the piece, nor for its unit, nor for other members', async () => {
    const { cast, colleague, subject, bring } = await begin()
    const { id } = await bring({ subject })
    const [cited] = await citedFor(subject)
    const give = verdictOn(id, cited?.citation ?? '')
    const secretary = { ...colleague, blocRoles: [{ blocYear: cast.blocYear, role: 'secretary' as const }] }
    for (const actor of [cast.binh, secretary, cast.leaders[1], cast.chi, cast.em])
      await expect(give(actor ?? cast.chi, 'valid')).rejects.toThrow('not-allowed')
    await give(cast.an, 'valid')
    expect(await citedFor(subject)).toMatchObject([{ last: { verdict: 'valid', judged_by: cast.an.account } }])
  })

  test('is asked of who leads once for all that a unit cited, and of nobody when nothing waits', async () => {
    const { cast, unit, subject, bring } = await begin()
    const key = judgeKey({ blocYear: cast.blocYear, unit })
    const task = async () =>
      db.selectFrom('task').select(['unit_id', 'facts', 'closed_at']).where('key', '=', key).executeTakeFirst()
    await bring()
    expect(await task()).toBeUndefined()
    const [{ id: first }, { id: second }] = await Promise.all([bring({ subject }), bring({ subject })])
    expect(await task()).toMatchObject({ unit_id: cast.headUnit, facts: { count: 2 }, closed_at: null })
    const cited = await citedFor(subject)
    const citation = (piece: string) => cited.find((one) => one.piece.id === piece)?.citation ?? ''
    await verdictOn(first, citation(first))(cast.an, 'valid')
    expect(await task()).toMatchObject({ facts: { count: 1 }, closed_at: null })
    const env = { now: morning, readSubject: subjects.read }
    await withdrawEvidence(db, cast.binh, { evidence: second, reason: 'Gửi nhầm' }, env)
    expect((await task())?.closed_at).toEqual(morning)
  })

  test('on what the unit that leads cited is asked of the authority, where there is no deputy', async () => {
    const { cast } = await begin()
    const subject = subjects.add({ unit: cast.headUnit, blocYear: cast.blocYear })
    await bringPiece(cast.an, { db, blocYear: cast.blocYear, unit: cast.headUnit, pieces, subject })
    const key = judgeKey({ blocYear: cast.blocYear, unit: cast.headUnit })
    const task = db.selectFrom('task').select(['unit_id', 'tenant_role']).where('key', '=', key)
    expect(await task.executeTakeFirst()).toEqual({ unit_id: null, tenant_role: 'authority' })
  })

  test('that asks for more opens a task of the unit, which bringing more closes', async () => {
    const { cast, subject, bring } = await begin()
    const { id } = await bring({ subject })
    const [cited] = await citedFor(subject)
    await verdictOn(id, cited?.citation ?? '')(cast.an, 'insufficient', 'Thiếu danh sách hộ')
    expect(await isAsked(subject)).toBe(true)
    await bring({ subject, title: 'Danh sách hộ' })
    expect(await isAsked(subject)).toBe(false)
    expect(await citedFor(subject)).toMatchObject([{ last: { asked: 'Thiếu danh sách hộ' } }, { last: null }])
    await verdictOn(id, cited?.citation ?? '')(cast.dung, 'valid')
    expect(await citedFor(subject)).toMatchObject([{ last: { verdict: 'valid' } }, { last: null }])
  })
})

describe('what is read of the bytes', () => {
  const read = async (id: string) => {
    const { file_sha256: sha256 } = await pieceById(db, id)
    await recordContent(db, { sha256 }, { files, pictures: pieces.pictures, now: morning })
    return pieceById(db, id)
  }

  test('can be searched without tone marks, and pages have pictures', async () => {
    const { cast, bring } = await begin()
    const { id } = await bring({ title: 'Biên bản' })
    expect(await read(id)).toMatchObject({ content_state: 'made', has_picture: true, pages: 1 })
    const word = (await pieceById(db, id)).body?.trim().split(' ')[1] ?? ''
    const find = async (search: string) =>
      (await findPieces(db, cast.blocYear, { search })).pieces.map((piece) => piece.id)
    expect([await find('bien ban'), await find(word), await find('không có')]).toEqual([[id], [id], []])
    expect((await findPieces(db, cast.blocYear, { standing: 'uncited' })).total).toBe(1)
    expect((await findPieces(db, cast.blocYear, { standing: 'valid' })).total).toBe(0)
  })

  test('the words of a workbook and of slides are found too', async () => {
    const { cast, bring } = await begin()
    const sheet = zipSync({
      'xl/workbook.xml': strToU8(
        '<workbook><sheets><sheet name="Hộ nghèo &amp; cận nghèo" r:id="a"/></sheets></workbook>',
      ),
      'xl/sharedStrings.xml': strToU8('<sst><si><r><t>Nguyễn </t></r><r><t>Thị Lụa</t></r></si></sst>'),
      'xl/worksheets/sheet1.xml': strToU8(
        '<c t="inlineStr"><is><t xml:space="preserve">xã Trực &#x110;ạo</t></is></c>',
      ),
    })
    const slides = zipSync({
      'ppt/presentation.xml': strToU8('<p/>'),
      'ppt/slides/slide1.xml': strToU8('<a:p><a:r><a:t>Ngôi nhà </a:t></a:r><a:r><a:t>thứ bảy</a:t></a:r></a:p>'),
    })
    const [{ id: first }, { id: second }] = [await bring({ bytes: sheet }), await bring({ bytes: slides })]
    for (const id of [first, second]) await read(id)
    const find = async (search: string) => (await findPieces(db, cast.blocYear, { search })).pieces.map(({ id }) => id)
    expect([await find('can ngheo'), await find('nguyen thi lua'), await find('truc dao')]).toEqual([
      [first],
      [first],
      [first],
    ])
    expect(await find('ngôi nhà thứ bảy')).toEqual([second])
  })

  test('the same file and the same picture saved again are told, whoever brings them', async () => {
    const { cast, bring } = await begin()
    const original = await photoWithPlace()
    const { id: first } = await bring({ bytes: original })
    const again = await sharp(original).autoOrient().resize(200).jpeg({ quality: 60 }).toBuffer()
    const neighbour = cast.leaders[1] ?? cast.chi
    const place = { db, blocYear: cast.blocYear, unit: cast.units[1] ?? '', pieces }
    const { id: other } = await bringPiece(neighbour, { ...place, bytes: again })
    const { id: same } = await bringPiece(neighbour, { ...place, bytes: original })
    for (const id of [first, other]) await read(id)
    const found = (await alikeOf(db, first)).filter((pair) => pair.other_bloc_year_id === cast.blocYear)
    expect(found.map(({ other: id, how }) => [id, how])).toEqual([
      [other, 'picture'],
      [same, 'bytes'],
    ])
    const told = await anomaliesOf(db, cast.blocYear)
    expect(told.some((pair) => pair.evidence === same && pair.other === first)).toBe(true)
  })
})
