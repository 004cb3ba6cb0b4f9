import { z } from 'zod'
import type { ExchangeKind } from '../../../../db/types.ts'

export type { ExchangeKind }

type Shape = 'text' | 'day' | 'number'

/** Where a field may come from, by what the profile is of. The list is closed: nothing else leaves by this door. */
export const sources = {
  /** Nothing but what the public reads already, and no topic or place that a digest would not name. */
  opinions: {
    bloc: 'text',
    year: 'text',
    code: 'text',
    title: 'text',
    text: 'text',
    topic: 'text',
    place: 'text',
    received_on: 'day',
    answering_unit: 'text',
    answered_on: 'day',
    answer: 'text',
    address: 'text',
  },
  /** The figures of closed months, as they may be told. */
  opinion_counts: {
    bloc: 'text',
    year: 'text',
    from_on: 'day',
    to_on: 'day',
    breakdown: 'text',
    item: 'text',
    count: 'number',
    threshold: 'number',
  },
  digests: {
    bloc: 'text',
    year: 'text',
    kind: 'text',
    from_on: 'day',
    to_on: 'day',
    issuer: 'text',
    sign: 'text',
    signer: 'text',
    dated_on: 'day',
    text: 'text',
    sent_on: 'day',
    sha256: 'text',
  },
  deeds: {
    kind: 'text',
    document_name: 'text',
    document_number: 'text',
    document_on: 'day',
    document_issuer: 'text',
    effective_on: 'day',
    before: 'text',
    after: 'text',
  },
  results: {
    bloc: 'text',
    year: 'text',
    round: 'text',
    unit: 'text',
    total: 'number',
    bonus: 'number',
    penalty: 'number',
    max: 'number',
    percent: 'number',
    rank: 'number',
    class: 'text',
    titles: 'text',
    made_on: 'day',
    sha256: 'text',
  },
} as const satisfies Record<ExchangeKind, Readonly<Record<string, Shape>>>

/** One record with all that its kind knows: days as YYYY-MM-DD, numbers as decimal text, null where nothing is known. */
export type Known<Kind extends ExchangeKind> = Readonly<Record<keyof (typeof sources)[Kind], string | null>>

export const formats = ['text', 'iso_day', 'written_day', 'number'] as const
type Format = (typeof formats)[number]

const fitting: Readonly<Record<Shape, readonly Format[]>> = {
  text: ['text'],
  day: ['iso_day', 'written_day'],
  number: ['number', 'text'],
}

export const exchangeField = z.strictObject({
  /** The name in the file. */
  key: z
    .string()
    .regex(/^[A-Za-z_]\w*$/u)
    .max(60),
  label: z.string().trim().min(1).max(200),
  source: z.string(),
  format: z.enum(formats),
  required: z.boolean(),
})
export type ExchangeField = z.output<typeof exchangeField>

export interface Period {
  from: string
  to: string
}

export const shapeOf = (kind: ExchangeKind, source: string): Shape | undefined =>
  new Map<string, Shape>(Object.entries(sources[kind])).get(source)

export const fitsShape = (shape: Shape, format: Format) => fitting[shape].includes(format)

const dayPattern = { iso_day: /^\d{4}-\d{2}-\d{2}$/u, written_day: /^\d{2}\/\d{2}\/\d{4}$/u } as const

function valueSchema({ format }: ExchangeField) {
  if (format === 'number') return z.number()
  return format === 'text' ? z.string().min(1) : z.string().regex(dayPattern[format])
}

/** What one line of a file must be: a file whose head says that something is missing does not keep to it. */
export const lineSchema = (fields: readonly ExchangeField[]) =>
  z.strictObject(
    Object.fromEntries(
      fields.map((field) => {
        const schema = valueSchema(field).meta({ title: field.label })
        return [field.key, field.required ? schema : schema.nullable()]
      }),
    ),
  )

export type Value = string | number | null
export type Line = Readonly<Record<string, Value>>

function valueOf(known: string | null, format: Format): Value {
  const text = known?.trim() ?? ''
  if (text === '') return null
  if (format === 'number') return Number(text)
  return format === 'written_day' ? text.split('-').toReversed().join('/') : text
}

/** Records as the fields of a profile ask for them. */
export const linesOf = (
  records: readonly Readonly<Record<string, string | null>>[],
  fields: readonly ExchangeField[],
): Line[] =>
  records.map((record) =>
    Object.fromEntries(fields.map(({ key, source, format }) => [key, valueOf(record[source] ?? null, format)])),
  )

/** A field that must be there, and the lines (from 1) in which it is not. */
export interface Missing {
  field: ExchangeField
  lines: readonly number[]
}

export function missingIn(lines: readonly Line[], fields: readonly ExchangeField[]): Missing[] {
  const required = fields.filter((field) => field.required)
  return required
    .map((field) => ({
      field,
      lines: lines.flatMap((line, index) => (line[field.key] === null ? [index + 1] : [])),
    }))
    .filter((missing) => missing.lines.length > 0)
}
