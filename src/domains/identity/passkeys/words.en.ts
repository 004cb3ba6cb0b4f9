import type { Translation } from '#platform/words.ts'
import type { vi } from './words.vi.ts'

export const en: Translation<typeof vi> = {
  title: 'Passkeys',
  what: 'A passkey lies in your computer, telephone or security key and opens by fingerprint, face or the device’s own code. Signing in with it asks for no password and no code, and no false page can lure it away.',
  countsAsBoth:
    'Whoever has a passkey has a second factor: from then on the password alone opens nothing. Where there is no passkey, a code of the telephone or a recovery code is needed besides.',
  account: {
    title: 'Passkeys',
    count: (count) => (count === 0 ? 'None yet.' : count === 1 ? 'One passkey.' : `${count} passkeys.`),
    open: 'See and add passkeys',
  },
  add: 'Add a passkey on this device',
  addHelp:
    'The device asks for a fingerprint, a face or its own code. The secret key stays in it; the system keeps the public part only.',
  name: 'Name of the passkey',
  nameHelp: 'To know later which device it is.',
  nameExample: 'Office computer',
  submit: 'Add the passkey',
  confirmFirst: 'Confirm again to add or remove passkeys',
  noScript:
    'Adding a passkey needs a browser with JavaScript, a page opened by https, and a device with a screen lock. Where no button for adding is shown, switch on the second factor by telephone.',
  none: 'No passkey yet',
  noneBody: 'Add one for the device you use most; one more on the telephone helps when the device breaks.',
  made: 'Added',
  used: 'Last used',
  unused: 'not used',
  kept: 'Kept',
  isSynced: 'with the maker’s copy',
  isNotSynced: 'in this device only',
  state: 'State',
  states: { good: 'works', halted: 'stopped' },
  haltedBody:
    'The counter of this passkey fell back: it may have been copied. Remove it, add a new one and change the password.',
  host: 'For the site',
  rename: 'Rename',
  save: 'Save the name',
  remove: 'Remove the passkey',
  removeWhat: 'This passkey no longer opens the account. Delete it in the device too.',
  removeUndo: 'It does not come back; a new one can be added at any time.',
  toList: 'To the list of passkeys',
  done: {
    'da-them': 'The passkey was added.',
    'da-doi-ten': 'The passkey was renamed.',
    'da-bo': 'The passkey was removed.',
  },
  use: 'Use a passkey',
  says: {
    waiting: 'Do as the device asks: fingerprint, face, or its own code.',
    refused: 'The device gave no answer, or it was cancelled. Press again when ready.',
    known: 'This device has a passkey of the account already.',
    failed: 'The server could not be asked. Check the connection and press again.',
  },
  led: 'Instead of the telephone, a passkey in this device will do.',
  deeds: {
    'identity.passkeyRegistered': ({ name = '' }) => `added the passkey “${name}”`,
    'identity.passkeyRenamed': ({ name = '', before = '' }) => `renamed the passkey “${before}” to “${name}”`,
    'identity.passkeyRemoved': ({ name = '' }) => `removed the passkey “${name}”`,
    'identity.passkeyHalted': ({ name = '' }) => `the passkey “${name}” was stopped because its counter fell back`,
  },
  violations: {
    notAccepted:
      'This passkey does not open an account here: it may have been removed, or belong to another site. Choose another, or sign in by password.',
    challengeOver: 'This question was used already, or waited more than five minutes. Press again for a new one.',
    noSite: 'Passkeys do not work at this address. Open the site by its name.',
    halted: 'This passkey was stopped: it seems to have been copied. Sign in by password and code, then remove it.',
    known: 'This passkey was added already.',
    tooMany: (values) => `An account keeps ${values['most']} passkeys at most. Remove one that is not used.`,
    lastFactor:
      'Your role needs a second factor, and this passkey is the last one. Add another or switch on codes of the telephone first.',
  },
}
