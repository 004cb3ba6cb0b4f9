import { attempt, refusal } from '#platform/attempt.ts'
import type { FieldError, FormState } from '#platform/form.ts'
import type { Locale } from '#platform/words.ts'
import { words as leavingWords } from './leaving/words.ts'
import { words as linkedWords } from './linked/words.ts'
import { words as passkeyWords } from './passkeys/words.ts'
import { words as recoveryWords } from './recovery/words.ts'
import { words as factorWords } from './second-factor/words.ts'
import { words } from './words.ts'

export const ruleWords = {
  identity: words,
  leaving: leavingWords,
  linked: linkedWords,
  passkeys: passkeyWords,
  recovery: recoveryWords,
  secondFactor: factorWords,
}

/** At which field of a form a refusal is mended; all others belong to the form as a whole. */
const fields: Readonly<Record<string, string>> = {
  'identity.wrongPassword': 'present',
  'identity.tooManyTries': 'present',
  'identity.passwordsDiffer': 'again',
  'identity.passwordTooShort': 'password',
  'identity.passwordTooLong': 'password',
  'identity.passwordPattern': 'password',
  'identity.passwordCommon': 'password',
  'identity.passwordOwnName': 'password',
}

/** Waits for a command; a refusal that one field can mend comes back as that field's fault. */
export async function faultOf(command: Promise<unknown>, locale: Locale): Promise<FieldError | null> {
  const result = await attempt(command)
  if (result.ok) return null
  const field = fields[result.violation.key]
  if (field === undefined) throw result.violation
  return { field, message: refusal(words(locale).violations, result.violation) }
}

/** An invitation's faults in sentences that say what would be right. */
export function inviteFaults<Form extends FormState>(form: Form, locale: Locale): Form {
  const right: Readonly<Record<string, string>> = words(locale).invite.right
  return { ...form, errors: form.errors.map(({ field, message }) => ({ field, message: right[field] ?? message })) }
}
