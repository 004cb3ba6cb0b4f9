import { extname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { runApart } from '#platform/run-apart.ts'
import { guardZip, type ZipFault } from '#platform/zip-guard.ts'
import { headingsOf } from './headings.ts'
import { letterOf, mostRows, type RawRow, type SheetPlan } from './sheet.ts'
import type { WorkbookAnswer, WorkbookJob } from './workbook-child.ts'

/** Beside this module, in source (.ts, run by Node itself) as in the bundle (.js). */
const childPath = fileURLToPath(new URL(`./workbook-child${extname(import.meta.url)}`, import.meta.url))

export const mostWorkbookBytes = 8 * 1024 * 1024
export const bounds = { timeoutMs: 30_000, memoryMegabytes: 256 }

/** Why a file gives no rows: the key of a sentence in this folder's words, and what it tells. */
export interface WorkbookRefusal {
  ok: false
  reason: string
  values: Readonly<Record<string, string | number>>
}

export interface ReadWorkbook {
  ok: true
  rows: RawRow[]
  /** Headings that the template does not know; their columns were not read. */
  unknown: string[]
}

export const refuse = (reason: string, values: WorkbookRefusal['values'] = {}): WorkbookRefusal => ({
  ok: false,
  reason,
  values,
})

const zipReasons: Readonly<Record<ZipFault, string>> = {
  damaged: 'damaged',
  encrypted: 'encrypted',
  too_many_entries: 'unsafe',
  bad_name: 'unsafe',
  too_large: 'unsafe',
}

const beginsWith = (bytes: Uint8Array, sign: readonly number[]) => sign.every((byte, index) => bytes[index] === byte)
const isZip = (bytes: Uint8Array) => beginsWith(bytes, [0x50, 0x4b])
/** Old .xls files, and new ones under a password. */
const isCompound = (bytes: Uint8Array) => beginsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])

function refusalOfKind(bytes: Uint8Array): WorkbookRefusal | undefined {
  if (bytes.length === 0) return refuse('empty')
  if (bytes.length > mostWorkbookBytes) return refuse('tooLarge', { most: mostWorkbookBytes / 1024 / 1024 })
  if (isCompound(bytes)) return refuse('oldOrLocked')
  return isZip(bytes) ? undefined : refuse('notAWorkbook')
}

/** What is said before any library opens the file. */
export function refusalOfBytes(bytes: Uint8Array): WorkbookRefusal | undefined {
  const kind = refusalOfKind(bytes)
  if (kind !== undefined) return kind
  const verdict = guardZip(bytes)
  if (!verdict.ok) return refuse(zipReasons[verdict.reason])
  if (verdict.names.some((name) => /vbaProject/iu.test(name))) return refuse('macros')
  return verdict.names.includes('xl/workbook.xml') ? undefined : refuse('notAWorkbook')
}

type Answered = Extract<WorkbookAnswer, { ok: true }>

function missingOf(plan: SheetPlan, missing: readonly number[]): WorkbookRefusal {
  const named = missing.map((index) => `${letterOf(index)} “${plan.columns[index]?.heading.vi ?? ''}”`)
  return refuse('headings', { columns: named.join(', ') })
}

function chosenSheet({ sheets, stamp }: Answered, plan: SheetPlan): ReadWorkbook | WorkbookRefusal {
  const [key] = stamp
  if (key !== undefined && key !== plan.key) return refuse('otherTemplate', { title: plan.title.vi })
  const fitting = sheets.filter(({ missing }) => missing.length === 0)
  if (fitting.length > 1) return refuse('twoSheets')
  const [sheet] = fitting
  if (sheet === undefined) return missingOf(plan, sheets[0]?.missing ?? plan.columns.map((_column, index) => index))
  if (sheet.tooMany) return refuse('tooManyRows', { most: mostRows })
  return { ok: true, rows: sheet.rows, unknown: sheet.unknown }
}

/** The rows below the headings of a plan, as they stand in an .xlsx; parsed in a process of its own. */
export async function readWorkbook(plan: SheetPlan, bytes: Uint8Array): Promise<ReadWorkbook | WorkbookRefusal> {
  const refused = refusalOfBytes(bytes)
  if (refused !== undefined) return refused
  const job: WorkbookJob = { bytes, headings: headingsOf(plan), mostRows }
  const answer = await runApart<WorkbookAnswer>(childPath, job, bounds)
  if (answer === 'stopped') return refuse('tooSlow')
  return answer.ok ? chosenSheet(answer, plan) : refuse('damaged')
}
