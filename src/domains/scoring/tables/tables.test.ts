import { beforeAll, describe, expect, test } from 'vitest'
import { makeCast, morning, type Cast } from '../../../../test/cast.ts'
import { testDatabase } from '../../../../test/database.ts'
import { scoreTables } from '../../../../db/seed/score-tables.ts'
import { noticesOf } from '#domains/calendar/notices/queries.ts'
import { canonicalHash, canonicalJson } from '#platform/canonical-json.ts'
import type { Db } from '#platform/database/database.ts'
import { Conflict, Forbidden } from '#platform/errors.ts'
import { checkTable } from '../table/check-table.ts'
import { scoreTable, type ScoreTableInput } from '../table/score-table.ts'
import { addTable } from './add-table.ts'
import { adoptTable } from './adopt-table.ts'
import { diffTables } from './diff-tables.ts'
import { versionById, versionsOfBloc } from './queries.ts'
import { removeDraft } from './remove-draft.ts'
import { startVersion } from './start-version.ts'
import { moveNode, nodesOf, putBefore, removeNode, replaceNode, writePlace, type Moved } from './table-tree.ts'
import { withdrawTable } from './withdraw-table.ts'
import { writeDraft } from './write-draft.ts'

let db: Db
let cast: Cast
beforeAll(async () => {
  ;({ db } = await testDatabase())
  cast = await makeCast(db)
})

const [big, tiny] = scoreTables.map(({ table }) => table)
if (big === undefined || tiny === undefined) throw new Error('the templates are shipped')

const add = (code: string, content: ScoreTableInput = tiny) =>
  addTable(db, cast.an, { bloc: cast.bloc, content: { ...content, code }, from: 'template' }, morning)

async function versionOf(code: string, number = 1) {
  const row = (await versionsOfBloc(db, cast.bloc)).find((one) => one.code === code && one.number === number)
  if (row === undefined) throw new Error(`no version ${number} of ${code}`)
  return versionById(db, row.id)
}

const outsiders = () => [cast.binh, cast.chi, cast.dung, cast.em]

describe('the shipped templates', () => {
  test('are tables without an error, and the large one adds up to its hundred points', () => {
    for (const { table } of scoreTables) {
      const doubts = checkTable(scoreTable.parse(table))
      expect(doubts.filter(({ severity, says }) => severity === 'error' || says.startsWith('sum.'))).toEqual([])
    }
    expect(nodesOf(big.sections).filter(({ node }) => node.rules !== undefined).length).toBeGreaterThan(30)
  })
})

