import type { Translation } from '#platform/words.ts'
import type { vi } from './words.vi.ts'

export const en: Translation<typeof vi> = {
  title: 'Linked accounts',
  what: (label) =>
    `Once linked, you sign in here by ${label} and need not type the password of this site. Password and code stay good, above all for signing and other final acts.`,
  account: {
    off: (label) => `Not linked with ${label}.`,
    on: (count) => (count === 1 ? 'One account is linked.' : `${count} accounts are linked.`),
    open: 'See and link',
  },
  signIn: (label) => `Sign in by ${label}`,
  link: (label) => `Link ${label}`,
  linkHelp: 'You will go to sign in there, and come back here.',
  confirmFirst: 'Confirm again to link',
  leave: {
    title: (label) => `Link ${label}`,
    what: (label) => `Sign in to your own ${label}. When you are back, that account will open yours here.`,
    go: 'Go and sign in',
    cancel: 'Do not link',
  },
  none: 'No account is linked',
  noneBody: 'It need not be: login and password of this site stay good.',
  label: 'Account',
  linkedAt: 'Linked',
  way: 'Linked by',
  ways: { person: 'oneself', record: 'the name an administrator recorded' },
  used: 'Last used',
  unused: 'not used',
  act: 'Action',
  unlink: 'Unlink',
  unlinkOf: (label) => `Unlink ${label}`,
  done: { 'da-noi': 'Linked.', 'da-bo': 'Unlinked.', 'da-rut': 'Withdrawn.' },
  own: {
    title: 'Somebody is expected to sign in to this account',
    body: (recorder, value, at) =>
      `${recorder} recorded at ${at}: whoever signs in by a linked account named “${value}” enters your account. If that is not your name, refuse at once.`,
    refuse: 'Refuse',
  },
  expected: {
    title: (name) => `Linked account of ${name}`,
    link: 'Linked account',
    what: (label) =>
      `Record this person’s name or number at ${label}. The first who signs in from there with exactly that name is linked to this person; recorded once, used once. The person is told by mail and may refuse.`,
    value: 'Name or number there',
    valueHelp: 'Letter by letter as it stands there. Not a mail address.',
    save: 'Record',
    waiting: (value, recorder, at) => `Waiting for “${value}”, recorded by ${recorder} at ${at}.`,
    withdraw: 'Withdraw',
    saved: 'Recorded.',
  },
  mail: {
    subject: 'A linked account for your account in the Giao Ước system',
    text: (mail) =>
      [
        `Dear ${mail.name},`,
        '',
        `${mail.by} recorded that whoever signs in by a linked account named “${mail.value}” enters your account.`,
        '',
        `If that is not your name, refuse at once at ${mail.origin}/tai-khoan/lien-ket`,
        'and tell the authority.',
      ].join('\n'),
  },
  deeds: {
    'identity.identityLinked': ({ name = '' }) => `linked the account “${name}” for signing in`,
    'identity.identityAdopted': ({ name = '', value = '' }) =>
      `signed in for the first time by the linked account “${name}”, under the name “${value}” that an administrator recorded`,
    'identity.identityUnlinked': ({ name = '' }) => `unlinked the account “${name}”`,
    'identity.identityExpected': ({ name = '', value = '' }) => `recorded “${value}” as the linked account of ${name}`,
    'identity.expectedWithdrawn': ({ value = '' }) => `withdrew the name “${value}” of a linked account`,
  },
  violations: {
    unreachable: 'That place could not be asked: its server gives no answer. Try later, or sign in by password.',
    declined: 'Signing in was cancelled or refused there.',
    notProven: 'What that place answered does not belong to this question, so it counts for nothing. Begin anew.',
    requestOver:
      'This sign-in was used already, waited more than ten minutes, or began in another browser. Begin anew.',
    unknown:
      'That account is linked to nobody here. Sign in by password and link it under Account, Linked accounts; without an account, ask the administrator.',
    otherPerson: 'Somebody else began this link. Sign in to the right account and link again.',
    taken: 'That account is linked already. One account there is linked to one person here.',
    notActive: 'This person has not opened the account, or has left.',
    expectedElsewhere: 'This name is recorded for somebody else.',
    nothingExpected: 'No name is waited for.',
  },
}
