import { makeGrid } from '#capabilities/spreadsheets/read-grid.ts'
import { sealStamp } from '#capabilities/spreadsheets/stamp.ts'
import { yearById } from '#domains/blocs/queries.ts'
import { nameOn } from '#domains/units/queries.ts'
import type { Actor } from '#platform/actor.ts'
import type { Db } from '#platform/database/database.ts'
import { demand, RuleViolation } from '#platform/errors.ts'
import type { Locale } from '#platform/words.ts'
import type { Period } from '../periods/period.ts'
import { mayReportFor } from '../reporting/access.ts'
import { reporterOf } from '../reporting/queries.ts'
import { reportRows } from './queries.ts'
import { reportSheet, type ReportRow, type ReportTold } from './report-sheet.ts'
import type { StampContent } from './stamp.ts'

interface Asked {
  period: Period
  unit: string
}

interface Env {
  now: Date
  locale: Locale
  tenant: string
  secretKey: string
  /** The period and moments as people say them. */
  told: Pick<ReportTold, 'period' | 'dueOn' | 'madeAt'>
}

const stampOf = (rows: readonly ReportRow[], { period, unit }: Asked, { tenant, now }: Env): StampContent => ({
  tenant,
  blocYear: period.bloc_year_id,
  period: period.id,
  unit,
  madeAt: now.toISOString(),
  rows: rows
    .filter(({ isTyped }) => isTyped)
    .map(({ target, version, value, note }) => [target.code, target.id, version, value, note]),
})

/** The report of a unit and period as it stands, as a workbook to be filled in off line. */
export async function writeReportWorkbook(db: Db, actor: Actor, asked: Asked, env: Env): Promise<Uint8Array> {
  const { period, unit } = asked
  demand(mayReportFor(actor, await reporterOf(db, period, unit)))
  const rows = await reportRows(db, period, unit)
  if (!rows.some(({ isTyped }) => isTyped)) throw new RuleViolation('workbook.nothingToFill')
  const name = await nameOn(db, unit, period.ends_on)
  const year = await yearById(db, period.bloc_year_id)
  const told = { ...env.told, unit: name.full_name, bloc: `${year.bloc.short_name} ${year.label}` }
  const stamp = sealStamp(stampOf(rows, asked, env), env.secretKey)
  return makeGrid(reportSheet(rows, told, stamp, env.locale), env.locale)
}
