import type { Translation } from '#platform/words.ts'
import type { vi } from './words.vi.ts'

export const en: Translation<typeof vi> = {
  sign: {
    passphrase: 'Signing passphrase',
    passphraseHelp: 'It opens your own signing key and never leaves this computer.',
    do: 'Sign',
    noCertificate: 'You have no certificate to sign with',
    noCertificateBody: 'Make your signature once on this computer, then come back.',
    makeCertificate: 'Make my signature',
    needsScript: 'Signing needs JavaScript: your key is opened only in this browser and is never sent to the server.',
    progress: {
      opening: 'Opening your key…',
      waiting: 'Another unit is signing; waiting for your turn…',
      signing: 'Signing…',
      wrongPassphrase: 'This is not the signing passphrase.',
      failed: 'Not signed. Try again.',
    },
  },
  violations: {
    noCertificate: 'You have no certificate in force to sign with.',
    busy: 'Someone else is signing this paper. Wait for your turn and try again.',
    turnIsOver: 'Your turn to sign is over or done. Press sign again.',
    certificateOver:
      'Your certificate ended while you were signing, so nothing was kept. Open the page of signing again.',
    noTimestamp: 'The time stamp service gave no right answer, so nothing was kept. Press sign again in a few minutes.',
    unreadable: 'The browser sent the signature in a wrong form. Press sign again.',
    refused: 'The signature does not fit the certificate or the paper, so it was not kept. Press sign again.',
  },
}
