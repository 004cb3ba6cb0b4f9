import type { Translation } from '#platform/words.ts'
import type { vi } from './words.vi.ts'

export const en: Translation<typeof vi> = {
  title: 'Account recovery',
  what: 'When somebody lost both telephone and recovery codes, or forgot the password: they come in person, one person sees an identity paper and opens the recovery, another confirms it and prints the slip. Never by mail or telephone.',
  whoMay:
    'The two are administrators, people of the authority, or leaders of the unit of whoever came; they are two accounts, and neither is that of the person who came.',
  open: 'Open a recovery',
  none: 'No recovery is open',
  noneBody: 'When somebody comes who cannot sign in, press “Open a recovery”.',
  person: 'Person',
  login: 'Login of the person who came',
  loginHelp: 'It stands on the page of the unit or of people, if they do not remember it.',
  reason: 'Reason',
  reasonExample: 'Lost the telephone on 20/11, no recovery codes left.',
  paper: 'Identity paper seen',
  paperHelp: 'Its kind and last four figures are enough; do not write the whole number.',
  paperExample: 'Identity card ending in 4321',
  openSubmit: 'Met in person, open the recovery',
  openedBy: 'Opened by',
  openedAt: 'Opened at',
  until: 'Until',
  state: 'State',
  states: {
    waiting: 'waits for the second person',
    confirmed: 'slip printed',
    used: 'used',
    withdrawn: 'withdrawn',
    expired: 'expired',
  },
  ofPerson: (name: string) => `Recovery of the account of ${name}`,
  confirm: 'Confirm and print the slip',
  confirmWhat:
    'You met this very person, saw the paper, and hand the slip over yourself. Whoever holds it can set a new password.',
  confirmUndo: 'It can be withdrawn until the slip is used. The slip works once, within an hour.',
  confirmFirst: 'Say the password once more to go on',
  other:
    'A second person must confirm: an administrator, the authority or a leader of the unit, neither who opened it nor who came.',
  withdraw: 'Withdraw the recovery',
  withdrawHelp: 'If it was opened by mistake or the slip was lost. A printed slip stops working at once.',
  keys: 'Signing keys are not recovered: their passphrase is the signer’s own and the system does not have it. Whoever forgot it makes a new signature on the page “My signature”.',
  slip: {
    title: 'Slip for a new password',
    once: 'The code is shown this once',
    onceBody: 'Print the slip now and hand it over in person.',
    print: 'Press Ctrl + P to print this page.',
    site: 'Open the page',
    code: 'Code',
    login: 'Login',
    until: 'Usable until',
    what: 'With the new password the old one, the old two-step sign-in and every open session end. The signing passphrase does not change.',
    secret: 'Use it now and give it to nobody. Destroy it afterwards.',
    done: 'To the list of recoveries',
  },
  type: {
    title: 'A new password by slip',
    code: 'Code on the slip',
    codeHelp: '16 letters and figures; capitals and dashes do not matter.',
    next: 'Next',
    link: 'Have a slip for a new password? Type its code',
    refused: 'No new password yet',
    another: 'Type another code',
    set: 'Set a new password',
    hello: (name: string) => `Hello ${name}.`,
    submit: 'Set the password and sign in',
  },
  own: {
    title: 'Somebody opened a recovery for your account',
    body: (opener: string) =>
      `Opened by ${opener}. If you did not come and ask for it, withdraw it now and tell the administrator.`,
  },
  mail: {
    subject: {
      opened: 'A recovery of your account was opened',
      confirmed: 'The recovery of your account was confirmed',
      used: 'The password of your account was set anew',
    },
    what: {
      opened: (by: string) => `${by} opened a recovery of your account in Giao Ước.`,
      confirmed: (by: string) => `${by} confirmed the recovery and printed a slip for a new password.`,
      used: (_by: string) =>
        'Your password was set anew with the slip; the old two-step sign-in and every open session have ended.',
    },
    text: (mail: { name: string; what: string; origin: string }) =>
      [
        `Dear ${mail.name},`,
        '',
        mail.what,
        '',
        'If you did not come and ask for this yourself, tell the administrator or the authority at once;',
        `if you can still sign in, withdraw the recovery on your account’s page: ${mail.origin}/tai-khoan`,
        '',
        'This mail carries no code and needs no answer.',
      ].join('\n'),
  },
  actions: {
    'identity.recoveryOpened': 'opened a recovery of the account',
    'identity.recoveryConfirmed': 'confirmed the recovery and printed the slip',
    'identity.recoveryWithdrawn': 'withdrew the recovery of the account',
    'identity.recovered': 'set the password anew with a recovery slip',
  },
  violations: {
    noSuchLogin: 'No account has this login. Look at the page of the unit or of people.',
    notActive:
      'This account was never opened, or is closed: there is nothing to recover. Make a new invitation code, or invite the person again.',
    alreadyOpen: 'A recovery of this person is open already. Confirm or withdraw it first.',
    notWaiting: 'This recovery no longer waits: it was confirmed, withdrawn, or ran out.',
    over: 'This recovery is over and cannot be withdrawn.',
    unknownCode: 'No slip has this code. Check each letter: codes have no O, I and L.',
    usedCode: 'This slip was used. If it was not you, tell the administrator at once.',
    deadCode: 'This slip ran out or was withdrawn. Ask whoever gave it to you for another.',
  },
}
