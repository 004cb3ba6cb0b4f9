import type { FieldError } from '#platform/form.ts'
import { criterion, type CriterionInput } from '../table/criterion.ts'
import { wordsOf } from '../tables/table-content.ts'
import { omit, readJson, writeJson, type Loose } from './loose-json.ts'
import type { Typed } from './rule-draft.ts'
import { readAmount, writeAmount } from './typed-amount.ts'

const amounts = ['max', 'maxBonus', 'maxPenalty'] as const
const texts = ['column', 'assessor', 'measure'] as const
const wordings = ['title', 'evidence', 'note'] as const
const onForm: readonly string[] = ['code', 'children', 'rules', ...amounts, ...texts, ...wordings]

/** A node as its form shows it; what is rare stands as JSON in a box of its own. */
export function typeNode(node: CriterionInput): Typed {
  return {
    code: node.code,
    ...Object.fromEntries(amounts.map((key) => [key, writeAmount(node[key])])),
    ...Object.fromEntries(texts.map((key) => [key, node[key] ?? ''])),
    ...Object.fromEntries(wordings.map((key) => [key, wordsOf(node[key])])),
    rest: writeJson(omit({ ...node }, onForm)),
  }
}

/** English that stood beside the printed words stays with them. */
function wording(text: string, before: CriterionInput['title'] | undefined) {
  if (text === '') return undefined
  return typeof before === 'object' ? { ...before, vi: text } : text
}

function composed(typed: Typed, rest: Loose, before: CriterionInput): Loose {
  const text = (key: string) => typed[key]?.trim() ?? ''
  const node = {
    code: text('code'),
    ...Object.fromEntries(wordings.map((key) => [key, wording(text(key), before[key])])),
    ...Object.fromEntries(amounts.map((key) => [key, readAmount(text(key))])),
    ...Object.fromEntries(texts.map((key) => [key, text(key) || undefined])),
    ...rest,
    rules: before.rules,
    children: before.children,
  }
  return omit(node, [])
}

export type ReadNode = { ok: true; node: CriterionInput } | { ok: false; fields: readonly FieldError['field'][] }

/** The form back to a node with all that stands under it. */
export function readNode(typed: Typed, before: CriterionInput): ReadNode {
  const rest = readJson(typed['rest'] ?? '')
  if (rest === undefined) return { ok: false, fields: ['rest'] }
  const node = composed(typed, rest, before)
  const result = criterion.safeParse(node)
  if (result.success) return { ok: true, node: node as unknown as CriterionInput }
  const fields = result.error.issues.map(({ path: [first] }) => String(first ?? 'rest'))
  return { ok: false, fields: [...new Set(fields.map((field) => (onForm.includes(field) ? field : 'rest')))] }
}
