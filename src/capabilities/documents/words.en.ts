import type { Translation } from '#platform/words.ts'
import type { vi } from './words.vi.ts'

export const en: Translation<typeof vi> = {
  representative: 'Represented by',
  post: 'post:',
  recipients: 'Copies to:',
  code: 'Check code:',
  hash: 'Hash of the text (SHA-256):',
  checkAt: 'Check the paper and its signatures at:',
  checkpoint: 'Checkpoint of the log when the text was fixed:',
  qrCode: (url) => `QR code leading to ${url}`,
  signedOn: (moment) => `Signed on ${moment}`,
  internalSignature: (serial) => `Internal signature · certificate ${serial}`,
  signedByPen: (day) => `Signed on paper on ${day}`,
  scan: (sha256) => `Scan SHA-256 ${sha256}`,
  witnesses: (names) => `Witnesses: ${names}`,
  recordedOn: (moment) => `Pen signature recorded by the system ${moment}`,
  problem: {
    missingGlyph: (characters) => `The paper's font has no character ${characters}`,
    tooLarge: 'The paper is too long to print',
    stampTooSmall: 'The signature cell is too small for the name and post',
    badInput: (detail) => `The paper's data cannot be used: ${detail}`,
    timedOut: (seconds) => `The paper was not printed within ${seconds} seconds`,
    childDied: 'The printing program stopped half-way',
    closed: 'The printing program is closed',
    failed: 'The paper could not be printed',
  },
}
