import { day } from '#platform/form.ts'
import { factTypes, scoreTable, type FactKind, type ScoreTableInput } from '../table/score-table.ts'
import { wordsOf } from '../tables/table-content.ts'
import { readDays, typeDays } from './head-days.ts'
import { omit, type Loose } from './loose-json.ts'
import type { Typed } from './rule-draft.ts'
import { readAmount, writeAmount } from './typed-amount.ts'

const spareFacts = 3

const factFields = ['key', 'label', 'type', 'measure', 'from'] as const

function typeFacts({ facts = {} }: ScoreTableInput): Typed {
  const fields = Object.entries(facts).flatMap(([key, fact], index) => {
    const { measure = '', from = '' } = fact
    const row = { key, label: wordsOf(fact.label), type: fact.type, measure, from }
    return [...factFields.map((field) => [`fact.${index}.${field}`, row[field]]), [`fact.${index}.was`, key]]
  })
  return Object.fromEntries(fields)
}

/** A table's general data as their form shows them. */
export function typeHead(table: ScoreTableInput): Typed {
  const { validFrom = '', validTo = '', allowExceed = '', assessors, rounding, ranking } = scoreTable.parse(table)
  return {
    title: wordsOf(table.title),
    code: table.code,
    version: table.version,
    validFrom,
    validTo,
    source: wordsOf(table.source?.text),
    baseTotal: writeAmount(table.baseTotal),
    allowExceed,
    leaf: String(rounding.leaf ?? ''),
    total: String(rounding.total ?? ''),
    rankBy: ranking.by,
    assessors: Object.entries(assessors)
      .map(([code, name]) => `${code} = ${wordsOf(name)}`)
      .join('\n'),
    ...typeDays(table),
    ...typeFacts(table),
  }
}

export const factRows = (given: Typed) =>
  Object.keys(given).filter((name) => /^fact\.\d+\.key$/u.test(name)).length + spareFacts

function readFacts(typed: Typed, before: Readonly<Record<string, FactKind>>): Record<string, FactKind> {
  const rows = Object.keys(typed).flatMap((name) => /^fact\.(?<row>\d+)\.key$/u.exec(name)?.groups?.['row'] ?? [])
  const facts = rows.flatMap((row) => {
    const text = (field: string) => typed[`fact.${row}.${field}`]?.trim() ?? ''
    const old = before[text('was')]
    const type = factTypes.find((each) => each === text('type')) ?? 'number'
    const said = {
      label: text('label') || text('key'),
      type,
      measure: text('measure') || undefined,
      from: text('from') || undefined,
    }
    return text('key') === '' ? [] : [[text('key'), omit({ ...old, ...said }, []) as unknown as FactKind] as const]
  })
  return Object.fromEntries(facts)
}

function readAssessors(text: string): Record<string, string> {
  const lines = text.split('\n').flatMap((line) => {
    const [code = '', ...name] = line.split('=')
    return code.trim() === '' ? [] : [[code.trim(), name.join('=').trim() || code.trim()] as const]
  })
  return Object.fromEntries(lines)
}

/** Chosen none: not rounded there. */
const placesOf = (text: string) => (text === '' ? null : Number(text))

/** What is no day stays as typed: the table’s own check says so. */
const dayTyped = (text: string) => (text === '' ? undefined : (day().safeParse(text).data ?? text))

/** The form back to the table, whose tree stays as it is. */
export function readHead(typed: Typed, table: ScoreTableInput): ScoreTableInput {
  const text = (key: string) => typed[key]?.trim() ?? ''
  const source = text('source') === '' ? undefined : { ...table.source, text: text('source') }
  const head: Loose = {
    ...table,
    title: typeof table.title === 'object' ? { ...table.title, vi: text('title') } : text('title'),
    code: text('code'),
    version: text('version'),
    validFrom: dayTyped(text('validFrom')),
    validTo: dayTyped(text('validTo')),
    source,
    baseTotal: readAmount(text('baseTotal')),
    allowExceed: text('allowExceed') || undefined,
    rounding: { ...table.rounding, leaf: placesOf(text('leaf')), total: placesOf(text('total')) },
    ranking: { ...table.ranking, by: text('rankBy') },
    assessors: readAssessors(text('assessors')),
    ...readDays(typed),
    facts: readFacts(typed, table.facts ?? {}),
  }
  return omit(head, []) as unknown as ScoreTableInput
}
