import type { Translation } from '#platform/words.ts'
import type { vi } from './words.vi.ts'

export const en: Translation<typeof vi> = {
  title: 'Reminders and overdue work',
  under: 'For the whole province, from the next reminder on. Times are Vietnam’s.',
  saved: 'The rules are saved.',
  save: 'Save the rules',
  remind: 'Reminders',
  remindDays: 'How many days before a deadline',
  remindDaysHelp: 'Several, with commas between; 0 is the day itself.',
  tasksOpenBefore: 'How many days before its day a deadline becomes a task',
  quiet: 'Hours without mail',
  quietHelp: 'Notices still appear in the system, mails wait. The same time twice means no such hours.',
  quietFrom: 'From',
  quietTo: 'Until',
  digestAt: 'Time of the digest',
  escalation: 'Telling of overdue work',
  escalationHelp: 'Each is told once of a task.',
  leaderAfter: 'The unit’s leader after (days)',
  headAfter: 'The head of the bloc after (days)',
  authorityAfter: 'The authority after (days)',
  keeping: 'How long things are kept',
  noticesKeptDays: 'Notices (days)',
  mailsKeptDays: 'Log of mails (days)',
  timeExample: '21:00',
  actions: {
    'reminders.rulesChanged': 'changed the rules of reminders',
  },
  violations: {
    stepsOutOfOrder: 'The head is told no sooner than the unit’s leader, the authority no sooner than the head.',
  },
}
