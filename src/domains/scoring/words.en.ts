import type { Translation } from '#platform/words.ts'
import type { vi } from './words.vi.ts'

export const en: Translation<typeof vi> = {
  scoring: 'Scoring',
  states: {
    preparing: 'being prepared',
    self_scoring: 'self-scoring',
    cross_scoring: 'cross-scoring',
    verifying: 'verification',
    provisional: 'provisional result',
    final: 'final result',
  },
  stages: { self: 'self-score', cross: 'cross-score', bloc: 'score of the bloc', authority: 'appraisal' },
  sheetStates: {
    open: 'being scored',
    submitted: 'sent',
    returned: 'returned',
    verified: 'verified by the bloc',
    agreed: 'agreed',
    missing: 'no sheet sent',
  },
  steps: {
    submitted: 'Sheet sent',
    returned: 'Sheet returned',
    verified: 'Sheet verified',
    agreed: 'Points agreed',
    reopened: 'Sheet reopened',
  },
  standings: {
    scored: 'has points',
    missing: 'a fact is missing',
    not_marked: 'not scored yet',
    no_tier: 'no tier matches',
    asks: 'a person must decide',
    not_assigned: 'not assigned',
    exempt: 'exempt',
  },
  points: 'points',
}
