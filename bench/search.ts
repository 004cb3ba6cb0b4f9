import { randomBytes, randomUUID } from 'node:crypto'
import { performance } from 'node:perf_hooks'
import { sql } from 'kysely'
import type { Pool } from 'pg'
import { findEntries, type Search } from '../src/capabilities/search/find-entries.ts'
import { putEntries } from '../src/capabilities/search/keep-index.ts'
import { openDatabase, openPool, type Db } from '../src/platform/database/database.ts'
import { tenantUrl } from '../src/platform/database/tenant-role.ts'
import { createTenant } from '../src/platform/database/tenants.ts'
import { openTestServer } from '../test/server.ts'
import { printMeasures, quantile, type Measure } from './report.ts'

const records = 200_000
const blocs = 60
const batch = 4000
const rounds = 12

const actions = [
  'Kế hoạch phát động',
  'Báo cáo kết quả',
  'Biên bản họp về',
  'Thông báo về',
  'Tờ trình về',
  'Minh chứng về',
  'Công văn đôn đốc',
  'Hội nghị triển khai',
  'Sơ kết',
  'Tổng kết',
  'Danh sách tham gia',
  'Ảnh về',
  'Tin về',
  'Hướng dẫn',
  'Đăng ký',
]
const things = [
  'phong trào thi đua yêu nước',
  'gia đình năm không, ba sạch',
  'Quỹ Vì người nghèo',
  'mái ấm công đoàn',
  'xóa nhà tạm',
  'hiến máu nhân đạo',
  'nuôi cá nước lợ',
  'chấm điểm thi đua',
  'bàn giao khối trưởng',
  'Mùa hè xanh',
  'hòa giải ở cơ sở',
  'phản biện xã hội',
  'tiếp xúc cử tri',
  'đường hoa nông thôn mới',
  'tổ tiết kiệm vay vốn',
  'người cao tuổi',
  'văn nghệ quần chúng',
  'bữa cơm công đoàn',
  'sổ tay đảng viên',
  'chợ quê an toàn',
  'trồng cây chắn sóng',
  'đỡ đầu trẻ mồ côi',
  'tuyên truyền bầu cử',
  'phòng chống bão lụt',
  'nhà tình nghĩa',
  'kỹ năng số',
  'thu gom rác thải',
  'bảo hiểm y tế',
  'vườn ao chuồng',
  'sân chơi thiếu nhi',
  'tín dụng chính sách',
  'tọa đàm chi đoàn',
  'học bổng vượt khó',
  'cựu chiến binh gương mẫu',
  'phụ nữ khởi nghiệp',
]
const syllables = (
  'an bình châu dương giang hà hải hòa hưng khánh kim lâm lộc long minh mỹ nam nghĩa ngọc phong phú phúc quang sơn tân ' +
  'thạch thanh thành thịnh thọ thuận tiến trung trường vân việt vinh xuân yên'
).split(' ')
const sayings = [
  'các đơn vị trong khối thi đua cùng thực hiện',
  'vận động nhân dân đoàn kết xây dựng nông thôn mới',
  'tổ chức sơ kết, tổng kết và khen thưởng kịp thời',
  'trồng cây xanh, làm sạch bãi biển và đường làng',
  'trao nhà đại đoàn kết cho hộ nghèo của xã',
  'tuyên truyền, phổ biến pháp luật cho hội viên',
  'giám sát và phản biện xã hội dự thảo nghị quyết',
  'khám bệnh, cấp thuốc miễn phí cho người cao tuổi',
  'hòa giải ở cơ sở, giữ gìn trật tự và an toàn',
  'tập huấn kỹ năng số cho cán bộ cơ sở',
  'phòng chống bão lụt, cứu nạn và khắc phục hậu quả',
  'gặp mặt người có uy tín trong đồng bào dân tộc',
]

/** The same texts in every run. */
function newDice(): (sides: number) => number {
  let state = 20_230_220
  return (sides) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * sides)
  }
}

const kinds = ['evidence', 'logEntry', 'activity', 'reportNote', 'target', 'clause']

function documentsFrom(first: number, dice: (sides: number) => number) {
  const pick = (all: readonly string[]) => all[dice(all.length)] ?? ''
  return Array.from({ length: batch }, (_none, index) => {
    const number = first + index
    const body = Array.from({ length: 2 + dice(4) }, () => pick(sayings)).join('; ')
    return {
      subject: randomUUID(),
      kind: pick(kinds),
      title: `${pick(actions)} ${pick(things)} ở xã ${pick(syllables)} ${pick(syllables)}, số ${number}/2023/BC-MTTQ`,
      body: `${body}. Thôn thứ ${dice(3000)}, hộ ông Trần Văn ${dice(20_000)}.`,
      day: `2023-${String(dice(12) + 1).padStart(2, '0')}-15`,
      path: `/${number}`,
      audience: dice(20) === 0 ? ['signed-in'] : ['authority', `member:${number % blocs}`],
    }
  })
}

