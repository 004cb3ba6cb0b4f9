import type { Translation } from '#platform/words.ts'
import type { vi } from './words.vi.ts'

const media = { pdf: 'PDF document', picture: 'Picture', office: 'Word, Excel or PowerPoint file' }
type Facts = Readonly<Record<string, string | number>>
const mediumOf = ({ medium = '' }: Facts) => (media as Readonly<Record<string, string>>)[medium] ?? String(medium)

export const en: Translation<typeof vi> = {
  title: 'Settings of evidence',
  intro: 'How large a file may be, and the addresses of which sites are taken. What was taken stays.',
  limits: 'Limits of size',
  medium: 'Kind of file',
  media,
  most: 'At most',
  megabytes: (count) => `${count} MB`,
  from: 'From',
  now: 'in force',
  ahead: 'to come',
  over: 'replaced',
  state: 'State',
  change: 'Set a new limit',
  megabytesLabel: 'At most, in MB',
  megabytesHelp: (most) => `From 1 to ${most}.`,
  save: 'Save the limit',
  hosts: 'Sites whose addresses are taken',
  hostsBody: 'Addresses of the site and of all below it. The system keeps the address and fetches nothing.',
  host: 'Site',
  hostExample: 'vtc.vn',
  name: 'Called',
  accepted: 'taken',
  ended: (day) => `not taken after ${day}`,
  end: 'Stop taking',
  accept: 'Take another site',
  doAccept: 'Take this site',
  wrongHost: 'Write the site as vtc.vn, without spaces.',
  deeds: {
    'evidence.limitKept': (f) => `set the limit of evidence: ${mediumOf(f)} ${f['megabytes']} MB`,
    'evidence.hostAccepted': (f) => `takes addresses of ${f['host']} as evidence`,
    'evidence.hostEnded': (f) => `takes no more addresses of ${f['host']} as evidence`,
  },
  violations: {
    dayIsOver: 'The day cannot lie before today.',
    hostGone: 'This site is not taken any more.',
  },
}
