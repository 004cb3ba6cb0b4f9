import type { ClauseSection } from './agreement.ts'
import type { CanonicalAgreement } from './canonical-text.ts'

const period = ({ from, to }: { from: string; to: string }) => [from, to].filter((year) => year !== '').join('–')

/** The clauses of a fixed text as lines, section by section in the order of the paper. */
export const textSections = (agreement: CanonicalAgreement): Readonly<Record<ClauseSection, readonly string[]>> => ({
  legal_basis: agreement.legalBases,
  opening: agreement.opening === '' ? [] : [agreement.opening],
  commitment: agreement.commitments,
  movement: agreement.movements.map((movement) => `${movement.title} ${period(movement)}`.trim()),
  target: agreement.targets.map(({ text, plan, measure, unit }) =>
    [text, `${plan} ${measure}`.trim(), unit].filter((part) => part !== '').join(', '),
  ),
  title: agreement.titles.map(({ text, unit }) => (unit === '' ? text : `${unit}: ${text}`)),
  organisation: agreement.organisation,
})
