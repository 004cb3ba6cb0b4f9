import type { ListToWrite } from '#capabilities/spreadsheets/write-list.ts'
import type { Gathered } from './gather-lines.ts'
import type { Period } from './profile.ts'
import type { Edition } from './queries.ts'
import { words } from './words.ts'

/** What stands at the head of every file, whatever its form. */
export interface ExchangeHead {
  edition: Edition
  period: Period
  madeAt: Date
  tenant: string
}

/** The same lines as the JSON file has, with the head in the first row; the file goes out in Vietnamese. */
export function exchangeSheet({ edition, period, madeAt, tenant }: ExchangeHead, gathered: Gathered): ListToWrite {
  const t = words('vi')
  const written = (day: string) => day.split('-').toReversed().join('/')
  const missing = gathered.missing.map(({ field, lines }) => t.missingLine(field.label, lines.join(', ')))
  const head = [
    t.fileHead(edition.name, String(edition.edition), edition.receiver),
    edition.verified_at === null ? t.unverified : t.verified,
    t.span(written(period.from), written(period.to)),
    tenant,
    madeAt.toISOString(),
    ...missing,
  ]
  return {
    title: edition.code.slice(0, 31),
    heading: head.join(' · '),
    columns: edition.fields.map(({ label, format }) => ({
      heading: label,
      width: format === 'text' ? 32 : 14,
      ...(format === 'number' && { kind: 'number' as const }),
    })),
    rows: gathered.lines.map((line) => edition.fields.map(({ key }) => line[key] ?? null)),
  }
}
