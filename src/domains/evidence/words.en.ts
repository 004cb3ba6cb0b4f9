import type { Translation } from '#platform/words.ts'
import type { vi } from './words.vi.ts'

export const en: Translation<typeof vi> = {
  heading: 'Evidence',
  intro: 'All evidence of the year in one place; one file may be cited for many reports, targets and activities.',
  media: { pdf: 'PDF document', picture: 'Picture', office: 'Office file', link: 'Link' },
  mediaShort: { pdf: 'PDF', picture: 'Image', office: 'Office', link: 'Link' },
  standings: { waiting: 'not yet judged', valid: 'valid', insufficient: 'more is asked for' },
  citedNone: 'No evidence yet.',
  addFor: 'Add evidence',
  chooseFor: 'Choose existing evidence',
  violations: {
    isWithdrawn: 'This piece was withdrawn and is cited no more.',
    subjectIsClosed: 'This is closed; no evidence is added or removed.',
  },
  deeds: {
    'evidence.cited': (f) => `cited evidence for ${f['subject']}`,
  },
}
