import { z } from 'zod'
import type { WebContext } from './web.ts'
import { formWords } from './form-words.ts'
import type { Locale } from './words.ts'

export interface FieldError {
  field: string
  message: string
}

/** A form that came back: what was typed stays, and each fault stands at its field. */
export interface FormState {
  typed: Readonly<Record<string, string>>
  errors: readonly FieldError[]
}

export const emptyForm: FormState = { typed: {}, errors: [] }

export type FormResult<Value> =
  | ({ ok: true; value: Value; files: ReadonlyMap<string, File> } & { typed: FormState['typed'] })
  | ({ ok: false } & FormState)

/** A line of text: NFC, trimmed, one space between words. */
export const line = (most = 300) =>
  z
    .string()
    .transform((text) => text.replace(/\s+/gu, ' ').trim())
    .pipe(z.string().min(1).max(most))

export const optionalLine = (most = 300) =>
  z
    .string()
    .default('')
    .transform((text) => text.replace(/\s+/gu, ' ').trim())
    .pipe(z.string().max(most))

export const paragraph = (most = 20_000) =>
  z
    .string()
    .transform((text) => text.trim())
    .pipe(z.string().min(1).max(most))

const writtenDay = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/

/** A day typed as 23/02/2023 or picked as 2023-02-23. */
export const day = () =>
  z
    .string()
    .transform((text) => {
      const written = writtenDay.exec(text.trim())
      return written
        ? `${written[3] ?? ''}-${(written[2] ?? '').padStart(2, '0')}-${(written[1] ?? '').padStart(2, '0')}`
        : text.trim()
    })
    .pipe(z.iso.date())

export const optionalDay = () => z.preprocess((text) => (text === '' ? undefined : text), day().optional())

/** A box that was ticked. */
export const ticked = () => z.preprocess((value) => value === 'yes' || value === 'on' || value === 'true', z.boolean())

const ruleOf: Partial<Record<string, (issue: z.core.$ZodIssue, locale: Locale) => string>> = {
  too_small: (_issue, locale) => formWords(locale).required,
  too_big: (issue, locale) => formWords(locale).tooLong('maximum' in issue ? String(issue.maximum) : ''),
  invalid_type: (_issue, locale) => formWords(locale).required,
  invalid_format: (issue, locale) =>
    'format' in issue && issue.format === 'date' ? formWords(locale).notADay : formWords(locale).notRight,
}

/** Of an empty field only that is worth saying, whatever it should have held. */
function messageOf(issue: z.core.$ZodIssue, typed: string | undefined, locale: Locale): string {
  if (issue.code === 'custom' && issue.message !== '') return formWords(locale).own(issue.message)
  if (typed?.trim() === '') return formWords(locale).required
  return ruleOf[issue.code]?.(issue, locale) ?? formWords(locale).notRight
}

/** What a schema refuses, in sentences; `typed` is what stood in each field, as text. */
export function faultsOf(error: z.ZodError, typed: FormState['typed'], locale: Locale): FieldError[] {
  return error.issues.map((issue) => {
    const field = issue.path.join('.')
    return { field, message: messageOf(issue, typed[field], locale) }
  })
}

/** A body that is no form, or only half of one, is a form in which nothing was typed. */
export async function sentForm(c: WebContext): Promise<FormData> {
  return c.req.formData().catch((error: unknown) => {
    if (error instanceof TypeError) return new FormData()
    throw error
  })
}

/** PostgreSQL keeps no such character, and nobody types it. */
const withoutNul = (text: string) => text.replaceAll('\0', '')

/** Reads a posted form into a command's input. All text becomes NFC here, at the door. */
export async function readForm<Schema extends z.ZodType>(
  c: WebContext,
  schema: Schema,
): Promise<FormResult<z.output<Schema>>> {
  const typed: Record<string, string> = {}
  const files = new Map<string, File>()
  for (const [name, value] of (await sentForm(c)).entries()) {
    if (typeof value === 'string') typed[name] = withoutNul(value).normalize('NFC').replaceAll('\r\n', '\n')
    else if (value.size > 0) files.set(name, value)
  }
  const result = schema.safeParse(typed)
  if (result.success) return { ok: true, value: result.data, typed, files }
  return { ok: false, typed, errors: faultsOf(result.error, typed, c.var.locale) }
}
