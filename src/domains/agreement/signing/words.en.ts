import type { Translation } from '#platform/words.ts'
import type { vi } from './words.vi.ts'

export const en: Translation<typeof vi> = {
  vacant: (units) => `The mandate to sign ended before signing: ${units}`,
  vacantBody:
    'The person named in the text cannot sign any more. Once the unit has a new signer, the head opens a new version to be signed.',
  vacantMayFollow:
    'The person named in the text cannot sign any more. The text lets a successor sign: once the successor’s mandate is confirmed, that person signs in the unit’s place.',
  voidWithYear: (day, document) => `The year was closed by reorganisation from ${day}, by ${document}`,
  endedUnit: (unit) => `${unit} (no longer exists)`,
  voidReason: (units) => `The mandate of the signer ended before signing: ${units}`,
  voidOverdue: (day) => `The last day to sign, ${day}, is over`,
  insteadOf: (name) => `Signed in place of ${name}`,
  substitute: (name, post) => `Signs instead: ${name}, ${post}`,
  ways: { key: 'signed by key', pen: 'signed on paper' },
  withdrawn: (at) => `signed, taken back ${at}`,
  withdrawnBy: (unit) => `${unit} took its signature back`,
  withdraw: {
    heading: 'Take your signature back',
    link: 'Take the signature back',
    consequence:
      'This text can be signed by nobody any more. A signature cannot be erased from the file; it is kept and shown as taken back. The head opens a new version that all sign from the start. Once all have signed, nothing can be taken back.',
    whom: 'The reason is sent to all units.',
    reason: 'Reason',
    do: 'Take it back and send the reason',
    keep: 'Keep the signature',
  },
  overdue: (day) => `The last day to sign, ${day}, is over`,
  overdueBody: 'No unit can sign any more. The head gives more time or opens a new version.',
  extend: {
    heading: 'Give more time to sign',
    link: 'Give more time',
    until: (day) => `Last day to sign now: ${day}`,
    consequence: 'The text and the signatures on it stay as they are. Every unit is told the new day and the reason.',
    signBy: 'New last day to sign',
    reason: 'Reason',
    do: 'Give more time and tell the units',
    keep: 'Leave it',
  },
  mails: {
    withdrawn: ({ name, title, unit, reason }) => ({
      subject: `${unit} took its signature back from ${title}`,
      text: `Dear ${name},\n\n${unit} took its signature back from “${title}”. The reason:\n\n${reason}\n\nThis text can be signed no more. The head will open a new version and send it again.\n`,
    }),
    extended: ({ name, title, day, reason }) => ({
      subject: `More time to sign ${title}, until ${day}`,
      text: `Dear ${name},\n\nThe last day to sign “${title}” is now ${day}. The reason:\n\n${reason}\n\nThe text and the signatures on it stay as they are.\n`,
    }),
    expired: ({ name, title, day }) => ({
      subject: `The time to sign ${title} is over`,
      text: `Dear ${name},\n\nThe last day to sign “${title}” was ${day}. Not all units had signed, so the signing has stopped. The head will give more time or open a new version.\n`,
    }),
    substitute: ({ name, title, unit, instead }) => ({
      subject: `To be signed by you: ${title}`,
      text: `Dear ${name},\n\nThe mandate of ${instead} ended before ${unit} signed “${title}”. By your confirmed mandate you sign in the unit’s place. You find it among your things to do.\n`,
    }),
  },
  violations: {
    wasWithdrawn: 'A unit took its signature back from this text. Wait for the head’s new version.',
    wasStopped:
      'The signing of this text has stopped, since a unit refused or took its signature back; only a new version can follow.',
    signingOver: ({ day }) => `The last day to sign, ${day}, is over. Wait until the head gives more time.`,
    signedByAll: 'All units have signed; nothing can be taken back any more.',
    extendedToPast: 'The new last day must be today or later.',
    noDeadline: 'This text has no last day to sign.',
    notLater: ({ day }) => `The new last day must be after the present one (${day}).`,
  },
  actions: {
    'agreement.withdrawn': 'took a signature back',
    'agreement.extended': 'gave more time to sign',
    'agreement.expired': 'recorded that the time to sign is over',
  },
}
