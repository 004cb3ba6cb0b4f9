import type { Translation } from '#platform/words.ts'
import type { vi } from './words.vi.ts'

export const en: Translation<typeof vi> = {
  heading: 'My signature',
  intro:
    'An internal signature belongs to a confirmed mandate to sign. The key is made and sealed in this browser; the server keeps only the sealed key and the certificate.',
  notOfficial: 'This is an internal signature of this system, not a public or official digital signature.',
  none: 'No mandate to sign yet',
  noneBody:
    'Your unit’s leader asks for a mandate with its document; the authority confirms it. Then make your signature here.',
  mandate: (post, unit) => `${post}, ${unit}`,
  valid: (from, to) => `valid from ${from} to ${to}`,
  revoked: (day) => `not valid since ${day}`,
  replaced: 'replaced by a newer certificate',
  serial: (serial) => `number ${serial}`,
  make: 'Make my signature',
  makeAgain: 'Make a new signature in place of this one',
  againBody: 'If the passphrase is forgotten, make a new signature. What was signed before stays valid.',
  passphrase: 'Signing passphrase',
  passphraseHelp: 'At least 12 characters, and not your sign-in password. Nobody can recover it.',
  repeat: 'Signing passphrase again',
  needsScript: 'Making a signature needs JavaScript: the key is made only in this browser.',
  progress: {
    making: 'Making the key…',
    tooShort: 'The passphrase needs 12 characters at least.',
    different: 'The two passphrases are not the same.',
    failed: 'Not made. Try again.',
  },
  goBack: 'Back to what you were doing',
  violations: {
    noAuthority:
      'The passphrase of the certificate authority is not set here, so nothing can be issued. Tell the administrator.',
    authorityClosed:
      'The passphrase set here does not open the key of the certificate authority, so nothing can be issued. Tell the administrator.',
    outOfTerm: 'The mandate is over, or lasts longer than the certificate authority. Tell the administrator.',
    unreadable: 'The browser sent the key in a wrong form. Try again.',
    refused: 'The new key was not shown to be yours. Try again.',
  },
}
