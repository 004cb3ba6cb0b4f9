import type { Translation } from '#platform/words.ts'
import type { vi } from './words.vi.ts'

const codes = {
  'movement-registration': 'Joining a thematic movement, from its launch',
  'yearly-registration': 'Registering for the year, at the latest',
  'provincial-flag-years': 'A movement for the provincial flag lasts at least',
  'government-flag-years': 'A movement for the government’s flag lasts at least',
  'conference-quorum': 'A bloc’s conference is valid when those with a vote who are there make up at least',
  'news-retention': 'News of the portal stay public, from their publication',
  'opinion-answer': 'Answer to a petition or proposal, in working days from the day it was passed on',
}

const ruleOf = ({ rule = '' }: Readonly<Record<string, string | number>>) =>
  (codes as Readonly<Record<string, string>>)[rule] ?? String(rule)

export const en: Translation<typeof vi> = {
  title: 'Deadlines and thresholds of the law',
  intro:
    'Days, days of the year and years that texts ask for, by the day from which they hold. When a text changes, add a new line from its day; the old one stays for what is past.',
  open: 'Deadlines of the law',
  rule: 'Rule',
  codes,
  value: 'Value',
  values: {
    days: (value) => `${value} days`,
    years: (value) => `${value} years`,
    day_of_year: (day) => `on ${day}`,
    share: (value) => `${value} of all`,
  },
  valueHelp: 'A number of days or years; a day of the year as day/month, such as 15/3; a share as 2/3.',
  textName: 'By the text',
  textExample: 'Law 06/2022/QH15, article 26',
  from: 'In force from',
  to: 'Ended after',
  fromHelp: 'What happens from this day on goes by the new value.',
  unknown: 'unknown',
  none: 'No rules yet',
  source: 'Source',
  state: 'Verified',
  confirmed: 'verified',
  unconfirmed: 'not verified',
  add: 'Add a new value',
  save: 'Save',
  confirm: 'Verify',
  confirmSource: 'Compared with which source',
  waiting: 'Waiting to be verified',
  confirmApart: 'Somebody else has to verify it: you entered this line.',
  remove: 'Remove this line',
  deeds: {
    'law.ruleAdded': (f) => `added a value of the law, ${ruleOf(f)}: ${f['value']}`,
    'law.ruleConfirmed': (f) => `verified a value of the law, ${ruleOf(f)}`,
    'law.ruleRemoved': (f) => `removed an unverified value of the law, ${ruleOf(f)}`,
  },
  violations: {
    notAValue: 'Not a value: whole days or years from 1 on, a day of the year such as 15/3, or a share such as 2/3.',
    taken: (values) => `This rule has a line from ${values['from']} already.`,
    endsBeforeItBegins: 'The last day comes before the first. Look at both again.',
    isConfirmed: 'This line is verified already.',
  },
}
