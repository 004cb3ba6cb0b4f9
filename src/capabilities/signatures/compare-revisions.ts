export { TooComplex } from './difference/change.ts'
export type { Change } from './difference/change.ts'
export { compareRevisions } from './difference/compare-revisions.ts'
