import { createHash } from 'node:crypto'
import { PassThrough, Readable, type Writable } from 'node:stream'
import canonicalize from 'canonicalize'
import { workbookMediaType } from '#capabilities/spreadsheets/write-workbook.ts'
import { dayOf } from '#platform/clock.ts'
import { demand, found } from '#platform/errors.ts'
import { idParam } from '#platform/param.ts'
import { actorOf, get, type Route, type WebContext } from '#platform/web.ts'
import { seesSheet } from '../access.ts'
import { tablesOfRound } from '../rounds/queries.ts'
import { readRound } from '../rounds/read-round.ts'
import { isOpenToMembers } from '../rounds/round.ts'
import { gatherFigures, gatherScores, type Scores } from '../sheets/gather-scores.ts'
import { readSheet } from '../sheets/read-sheet.ts'
import type { Origin } from './about-sheet.ts'
import { scoreWorkbookPaths } from './paths.ts'
import { words } from './words.ts'
import { writeBlocWorkbook, writeUnitWorkbook, type ScoreWorkbook } from './write-score-workbook.ts'

const hashOf = (content: unknown) =>
  createHash('sha256')
    .update(canonicalize(content) ?? '')
    .digest('hex')

interface Record {
  readonly id: string
  readonly version: string
  readonly round: string
}

/** What the workbook was made of, told in its properties and on its last sheet. */
function originOf(c: WebContext, { ready, facts }: Scores, { id, version, round }: Record): Origin {
  const t = words(c.var.locale).origin
  return {
    heading: t.heading,
    rows: [
      [t.round, round],
      [t.table, `${ready.table.code}, ${ready.table.version}`],
      [t.record, `${id} (${version})`],
      [t.tableHash, hashOf(ready.table)],
      [t.factsHash, hashOf(facts)],
      [t.madeAt, c.var.now.toISOString()],
    ],
  }
}

const bookOf = (c: WebContext, scores: Scores, record: Record): ScoreWorkbook => ({
  ready: scores.ready,
  facts: scores.facts,
  result: scores.result,
  locale: c.var.locale,
  origin: originOf(c, scores, record),
  by: actorOf(c).name,
  now: c.var.now,
})

/** Sent while it is written. */
function sent(name: string, write: (stream: Writable) => Promise<void>): Response {
  const stream = new PassThrough()
  write(stream).catch((error: unknown) => stream.destroy(error instanceof Error ? error : new Error(String(error))))
  return new Response(Readable.toWeb(stream) as ReadableStream<Uint8Array>, {
    headers: {
      'content-type': workbookMediaType,
      'content-disposition': `attachment; filename="${name}.xlsx"`,
      'cache-control': 'no-store',
    },
  })
}

/** A unit's sheet: whoever may see it may take it along. */
async function downloadSheet(c: WebContext) {
  const { sheet, round } = await readSheet(c)
  const { db, locale, now } = c.var
  const stage = isOpenToMembers(round.state) ? 'authority' : 'self'
  const scores = await gatherFigures(db, sheet, { stage, today: dayOf(now), locale })
  const book = bookOf(c, scores, { id: sheet.id, version: sheet.version_id, round: round.name })
  return sent('phieu-diem', (stream) => writeUnitWorkbook(book, sheet.unit_id, stream))
}

/** All sheets of one table, once all members may see all sheets. */
async function downloadBloc(c: WebContext) {
  const { year, round } = await readRound(c)
  const { db, locale, now } = c.var
  const version = idParam(c, 'table')
  found((await tablesOfRound(db, round.id)).find((table) => table.version_id === version))
  demand(isOpenToMembers(round.state) && seesSheet(actorOf(c), { blocYear: year.id, unit: '', state: round.state }))
  const scores = await gatherScores(db, { round, version, stage: 'authority', today: dayOf(now), locale })
  const book = bookOf(c, scores, { id: round.id, version, round: round.name })
  return sent('bang-diem', (stream) => writeBlocWorkbook(book, stream))
}

export const workbookRoutes: readonly Route[] = [
  get(scoreWorkbookPaths.unit(':bloc', ':year', ':round', ':unit', ':table'), 'signed-in', downloadSheet),
  get(scoreWorkbookPaths.bloc(':bloc', ':year', ':round', ':table'), 'signed-in', downloadBloc),
]
