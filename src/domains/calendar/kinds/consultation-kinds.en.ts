import type { Translation } from '#platform/words.ts'
import type { consultationKinds as vi } from './consultation-kinds.vi.ts'

export const consultationKinds: Translation<typeof vi> = {
  'consultation.comment': {
    title: (f) => `Comment on “${f['title']}”`,
    detail: (_f) => 'Officers draft comments article by article; the leader of the unit sends them.',
    action: 'Comment',
  },
  'consultation.member': {
    title: (f) => `Comment on “${f['title']}” in your own name`,
    detail: (_f) => 'What you write is sent at once.',
    action: 'Comment',
  },
  'consultation.check': {
    title: (f) => `Look at the public’s comments on “${f['title']}”`,
    detail: (_f) => 'Show them, or hide them with a reason; until then they are not shown.',
    action: 'Look at them',
  },
  'consultation.decide': {
    title: (f) => `Consolidate the comments on “${f['title']}” and publish the outcome`,
    detail: (_f) => 'Decide on each with its reason; another person publishes.',
    action: 'Open the table',
  },
  'supervision.report': {
    title: (f) => `Write down what came of “${f['title']}”`,
    detail: (f) => `Planned for ${f['day']}; note the day, the conclusion, the recommendations.`,
    action: 'Open the file',
  },
  'supervision.follow': {
    title: (f) => `See to the answer of ${f['addressee']}`,
    detail: (f) => `Recommended after “${f['title']}”; record the paper and what was taken up.`,
    action: 'Open the file',
  },
}
