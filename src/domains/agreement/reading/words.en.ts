import type { Translation } from '#platform/words.ts'
import type { vi } from './words.vi.ts'

export const en: Translation<typeof vi> = {
  kindLabel: 'Kind of text',
  kind: {
    signing: 'signing of an agreement',
    year_end_review: 'year-end review without a signing',
    handover: 'handover of the head’s office without a signing',
    other: 'not about the agreement of a bloc',
  },
  bloc: 'Bloc',
  place: 'Place',
  year: 'Year of the agreement',
  signingDate: 'Signed on',
  published: 'Published on',
  memberCount: 'Number of members stated',
  members: 'Members',
  head: 'Head',
  deputy: 'Deputy',
  guests: 'Bodies attending',
  witness: 'Witness',
  theme: 'Theme',
  movements: 'Movements',
  context: { promised: 'promised', reviewed: 'looked back on' },
  commitments: 'Commitments',
  notSaid: 'not said',
  doubts: 'To be checked',
  noDoubts: 'Nothing to be checked',
}
