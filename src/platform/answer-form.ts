import type { z } from 'zod'
import { attempt, refusalOf, type RuleWords } from './attempt.ts'
import { readForm, type FormState } from './form.ts'
import type { WebContext } from './web.ts'

/** A form that came back from a command: a rule said no to it as a whole. */
export interface ReturnedForm extends FormState {
  refused?: string
}

interface Posting<Schema extends z.ZodType> {
  schema: Schema
  /** Runs the command; answers with where to go, or with a page that must be shown at once. */
  run: (value: z.output<Schema>, files: ReadonlyMap<string, File>) => Promise<string | Response>
  /** The page of the form once more. */
  again: (form: ReturnedForm) => Response | Promise<Response>
  words: RuleWords
}

/** The walk of every posted form: faults and refusals come back on the same page (422), success leads on (303). */
export async function answerForm<Schema extends z.ZodType>(
  c: WebContext,
  { schema, run, again, words }: Posting<Schema>,
): Promise<Response> {
  const form = await readForm(c, schema)
  if (!form.ok) {
    c.status(422)
    return again(form)
  }
  const result = await attempt(run(form.value, form.files))
  if (result.ok) return typeof result.value === 'string' ? c.redirect(result.value, 303) : result.value
  c.status(422)
  return again({ typed: form.typed, errors: [], refused: refusalOf(result.violation, words, c.var.locale) })
}
