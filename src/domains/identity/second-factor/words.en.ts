import type { Translation } from '#platform/words.ts'
import type { vi } from './words.vi.ts'

export const en: Translation<typeof vi> = {
  title: 'Two-step sign-in',
  what: 'After the password the system asks for a code of six figures that your telephone makes. Whoever knows the password but does not hold the telephone stays out.',
  on: 'on',
  off: 'off',
  since: 'Switched on at',
  codesLeft: 'Recovery codes left',
  codesLeftOf: (left: number, all: number) => `${left} of ${all}`,
  fewLeft: (left: number) => (left === 0 ? 'No recovery code is left' : `Only ${left} recovery codes are left`),
  fewLeftBody:
    'Whoever loses the telephone without a code left must come in person to recover the account. Better make ten new codes now.',
  usedRecovery: 'You signed in with a recovery code',
  usedRecoveryBody:
    'That code is used up. If the telephone is lost or replaced, press “Replace the telephone” so that the old one no longer works. If this was not you, change the password at once and tell the administrator.',
  goOn: 'Go on to what waits',
  asked: 'Your role needs two-step sign-in',
  askedBody:
    'Nothing else can be done before it is on. It takes a telephone with an app that makes codes; without one, ask the administrator.',
  askedOn: 'Your role needs two-step sign-in: it cannot be switched off, but the telephone can be replaced.',
  switchOn: 'Switch on two-step sign-in',
  replace: 'Replace the telephone',
  replaceHelp: 'The old telephone and the old recovery codes stop working as soon as the new one is confirmed.',
  scan: 'Step 1: bring the key into the telephone',
  scanBody:
    'Open an app that makes codes (Google Authenticator, Microsoft Authenticator, FreeOTP…), add an account and scan this picture.',
  qr: 'QR code with the key from which the telephone makes codes',
  typed: 'Cannot scan? Type this key into the app',
  typedKind: 'Choose “time based”. The key is shown on this page only: take no picture of it and send it to nobody.',
  prove: 'Step 2: type the code that the telephone shows',
  code: 'Code of six figures',
  codeHelp:
    'The code changes every 30 seconds. If it is refused, check the clock of the telephone and wait for the next one.',
  confirm: 'Confirm and switch on',
  cancel: 'Later',
  codes: 'Recovery codes',
  codesOnce: 'These codes are shown once',
  codesOnceBody:
    'Print or copy them now and lock them away, apart from the telephone. Each stands in for a code of the telephone once.',
  print: 'Press Ctrl + P to print this page.',
  codesOf: (name: string) => `Recovery codes of ${name}`,
  printedFor: 'Login',
  printedOn: 'Made on',
  usedUp: 'Cross out what is used. If this sheet is lost, make ten new codes; the old ones stop working.',
  kept: 'They are put away, go on',
  renew: 'Make ten new codes',
  renewHelp: 'The old codes stop working at once.',
  switchOff: 'Switch off two-step sign-in',
  switchOffWhat: 'From now on the password alone opens this account.',
  switchOffUndo: 'It can be switched on again at any time, with a new key and ten new codes.',
  confirmFirst: 'Confirm it is you, to replace the telephone, make new codes or switch off',
  lost: 'Lost the telephone?',
  lostBody:
    'Sign in with a recovery code and press “Replace the telephone”. With no code left, take an identity paper to the leader of your unit, the authority or the administrator: two people must confirm before a new password can be set.',
  enter: {
    title: 'Enter the code',
    hello: (name: string) => `The password is right. One more step, ${name}.`,
    code: 'Code of the telephone, or a recovery code',
    codeHelp: 'Six figures in the app that makes codes; or a recovery code of 16 letters and figures from the sheet.',
    submit: 'Sign in',
    again: 'Sign in from the beginning',
  },
  stepUpCode: 'Code',
  throttled: 'Recovery code',
  throttledHelp:
    'Many wrong tries from elsewhere have shut this door for a while. A machine that signed in before still opens it; on a new one, type a recovery code too, or wait.',
  account: {
    onSince: (day: string) => `On since ${day}.`,
    off: 'Off. Switch it on if you sign, vote or administer.',
    open: 'See and change',
  },
  proofs: {
    password: 'password',
    totp: 'password and telephone',
    recovery_code: 'password and recovery code',
  },
  rules: {
    title: 'Who must use two-step sign-in',
    what: 'From the day on each line, whoever holds that role and has not switched it on is led there right after sign-in, before anything else. Empty means it is not required.',
    roles: {
      administrator: 'Administrators, from',
      authority: 'The authority, from',
      leader: 'Leaders of units, from',
    },
    save: 'Save the rules',
    saved: 'The rules for two-step sign-in are saved.',
    link: 'Two-step sign-in',
    notADay: 'Write the day like 01/01/2027, or leave it empty.',
  },
  actions: {
    'identity.secondFactorSwitchedOn': 'switched on two-step sign-in',
    'identity.secondFactorReplaced': 'replaced the telephone of two-step sign-in',
    'identity.secondFactorSwitchedOff': 'switched off two-step sign-in',
    'identity.recoveryCodesRenewed': 'made new recovery codes',
    'identity.secondFactorRulesChosen': 'set the rules for two-step sign-in',
  },
  violations: {
    wrongCode:
      'The code is wrong or was used before. Wait for the next one on the telephone; of a recovery code check each letter.',
    halfSessionOver: 'More than ten minutes have passed since the password. Sign in from the beginning.',
    offerOver: 'This key has waited too long. Begin again with a new one.',
    isOff: 'This account has no two-step sign-in.',
    isAsked: 'Your role needs two-step sign-in: it cannot be switched off.',
  },
}
