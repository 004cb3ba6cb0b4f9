import { z } from 'zod'
import { optionalDay, optionalLine } from '#platform/form.ts'
import { movementForms, movementLevels } from './movement.ts'
import { readPeriod, splitTitle, type Period } from './period.ts'

const chosen = () => z.preprocess((value) => (value === '' ? undefined : value), z.uuid().optional())

const text = (most: number) =>
  z
    .string()
    .default('')
    .transform((given) => given.trim())
    .pipe(z.string().max(most))

/** A period as people write it. */
const period = z
  .string()
  .default('')
  .transform((written, context) => {
    const read = readPeriod(written)
    if (read !== undefined) return read
    context.addIssue({ code: 'custom', message: '' })
    return z.NEVER
  })

/** What a movement's card holds, whether it is opened or corrected. */
export const movementFields = {
  form: z.enum(movementForms),
  level: z.enum(movementLevels),
  /** Whose own movement it is, at the level of a unit. */
  unit: chosen(),
  /** The movement of a higher level that it follows. */
  parent: chosen(),
  title: z
    .string()
    .transform((written) => written.replace(/\s+/gu, ' ').trim())
    .pipe(z.string().min(1).max(300)),
  slogan: optionalLine(300),
  content: text(4000),
  subjects: optionalLine(300),
  launcher: optionalLine(200),
  documentNumber: optionalLine(80),
  documentOn: optionalDay(),
  documentIssuer: optionalLine(200),
  period,
  chargeUnit: chosen(),
}

const fields = z.object(movementFields)
export type MovementFields = z.output<typeof fields>

const isUnknown = ({ fromOn, toOn }: Period) => fromOn === null && toOn === null

/** The columns of a movement; a period that stands in the title is taken from there when none was typed. */
export function movementColumns(input: MovementFields) {
  const split = splitTitle(input.title)
  const { byYears, fromOn, toOn } = isUnknown(input.period) ? (split.period ?? input.period) : input.period
  return {
    form: input.form,
    level: input.level,
    unit_id: input.level === 'unit' ? (input.unit ?? null) : null,
    parent_id: input.parent ?? null,
    title: split.title,
    slogan: input.slogan,
    content: input.content,
    subjects: input.subjects,
    launcher: input.launcher,
    document_number: input.documentNumber,
    document_on: input.documentOn ?? null,
    document_issuer: input.documentIssuer,
    by_years: byYears,
    from_on: fromOn,
    to_on: toOn,
    charge_unit_id: input.chargeUnit ?? null,
  }
}
