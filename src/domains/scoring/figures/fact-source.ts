import type { ReportFrequency } from '../../../../db/types.ts'
import type { BlocYearRow } from '#domains/blocs/queries.ts'
import type { Locale } from '#platform/words.ts'
import type { FactKind, ScoreTable } from '../table/score-table.ts'
import type { Sheet } from '../sheets/sheet.ts'

/** Where a fact of a table comes from, as its `from` says. */
export type FactFrom =
  /** Typed on the sheet; so are awards, and all that says nothing. */
  | { readonly from: 'typed' }
  | { readonly from: 'target'; readonly code: string; readonly part: 'value' | 'planned' | 'assigned' }
  /** The report log; of one frequency, or of all. */
  | { readonly from: 'reports'; readonly kind: ReportFrequency | undefined }
  /** How many reports of a kind were sent, late or are missing: a fact that targets posted. */
  | { readonly from: 'posted'; readonly key: string }
  | { readonly from: 'log'; readonly kind: string; readonly number: string | undefined }
  /** Pieces cited on the sheet with this verdict; for one criterion, or for all. */
  | {
      readonly from: 'evidence'
      readonly verdict: 'valid' | 'insufficient' | 'cited'
      readonly code: string | undefined
    }

const target = /^target\.(?<code>.+?)(?:\.(?<part>planned|assigned))?$/u
const reports = /^reports?(?:\.(?<kind>month|quarter|half_year|year))?$/u
const posted = /^report\.(?:month|quarter|half_year|year)\.(?:sent|late|missing)$/u
const log = /^log\.(?<kind>[^.]+)(?:\.(?<number>[^.]+))?$/u
const evidence = /^evidence\.(?<verdict>valid|insufficient|cited)(?:\.(?<code>.+))?$/u

const readers: readonly ((from: string) => FactFrom | undefined)[] = [
  (from) => (posted.test(from) ? { from: 'posted', key: from } : undefined),
  (from) => {
    const found = reports.exec(from)?.groups
    return found && { from: 'reports', kind: found['kind'] as ReportFrequency | undefined }
  },
  (from) => {
    const { code, part = 'value' } = target.exec(from)?.groups ?? {}
    return code === undefined ? undefined : { from: 'target', code, part: part as 'value' }
  },
  (from) => {
    const { kind, number } = log.exec(from)?.groups ?? {}
    return kind === undefined ? undefined : { from: 'log', kind, number }
  },
  (from) => {
    const { verdict, code } = evidence.exec(from)?.groups ?? {}
    return verdict === undefined ? undefined : { from: 'evidence', verdict: verdict as 'valid', code }
  },
]

/** A report log that does not say where it comes from is the year's own. */
export function fromOf({ from = '', type }: Pick<FactKind, 'from' | 'type'>): FactFrom {
  for (const read of readers) {
    const found = read(from)
    if (found !== undefined) return found
  }
  return type === 'reports' && from === '' ? { from: 'reports', kind: undefined } : { from: 'typed' }
}

/** What says so, to be told in the reader's language. */
export type FactSource =
  | {
      readonly from: 'target'
      readonly code: string
      readonly name: string
      readonly part: 'value' | 'planned' | 'assigned'
    }
  | { readonly from: 'report'; readonly code: string; readonly period: string; readonly verified: boolean }
  | { readonly from: 'reports' | 'posted' | 'evidence' }
  | { readonly from: 'log'; readonly name: string }
  | { readonly from: 'typed'; readonly by: string; readonly note: string; readonly verified: boolean }

/** What is known of a fact; an absent value is missing. Shapes of values are those of score facts. */
export interface GatheredFact {
  readonly value: unknown
  readonly assigned: boolean
  readonly verified: boolean
  readonly source: FactSource
  /** Where it may be read, for those links that every reader of the sheet may follow. */
  readonly path?: string | undefined
}

/** By unit, then by the key of the fact. */
export type FactsByUnit = Map<string, Map<string, GatheredFact>>

/** For whom facts are gathered. */
export interface Gathering {
  year: BlocYearRow
  table: ScoreTable
  sheets: readonly Pick<Sheet, 'id' | 'unit_id'>[]
  /** The day on which a report that was not sent is known to be missing. */
  today: string
  locale: Locale
}

export type Put = (unit: string, key: string, fact: GatheredFact) => void

interface Wanted<From extends FactFrom['from']> {
  key: string
  from: Extract<FactFrom, { from: From }>
}

/** The facts of a table that come from one place. */
export const wantedFrom = <From extends FactFrom['from']>(table: ScoreTable, from: From): Wanted<From>[] =>
  Object.entries(table.facts).flatMap(([key, kind]) => {
    const read = fromOf(kind)
    return read.from === from ? [{ key, from: read as Wanted<From>['from'] }] : []
  })
