import type { Translation } from '#platform/words.ts'
import type { vi } from './words.vi.ts'

export const en: Translation<typeof vi> = {
  title: 'Calendar on your phone or computer',
  body: 'Make an address of your own and add it to your calendar (Google, Outlook, iPhone): every deadline then appears by itself. Whoever has the address reads titles and days; there are no figures. If it gets out, make another: the old one stops at once.',
  made: 'It is shown once; copy it now:',
  since: (day) => `There is an address, made on ${day}.`,
  make: 'Make an address',
  renew: 'Make another address',
  end: 'Remove the address',
  name: 'Giao Ước',
  actions: {
    'calendar.feedIssued': 'made a private calendar address',
    'calendar.feedEnded': 'removed the private calendar address',
  },
}
