import { kinds } from './kinds.en.ts'
import type { Translation } from '#platform/words.ts'
import type { vi } from './words.vi.ts'

export const en: Translation<typeof vi> = {
  tasks: 'To do',
  waiting: (count) => `${count} waiting`,
  nothing: 'Nothing is waiting',
  nothingBody: 'Papers to sign, mandates to confirm and reports to send will appear here with their deadlines.',
  noYear: 'You are not part of any bloc yet',
  noYearBody: 'When your unit is a member of a bloc, the road of the year appears here.',
  closed: 'Done',
  closedNone: 'Nothing is done yet',
  closedOn: (moment) => `done at ${moment}`,
  groups: {
    late: 'Overdue',
    today: 'Due today',
    week: 'In the next seven days',
    later: 'Later',
    undated: 'Without a deadline',
  },
  groupOf: (name, count) => `${name}: ${count}`,
  filterGroup: 'Deadline',
  filterBloc: 'Bloc',
  noneChosen: 'Nothing like that is waiting',
  told: {
    leader: (day) => `The unit’s leader was told on ${day}.`,
    head: (day) => `The head of the bloc was told on ${day}.`,
    authority: (day) => `The authority was told on ${day}.`,
  },
  toldAt: 'Told at',
  backToOpen: 'Waiting',
  read: 'Seen',
  readTask: (title) => `Seen: ${title}`,
  year: (bloc, label) => `${bloc}, ${label}`,
  dueOn: (day) => `Due ${day}.`,
  what: 'Task',
  bloc: 'Bloc',
  when: 'Done at',
  unknown: 'Something is waiting',
  open: 'Open',
  kinds,
  violations: {
    mustBeDone: 'This is only done by doing it; it cannot be put aside.',
  },
}