describe('a table', () => {
  test('is made by who leads the bloc, under a code of its own, also where two make it at once', async () => {
    const made = await Promise.allSettled([add('Bảng 01/2023'), add('Bảng 01/2023')])
    expect(made.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    const version = await versionOf('BANG-01-2023')
    expect([version.state, version.number, version.title]).toEqual(['draft', 1, tiny.title])
    for (const other of outsiders()) {
      const input = { bloc: cast.bloc, content: { ...tiny, code: 'khac' }, from: 'empty' as const }
      await expect(addTable(db, other, input, morning)).rejects.toThrow(Forbidden)
    }
    const broken = { ...tiny, sections: [] }
    await expect(add('hong', broken)).rejects.toMatchObject({ key: 'scoreTables.notATable' })
  })

  test('changes on the edition that was on screen; of two writers at once the slower is told', async () => {
    await add('SUA')
    const { id } = await versionOf('SUA')
    const rename = (title: string) => (content: ScoreTableInput) =>
      replaceNode(content, [0], { ...(content.sections[0] ?? { code: '1' }), title })
    const write = (title: string, edition: number, actor = cast.an) =>
      writeDraft(db, actor, { version: id, edition, change: rename(title), did: 'node', code: '1' }, morning)
    const both = await Promise.allSettled([write('Một', 1), write('Hai', 1)])
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    const lost = both.find((one) => one.status === 'rejected')
    expect(lost?.reason).toBeInstanceOf(Conflict)
    expect((await versionOf('SUA')).edition).toBe(2)
    await expect(write('Ba', 2, cast.binh)).rejects.toThrow(Forbidden)
  })

  test('is adopted without errors by the head, keeps its hash, tells the members, and never changes again', async () => {
    await add('BANHANH', { ...tiny, sections: [{ code: 'I', title: 'Phần I' }] })
    const draft = await versionOf('BANHANH')
    const adopt = (edition: number, actor = cast.an) =>
      adoptTable(db, actor, { version: draft.id, edition, note: 'Biên bản 01' }, morning)
    await expect(adopt(1)).rejects.toMatchObject({ key: 'scoreTables.hasErrors' })
    const mended = { version: draft.id, edition: 1, change: () => ({ ...tiny, code: 'BANHANH' }), did: 'text' as const }
    await writeDraft(db, cast.an, mended, morning)
    for (const other of outsiders()) await expect(adopt(2, other)).rejects.toThrow(Forbidden)
    await expect(adopt(1)).rejects.toThrow(Conflict)
    const both = await Promise.allSettled([adopt(2), adopt(2)])
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    const adopted = await versionOf('BANHANH')
    expect([adopted.state, adopted.note]).toEqual(['adopted', 'Biên bản 01'])
    expect(adopted.sha256).toBe(canonicalHash(canonicalJson(adopted.content)))
    const { notices } = await noticesOf(db, cast.binh.account)
    expect(notices.filter(({ naming }) => naming === 'scoreTable.adopted')).toHaveLength(1)
    await expect(writeDraft(db, cast.an, { ...mended, edition: 2 }, morning)).rejects.toMatchObject({
      key: 'scoreTables.notADraft',
    })
    await expect(removeDraft(db, cast.an, draft.id, morning)).rejects.toMatchObject({ key: 'scoreTables.notADraft' })
  })

  test('goes on as a new version, of which one draft stands at a time; the old one is withdrawn with a reason', async () => {
    await add('TIEP')
    const first = await versionOf('TIEP')
    const withdraw = (actor = cast.an) => withdrawTable(db, actor, { version: first.id, reason: 'Có bản mới' }, morning)
    await expect(withdraw()).rejects.toMatchObject({ key: 'scoreTables.notAdopted' })
    await adoptTable(db, cast.an, { version: first.id, edition: 1, note: '' }, morning)
    await expect(startVersion(db, cast.binh, first.id, morning)).rejects.toThrow(Forbidden)
    const both = await Promise.allSettled([
      startVersion(db, cast.an, first.id, morning),
      startVersion(db, cast.an, first.id, morning),
    ])
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    const second = await versionOf('TIEP', 2)
    expect([second.content.version, second.startedFrom]).toEqual(['2', first.id])
    expect(await removeDraft(db, cast.an, second.id, morning)).toEqual({ isGone: false })
    await expect(withdraw(cast.dung)).rejects.toThrow(Forbidden)
    await withdraw()
    const gone = await versionOf('TIEP')
    expect([gone.state, gone.withdrawnReason]).toEqual(['withdrawn', 'Có bản mới'])
    await expect(withdraw()).rejects.toMatchObject({ key: 'scoreTables.notAdopted' })
  })
})

const codes = (table: ScoreTableInput) =>
  nodesOf(table.sections).map(({ node, place }) => `${writePlace(place)} ${node.code}`)

const after = (moved: Moved | undefined) => (moved === undefined ? [] : codes(moved.table))

describe('the tree of a table', () => {
  const leaf = (code: string) => ({ code, title: code })
  const table: ScoreTableInput = {
    ...tiny,
    sections: [{ ...leaf('A'), children: [leaf('a'), leaf('b')] }, leaf('B')],
  }

  test('moves a node with all under it: up, down, into the one before it, out beside its parent, before another', () => {
    expect(after(moveNode(table, [0, 0], 'down'))).toEqual(['1 A', '1.1 b', '1.2 a', '2 B'])
    expect(after(moveNode(table, [0, 1], 'in'))).toEqual(['1 A', '1.1 a', '1.1.1 b', '2 B'])
    expect(after(moveNode(table, [0, 1], 'out'))).toEqual(['1 A', '1.1 a', '2 b', '3 B'])
    expect(after(putBefore(table, [1], [0, 1]))).toEqual(['1 A', '1.1 a', '1.2 B', '1.3 b'])
    expect(after(putBefore(table, [0], [1]))).toEqual(['1 A', '1.1 a', '1.2 b', '2 B'])
    expect([moveNode(table, [0], 'up'), moveNode(table, [1], 'down'), putBefore(table, [0], [0, 1])]).toEqual([
      undefined,
      undefined,
      undefined,
    ])
    const bare = removeNode(removeNode(table, [0, 0]), [0, 0])
    expect(bare.sections[0]).toEqual(leaf('A'))
  })

  test('is told apart from another version: added, removed, moved, renumbered, other words, points and rules', () => {
    const [i, ii, iii] = tiny.sections
    if (i === undefined || ii === undefined || iii === undefined) throw new Error('three items')
    const later: ScoreTableInput = {
      ...tiny,
      baseTotal: 110,
      sections: [
        { ...i, max: 55, title: 'Thực hiện nhiệm vụ chính trị' },
        { ...iii, code: '2a' },
        { code: '4', title: 'Mới', max: 10, rules: [{ rule: 'judged' }] },
      ],
    }
    const diff = diffTables(tiny, later)
    expect(diff.added.map(({ node }) => node.code)).toEqual(['4'])
    expect(diff.removed.map(({ node }) => node.code)).toEqual(['2'])
    expect(diff.head).toEqual(['baseTotal'])
    expect(diff.changed.map(({ newer, what }) => [newer.node.code, what])).toEqual([
      ['1', ['title', 'points']],
      ['2a', ['code']],
    ])
    const swapped = diffTables(tiny, { ...tiny, sections: [ii, i, iii] })
    expect(swapped.changed.every(({ what }) => what.includes('moved'))).toBe(true)
    expect(diffTables(tiny, tiny)).toEqual({ added: [], removed: [], changed: [], head: [] })
  })
})
