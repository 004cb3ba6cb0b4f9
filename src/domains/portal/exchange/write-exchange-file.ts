import { writeList } from '#capabilities/spreadsheets/write-list.ts'
import { canonicalJson } from '#platform/canonical-json.ts'
import { exchangeSheet, type ExchangeHead } from './exchange-sheet.ts'
import type { Gathered } from './gather-lines.ts'

export const fileForms = ['json', 'xlsx'] as const
export type FileForm = (typeof fileForms)[number]

function writeJson({ edition, period, madeAt, tenant }: ExchangeHead, { lines, missing }: Gathered): Uint8Array {
  const head = {
    profile: edition.code,
    name: edition.name,
    receiver: edition.receiver,
    edition: edition.edition,
    verified: edition.verified_at !== null,
    period,
    made_at: madeAt.toISOString(),
    tenant,
    count: lines.length,
    missing: missing.map(({ field, lines: at }) => ({ field: field.key, lines: at })),
  }
  return new TextEncoder().encode(canonicalJson({ ...head, lines }))
}

/** The bytes that are handed on: RFC 8785 JSON in UTF-8, or a workbook without formulas. */
export const writeExchangeFile = async (form: FileForm, head: ExchangeHead, gathered: Gathered): Promise<Uint8Array> =>
  form === 'json' ? writeJson(head, gathered) : writeList(exchangeSheet(head, gathered))