async function fill(db: Db): Promise<void> {
  const dice = newDice()
  for (let first = 0; first < records; first += batch) {
    await db.transaction().execute((tx) => putEntries(tx, 'bench', documentsFrom(first, dice)))
  }
}

interface Index {
  name: string
  definition: string
}

/** A table without its indexes takes all records at once; how an installation grows is not what is measured. */
async function withoutIndexes(owner: Pool, schema: string, work: () => Promise<void>): Promise<void> {
  const { rows } = await owner.query<Index>(
    `select indexname as name, indexdef as definition from pg_indexes
     where schemaname = $1 and tablename = 'search_entry' and indexdef like '% gin %'`,
    [schema],
  )
  for (const { name } of rows) await owner.query(`drop index ${schema}.${name}`)
  await work()
  const found = `set search_path to ${schema}, extensions`
  for (const { definition } of rows) await owner.query(`${found}; ${definition}`)
}

const member = ['signed-in', 'member:7']
const authority = ['signed-in', 'authority']
const ccb = new Map([['ccb', [['cuu', 'chien', 'binh']]]])

/** What people ask, by the share of records that hold it. */
const asked: Readonly<Record<string, (turn: number) => Search>> = {
  'a number, all records': (turn) => ({ text: `${turn * 997 + 11}/2023/BC`, audience: authority }),
  'rare words, all records': (turn) => ({ text: `thôn thứ ${turn * 31}`, audience: authority }),
  'common words of the title, all records': () => ({ text: 'phong trào thi đua', audience: authority }),
  'common words without marks, all records': () => ({ text: 'khoi thi dua', audience: authority }),
  'the same, of one bloc': () => ({ text: 'khoi thi dua', audience: member }),
  'the third page of one kind': () => ({
    text: 'nong thon moi',
    audience: authority,
    kind: 'evidence',
    page: 3,
    size: 20,
  }),
  initials: () => ({ text: 'CCB gương mẫu', audience: authority, expansions: ccb }),
  'slips of the finger': (turn) => ({ text: `hiến máuu ${syllables[turn % 40] ?? ''}`, audience: authority }),
  'one year and a period': () => ({
    text: 'giám sát',
    audience: authority,
    year: 2023,
    from: '2023-03-01',
    to: '2023-04-30',
  }),
}

async function timeAll(db: Db): Promise<Measure[]> {
  const every: number[] = []
  const measures: Measure[] = []
  for (const [what, search] of Object.entries(asked)) {
    const times: number[] = []
    for (let turn = 0; turn <= rounds; turn += 1) {
      const start = performance.now()
      await findEntries(db, search(turn))
      // The first opens the tables.
      if (turn > 0) times.push(performance.now() - start)
    }
    every.push(...times)
    measures.push({ what, value: quantile(times, 0.5), unit: 'ms, median' })
  }
  const bar = { at: 80, side: 'most' } as const
  return [...measures, { what: 'the mix of them all, p95', value: quantile(every, 0.95), unit: 'ms', bar }]
}

/** 200,000 records in one index, asked as officials ask. */
export async function benchSearch(): Promise<void> {
  const server = await openTestServer()
  const slug = `search_${randomBytes(4).toString('hex')}`
  const secretKey = randomBytes(16).toString('hex')
  const url = new URL(server.url)
  url.pathname = slug
  const ignore = { max: 3, onError: () => {} }
  const admin = openPool(server.url, ignore)
  await admin.query(`create database ${slug}`)
  const owner = openPool(url.href, ignore)
  await createTenant(
    owner,
    { slug, name: 'Tỉnh đo', hosts: [] },
    { sqlRoot: new URL('../db/', import.meta.url), secretKey },
  )
  const db = openDatabase(openPool(tenantUrl(url.href, slug, secretKey), ignore))
  await withoutIndexes(owner, `t_${slug}`, () => fill(db))
  await owner.query(`vacuum analyze t_${slug}.search_entry`)
  const { rows } = await sql<{ mb: number }>`
    select (pg_total_relation_size('search_entry') / 1e6)::float8 as mb`.execute(db)
  const measures = await timeAll(db)
  printMeasures(`search in ${records} records`, [
    ...measures,
    { what: 'the index on disk', value: rows[0]?.mb ?? 0, unit: 'MB' },
  ])
  await db.destroy()
  await owner.end()
  await admin.query(`drop database ${slug} with (force)`)
  await admin.query(`drop role t_${slug}`)
  await admin.end()
  await server.stop()
}
