import type { Translation } from '#platform/words.ts'
import type { vi } from './words.vi.ts'

export const en: Translation<typeof vi> = {
  title: 'Dates in the agreement',
  under: 'Read in the clauses on how it is carried out. Each enters the calendar only when the head confirms it.',
  none: 'No date is left to confirm',
  noneBody: 'What was confirmed is in the calendar of the year.',
  calendar: 'Open the calendar',
  read: (words) => `“${words}”`,
  clause: 'Clause',
  days: 'Days',
  name: 'Name in the calendar',
  reading: 'It means',
  before: (day) => `Until the end of ${day} (before the day in the clause)`,
  named: (day) => `Until the end of ${day} (the day in the clause counts)`,
  notADeadline: 'No deadline, leave it out',
  first: (day, count) => (count === 1 ? day : `${day}, and ${count - 1} later ones alike`),
  audience: 'For',
  audiences: { members: 'All member units', head: 'The head of the bloc' },
  asksTask: 'Make it a task, with reminders',
  confirm: 'Confirm this date',
  actions: {
    'agreement.dateConfirmed': 'put a date of the agreement into the calendar',
    'agreement.dateSetAside': 'set aside a date read in the agreement',
  },
  violations: {
    notSigned: 'Not all have signed the agreement yet; no date enters the calendar.',
    decided: 'This was decided already, or is no longer in the clause.',
  },
}
