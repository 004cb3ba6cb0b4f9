import { z } from 'zod'
import { day, optionalLine } from '#platform/form.ts'
import { movementContexts } from './kept-draft.ts'

const rowId = z.string().regex(/^[rv]\d{1,6}$/)

const year = z
  .string()
  .trim()
  .regex(/^(\d{4})?$/)
  .transform((text) => (text === '' ? null : Number(text)))

/** A line that stays as it was when it is not sent. */
const sentOrNot = (most: number) =>
  z
    .string()
    .transform((text) => text.replace(/\s+/gu, ' ').trim())
    .pipe(z.string().max(most))
    .optional()

/** A button of the form besides saving: `add.movements`, `remove.commitments.r2`, `take.4.0` (doubt, offer). */
const act = z
  .string()
  .regex(/^(?:add\.(?:commitments|movements)|remove\.(?:commitments|movements)\.[rv]\d{1,6}|take\.\d{1,4}\.\d)$/)

export const correctionFields = z.object({
  /** The version that was on screen when the person began to type. */
  version: z.coerce.number().int().positive(),
  act: act.optional(),
  theme: sentOrNot(500),
  place: sentOrNot(100),
  signing_date: z.preprocess((text) => (text === '' ? null : text), day().nullable().optional()),
  witness: sentOrNot(300),
  commitments: z.record(rowId, z.string().trim().max(5000)).default({}),
  movements: z
    .record(rowId, z.object({ title: optionalLine(), from: year, to: year, context: z.enum(movementContexts) }))
    .default({}),
})

export type CorrectionFields = z.output<typeof correctionFields>

type Tree = Record<string, unknown>

function plant(tree: Tree, [name = '', ...rest]: readonly string[], value: unknown): Tree {
  const below = Object.hasOwn(tree, name) ? (tree[name] as Tree) : {}
  const grown = rest.length === 0 ? value : plant(below, rest, value)
  // Defines the name even where it is `__proto__`.
  return Object.fromEntries([...Object.entries(tree), [name, grown]])
}

/** `movements.r1.title` of a form becomes `{ movements: { r1: { title } } }`; only lists have rows. */
function nested(typed: unknown): Tree {
  return Object.entries(typed as Tree).reduce<Tree>((tree, [name, value]) => plant(tree, name.split('.'), value), {})
}

export const correctionForm = z.preprocess(nested, correctionFields)
