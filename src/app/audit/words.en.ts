import type { Translation } from '#platform/words.ts'
import type { vi } from './words.vi.ts'

export const en: Translation<typeof vi> = {
  badCheckpoint: {
    wrongSignature: (tenant, number) =>
      `Checkpoint ${tenant}, entry ${number}: the seal's signature does not fit; the line was copied wrongly or changed.`,
    unknownSeal: (tenant, number) =>
      `Checkpoint ${tenant}, entry ${number}: no certificate of the seal that signed it is here; give it with --seals.`,
  },
  unreadableLines: (file, count) => `${file}: ${count} checkpoints cannot be read to their end (cut or misprinted).`,
  noCheckpoints:
    'No checkpoints were given: a log rewritten as a whole or cut at its end does not show. Use --checkpoints.',
  leaning: (count) =>
    `The seal's certificate for ${count} checkpoints comes from the very database that is judged: those lines are worth ` +
    'trusting only because they were kept elsewhere. To be surer, keep the certificate outside and give it with --seals.',
  tenantGone: (tenant) => `${tenant}: checkpoints name it, the database no longer has it.`,
  unreadableLog: (tenant, reason) => `${tenant}: THE LOG CANNOT BE READ: ${reason}`,
  isPart: 'An export by a filter: each entry in it is judged; what was left out cannot be known.',
}
