import type { Locale } from '#platform/words.ts'
import { words } from './words.ts'

/** A character the font does not have, and where: the path into the input and the words around it. */
export type MissingGlyph = { character: string; codePoint: string; path: string; excerpt: string }

export type RenderProblem =
  | { kind: 'missingGlyph'; missing: MissingGlyph[] }
  | { kind: 'tooLarge'; length: number; limit: number }
  | { kind: 'stampTooSmall' }
  | { kind: 'badInput'; detail: string }
  | { kind: 'timedOut'; seconds: number }
  | { kind: 'childDied' }
  | { kind: 'closed' }
  | { kind: 'failed'; detail: string }

export class RenderError extends Error {
  readonly problem: RenderProblem

  constructor(problem: RenderProblem) {
    super(describeProblem(problem, 'en'))
    this.name = 'RenderError'
    this.problem = problem
  }
}

/** The problem as a sentence without its full stop. */
export function describeProblem(problem: RenderProblem, locale: Locale): string {
  const t = words(locale).problem
  if (problem.kind === 'missingGlyph') return t.missingGlyph(problem.missing.map(named).join(', '))
  if (problem.kind === 'badInput') return t.badInput(problem.detail)
  if (problem.kind === 'timedOut') return t.timedOut(problem.seconds)
  return t[problem.kind]
}

function named({ character, codePoint }: MissingGlyph): string {
  return `“${character}” (${codePoint})`
}
