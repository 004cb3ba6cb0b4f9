import type { Translation } from '#platform/words.ts'
import type { vi } from './words.vi.ts'

export const en: Translation<typeof vi> = {
  violations: {
    busy: 'Someone else is signing this paper. Wait for your turn and try again.',
    turnIsOver: 'Your turn to sign is over or done. Press sign again.',
    certificateOver:
      'Your certificate ended while you were signing, so nothing was kept. Open the page of signing again.',
    noTimestamp: 'The time stamp service gave no right answer, so nothing was kept. Press sign again in a few minutes.',
    unreadable: 'The browser sent the signature in a wrong form. Press sign again.',
    refused: 'The signature does not fit the certificate or the paper, so it was not kept. Press sign again.',
  },
}
