import { z } from 'zod'
import type { ReturnedForm } from '#platform/answer-form.ts'
import { Conflict } from '#platform/errors.ts'
import type { FieldError } from '#platform/form.ts'
import type { WebContext } from '#platform/web.ts'

/** A form that holds whatever its page asks; `edition` is the one that was on screen. */
export const editingForm = z.object({ edition: z.coerce.number().int().positive() }).catchall(z.string())

export const textsOf = ({ edition: _edition, ...typed }: z.output<typeof editingForm>): Record<string, string> => typed

/** Runs a write; who was slower than somebody else is told by `again`, with what was typed still there. */
export async function tellConflict(
  c: WebContext,
  write: () => Promise<string>,
  again: (who: string) => Response | Promise<Response>,
): Promise<string | Response> {
  try {
    return await write()
  } catch (error) {
    if (!(error instanceof Conflict)) throw error
    c.status(409)
    return again(error.theirs)
  }
}

/** Sent back with what was typed and a sentence at each wrong field. */
export function wrongForm(c: WebContext, typed: Record<string, string>, errors: readonly FieldError[]): ReturnedForm {
  c.status(422)
  return { typed, errors }
}
