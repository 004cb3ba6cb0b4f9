import { RuleViolation } from '#platform/errors.ts'
import { SigningError } from '../signing/signing-error.ts'

/** What keeps a signature out of a paper, told to the person who signs. */
export async function sayingWhy<Result>(step: Promise<Result>): Promise<Result> {
  try {
    return await step
  } catch (error) {
    if (!(error instanceof SigningError)) throw error
    const isAboutTime = error.problem.startsWith('timestamp.')
    throw new RuleViolation(isAboutTime ? 'signatures.noTimestamp' : 'signatures.refused', { problem: error.problem })
  }
}
