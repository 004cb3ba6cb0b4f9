import type { z } from 'zod'
import { withoutMarks } from '#platform/fold.ts'
import type { CriterionInput } from '../table/criterion.ts'
import { scoringRule } from '../table/rule.ts'
import type { ScoreTableInput } from '../table/score-table.ts'
import { matchedCode } from '../engine/criterion-code.ts'
import { getAt, omit, readJson, setAt, writeJson, type Loose } from './loose-json.ts'
import { readField, vietnameseOf, writeField } from './rule-field.ts'
import { everyField, type RuleField, type RuleForm } from './rule-form.ts'

export type RuleInput = z.input<typeof scoringRule>
export type Typed = Readonly<Record<string, string>>
type Rows = NonNullable<RuleForm['rows']>

/** The fields of a kind, then those of every rule that it does not have itself. */
function fieldsOf({ fields }: RuleForm): RuleField[] {
  const own = new Set(fields.map(({ key }) => key))
  return [...fields, ...everyField.filter(({ key }) => !own.has(key))]
}

const spareRows = 3

/** How many rows the form shows: those that are there, and some to fill in. */
export function rowsShown({ key }: Rows, typed: Typed): number {
  const rows = Object.keys(typed).flatMap((name) => (name.startsWith(`${key}.`) ? [Number(name.split('.')[1])] : []))
  return Math.min(60, Math.max(-1, ...rows.filter((row) => Number.isInteger(row))) + 1 + spareRows)
}

function typeRows({ key, columns }: Rows, loose: Loose): Record<string, string> {
  const rows = Array.isArray(loose[key]) ? (loose[key] as Loose[]) : []
  const own = columns.map((column) => column.key)
  const typed = rows.flatMap((row, index) => [
    ...columns.map((column) => [`${key}.${index}.${column.key}`, writeField(column, row[column.key])]),
    [`${key}.${index}.rest`, writeJson(omit(row, own))],
  ])
  return Object.fromEntries(typed)
}

/** A rule as its form shows it. */
export function typeRule(form: RuleForm, rule: RuleInput | undefined): Typed {
  const loose = (rule ?? { rule: form.kind, ...form.begins }) as Loose
  const fields = fieldsOf(form)
  const known = ['rule', form.rows?.key ?? '', ...fields.map(({ key }) => key.split('.')[0] ?? '')]
  return {
    ...Object.fromEntries(fields.map((field) => [field.key, writeField(field, getAt(loose, field.key))])),
    ...(form.rows && typeRows(form.rows, loose)),
    rest: writeJson(omit(loose, known)),
  }
}

function readRow(columns: readonly RuleField[], typed: Typed, at: string): Loose[] {
  const read = columns.map((column) => [column.key, readField(column, typed[`${at}.${column.key}`] ?? '')] as const)
  const filled = read.filter(([, value]) => value !== undefined)
  return filled.length === 0 ? [] : [{ ...readJson(typed[`${at}.rest`] ?? ''), ...Object.fromEntries(filled) }]
}

const readRows = (rows: Rows, typed: Typed) =>
  Array.from({ length: rowsShown(rows, typed) }, (_none, index) => index).flatMap((index) =>
    readRow(rows.columns, typed, `${rows.key}.${index}`),
  )

const formulasOf = ({ fields }: RuleForm) => fields.filter(({ kind, isOwn }) => kind === 'formula' && isOwn !== false)

/** Under which key a rule finds a figure that nobody named: by the criterion's code, and the field where it has several. */
function usualKey(node: CriterionInput, key: string, isOneOfSeveral: boolean): string {
  const name = `tc_${withoutMarks(matchedCode(node.code)).replaceAll(/[^a-z0-9]+/gu, '_')}`
  return isOneOfSeveral ? `${name}_${key.toLowerCase()}` : name
}

/** English that a table carries beside the printed words stays when those are edited. */
const withEnglish = (value: unknown, before: unknown) =>
  typeof before === 'object' && before !== null && 'en' in before ? { ...before, vi: value } : value

interface Editing {
  node: CriterionInput
  before?: RuleInput | undefined
}

function readFields(form: RuleForm, typed: Typed, before: Loose): Loose {
  const rule: Loose = {}
  for (const field of fieldsOf(form)) {
    const value = readField(field, typed[field.key] ?? '')
    if (value === undefined) continue
    setAt(rule, field.key, field.kind === 'words' ? withEnglish(value, getAt(before, field.key)) : value)
  }
  return rule
}

function rowsOf({ rows }: RuleForm, typed: Typed): Loose {
  if (rows === undefined) return {}
  const read = readRows(rows, typed)
  return read.length > 0 || rows.isNeeded !== false ? { [rows.key]: read } : {}
}

function composed(form: RuleForm, typed: Typed, rest: Loose, { node, before = { rule: 'judged' } }: Editing): Loose {
  const rule = { rule: form.kind, ...rest, ...readFields(form, typed, before), ...rowsOf(form, typed) }
  const formulas = formulasOf(form)
  const usual = formulas.map(({ key }) => [key, usualKey(node, key, formulas.length > 1)])
  return { ...Object.fromEntries(usual), ...rule }
}

export type ReadRule = { ok: true; rule: RuleInput } | { ok: false; fields: readonly string[] }

/** Where a fault is shown: at its own field, at the first of the rows, else at the box of JSON. */
function fieldOfFault(path: string, form: RuleForm, typed: Typed): string {
  if (path in typed || fieldsOf(form).some(({ key }) => key === path)) return path
  const { rows } = form
  return rows !== undefined && path.startsWith(rows.key) ? `${rows.key}.0.${rows.columns.at(-1)?.key ?? ''}` : 'rest'
}

/** The form back to a rule; what its schema refuses is told by its field. */
export function readRule(form: RuleForm, typed: Typed, editing: Editing): ReadRule {
  const rest = readJson(typed['rest'] ?? '')
  if (rest === undefined) return { ok: false, fields: ['rest'] }
  const rule = composed(form, typed, rest, editing)
  const result = scoringRule.safeParse(rule)
  if (result.success) return { ok: true, rule: rule as RuleInput }
  const fields = result.error.issues.map(({ path }) => fieldOfFault(path.join('.'), form, typed))
  return { ok: false, fields: [...new Set(fields)] }
}

const bareKey = /^[a-z_][a-z0-9_]*(?:\.[a-z_][a-z0-9_]*)*$/iu

/** Facts that a rule names for the first time are entered in the table's list, under the criterion's title. */
export function withFacts(table: ScoreTableInput, { form, rule, node }: NewRule): ScoreTableInput {
  const known = new Set([table.facts, table.derived, table.constants].flatMap((list) => Object.keys(list ?? {})))
  const formulas = formulasOf(form)
  const added = formulas.flatMap(({ key, label, fact = 'number' as const }) => {
    const value = getAt(rule, key)
    if (typeof value !== 'string' || !bareKey.test(value) || known.has(value)) return []
    const title = vietnameseOf(node.title)
    const said = formulas.length > 1 ? `${title}: ${label.vi}` : title
    return [[value, { label: said, type: fact, ...(node.measure && { measure: node.measure }) }] as const]
  })
  return added.length === 0 ? table : { ...table, facts: { ...table.facts, ...Object.fromEntries(added) } }
}

interface NewRule {
  form: RuleForm
  rule: RuleInput
  node: CriterionInput
}
