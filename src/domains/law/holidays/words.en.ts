import type { vi } from './words.vi.ts'

export const en: typeof vi = {
  title: 'Public holidays and days worked in exchange',
  intro:
    'Working days in time limits and score tables are counted by this. Saturdays and Sundays are always off, except days worked in exchange.',
  open: 'Public holidays',
  year: 'Year',
  count: (shown) => `${shown} days`,
  none: 'No day of this year yet',
  noneBody: 'Enter them from the year’s announcement; until then every day from Monday to Friday is a working day.',
  day: 'Day',
  kind: 'Kind',
  kinds: { off: 'off', worked: 'worked' },
  name: 'Occasion',
  nameExample: 'Giỗ Tổ Hùng Vương',
  source: 'Source',
  confirmed: 'verified',
  unconfirmed: 'not verified',
  add: 'Add or correct a day',
  save: 'Save',
  remove: (day) => `Remove ${day}`,
  confirm: (year) => `Verify the days of ${year}`,
  confirmSource: 'Compared with which announcement',
  confirmApart: 'Someone else must verify the days that you entered.',
  deeds: {
    'holiday.kept': 'set a holiday',
    'holiday.removed': 'removed a holiday',
    'holiday.confirmed': 'verified the holidays of a year',
  },
  violations: {
    notWeekend: 'Only a Saturday or Sunday is worked in exchange.',
    isWeekend: 'This day is a Saturday or Sunday, which is off anyway.',
    gone: 'This day is no longer in the list.',
    noneToConfirm: 'No day of this year waits to be verified.',
  },
}
