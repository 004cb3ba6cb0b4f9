import type { Translation } from '#platform/words.ts'
import type { vi } from './words.vi.ts'

export const en: Translation<typeof vi> = {
  product: 'Giao Ước',
  page: (title: string) => `${title} · Giao Ước`,
  nav: {
    home: 'Home',
    lookUp: 'Look up a unit',
    check: 'Check a paper',
    help: 'Help',
    tasks: 'To do',
    year: 'The year',
    yearHome: 'The road of the year',
    agreement: 'Agreement',
    readings: 'Read an article',
    shared: 'Shared',
    blocs: 'Blocs and clusters',
    blocsShort: 'Blocs',
    units: 'Units',
    deeds: 'Reorganisation',
    mandates: 'Mandates',
    law: 'Legal texts',
    log: 'Log',
    signingKey: 'My signature',
    administration: 'Administration',
    people: 'People',
    intake: 'Lists from Excel',
    account: 'Account',
    bloc: 'Bloc or cluster',
    yearOf: (label: string) => `Year ${label}`,
  },
  search: 'Find a unit…',
  noMandate: 'no mandate yet',
  leaving: {
    units: 'Roles in units',
    mandates: 'Mandates, with their certificates',
    mandate: (post: string, unit: string) => `${post}, for ${unit}`,
    secretary: 'Secretary of blocs; the head is told to name another',
    ofYear: (bloc: string, year: string) => `${bloc}, ${year}`,
    tasks: 'What waits',
    waiting: (count: number) => `${count} go on to the unit, or are closed where they only told something`,
    places: 'Places that will stand vacant',
    place: (title: string, unit: string) => `“${title}”: ${unit}`,
  },
  errors: {
    notFound: 'This page is not here',
    notFoundBody: 'The address may have changed, or its content is gone. Check the address, or go to the home page.',
    forbidden: 'This is not yours to do',
    forbiddenBody:
      'The page opens for those in charge of it. If you need it, ask your unit’s leader or the administrator.',
    rule: 'This cannot be done yet',
    tooLarge: 'What was sent is too large',
    tooLargeBody:
      'At most 20 MB at a time. Nothing was saved. Go back: what you typed is still on the page before; choose a smaller file and send again.',
    conflict: 'Someone was quicker',
    conflictBody: 'Below is the newest saved text. What you typed is still on the page before.',
    failed: 'The server is in trouble',
    failedBody:
      'What you did was not saved. Try again in a few minutes; if it stays so, tell the administrator this number.',
    outage: 'The server can keep nothing for the moment',
    outageBody: {
      full: 'The disk of the server is full: what you did was not saved, not even in part. What you typed is still on the page before. Tell the administrator, and send it again once there is room.',
      readOnly:
        'The disk of the server cannot be written: what you did was not saved, not even in part. What you typed is still on the page before. Tell the administrator.',
      database:
        'The database is away for a moment. What you typed is still on the page before: in a few minutes, look whether it was saved before you do it again.',
    },
    requestId: (id: string) => `Request: ${id}`,
    back: 'Back to the page before',
    goHome: 'To the home page',
    unnamedRule: 'A rule of the bloc forbids it.',
  },
}
