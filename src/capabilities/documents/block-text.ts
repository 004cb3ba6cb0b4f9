import type { Clause, Run, Text } from './paper.ts'

/** A text as runs, whichever way it was given. */
export function runsOf(text: Text): readonly Run[] {
  return typeof text === 'string' ? [{ text }] : text
}

/** Căn cứ: each closed by ";" and the last by ".". */
export function closedBases(lines: readonly string[]): string[] {
  return lines.map((line, index) => line.replace(/[\s;,.]+$/u, '') + (index === lines.length - 1 ? '.' : ';'))
}

export type FlatClause = { number: string; text: readonly Run[] }

/** Clauses and what hangs under them, in the order in which they are printed. */
export function flatClauses(clauses: readonly Clause[]): FlatClause[] {
  return clauses.flatMap(({ number, text, clauses: inner }) => [
    { number, text: runsOf(text) },
    ...flatClauses(inner ?? []),
  ])
}
