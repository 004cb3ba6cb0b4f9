import { withoutMarks } from '#platform/fold.ts'
import { faultsHeading, type SheetPlan } from './sheet.ts'

/** A heading as it is compared: tone marks, letter case, stars and spaces aside. */
export const foldHeading = (text: string) =>
  withoutMarks(text)
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()

const foldsOf = ({ vi, en }: { vi: string; en: string }) => [foldHeading(vi), foldHeading(en)]

/** For every column the headings by which it is known. */
export const headingsOf = (plan: SheetPlan) => plan.columns.map(({ heading }) => foldsOf(heading))

const ownFaults = foldsOf(faultsHeading)

export interface HeadingVerdict {
  /** Columns of the template that are not in their place. */
  missing: number[]
  /** Headings that the template does not know, which are not read. */
  unknown: string[]
}

/** Columns are known by their place; the row of headings says whether they still stand there. */
export function compareHeadings(known: readonly (readonly string[])[], found: readonly string[]): HeadingVerdict {
  const folded = found.map(foldHeading)
  const missing = known.flatMap((names, index) => (names.includes(folded[index] ?? '') ? [] : [index]))
  const all = new Set([...known.flat(), ...ownFaults, ''])
  return { missing, unknown: found.filter((_heading, index) => !all.has(folded[index] ?? '')) }
}
