import type { Translation } from '#platform/words.ts'
import type { vi } from './words.vi.ts'

export const en: Translation<typeof vi> = {
  backup: {
    written: (folder) => `Backed up into ${folder}, every file of it read back.`,
    holds: (tenants, rows, files) => `In it: tenants ${tenants}, rows ${rows}, files ${files}.`,
    holdsSecrets: (names) => `It holds secrets too (${names}): whoever has this backup opens what they seal.`,
    keepElsewhere: (names) => `Not in it, to be kept elsewhere: ${names}.`,
    missing: (count, names) =>
      `${count} stored files were lost or damaged before this backup and are missing in it: ${names}. Look for them in an older backup.`,
  },
  restore: {
    done: (takenAt, host) => `Restored the backup of ${takenAt} from ${host}.`,
    holds: (tenants, rows, files) => `Tenants ${tenants}, rows ${rows}, files ${files}; everybody has been signed out.`,
    waitingLeft: (count) =>
      `${count} mails that waited at the backup are not sent, for they may have gone out since; --send-waiting restores them too.`,
    waitingSent: (count) => `${count} mails that waited at the backup are in the queue again.`,
    newSecret: 'The secret is a new one: sealing keys and second factors made with the old one can no longer be used.',
    missing: (count) => `${count} files were missing at the backup already: "giao-uoc doctor --files" names them.`,
    next: 'Next: set SIGNING_CA_PASSPHRASE as on the old machine, run "giao-uoc doctor", then start.',
  },
}
