import type { Translation } from '#platform/words.ts'
import type { vi } from './words.vi.ts'

export const en: Translation<typeof vi> = {
  vacant: (units) => `The mandate to sign ended before signing: ${units}`,
  vacantBody:
    'The person named in the text cannot sign any more. Once the unit has a new signer, the head opens a new version to be signed.',
  voidReason: (units) => `The mandate of the signer ended before signing: ${units}`,
}
