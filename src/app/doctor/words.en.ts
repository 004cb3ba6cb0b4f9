import type { Translation } from '#platform/words.ts'
import type { vi } from './words.vi.ts'

export const en: Translation<typeof vi> = {
  mend: (what) => `To mend: ${what}`,
  summary: (bad, warn, ok) => `${bad} bad, ${warn} to mind, ${ok} ok.`,
  failed: (reason) => `Could not be looked at: ${reason}.`,
  node: {
    is: (version) => `The program runs on Node ${version}.`,
    mend: 'run "npm ci" again for the Node 24 that comes along, or install Node 24 or later.',
  },
  folder: {
    open: (paths) => `Other users of this machine can read: ${paths}.`,
    mendOpen: 'run "chmod go-rwx" on them.',
    strange: (paths) => `Owned by someone else than who runs the program: ${paths}.`,
    mendStrange: 'give them back by "chown".',
    mode: 'The secret and the files of the data folder have the right modes.',
    writable: 'The data folder can be written.',
    unwritable: (reason) => `The data folder cannot be written (${reason}).`,
    mendUnwritable: 'make room, mount the disk for writing again, or give the folder back to its owner.',
  },
  disk: {
    free: (place, free) => `The disk of ${place} has ${free} left.`,
    mend: 'make room or move the data to a larger disk; once it is full nothing can be saved.',
  },
  clock: {
    same: (seconds) => `The clocks of this machine and of the database differ by ${seconds} seconds.`,
    mend: 'keep time on both machines (chrony or systemd-timesyncd): signatures and deadlines go by the clock.',
  },
  database: {
    embedded: (version, place) => `The embedded PostgreSQL ${version} runs, its data lies in ${place}.`,
    server: (version, order) => `The server is PostgreSQL ${version}, its order of letters ${order}.`,
    down: (reason) => `The database does not run: ${reason}`,
    mendDown: 'do what the sentence says, then run "giao-uoc doctor" again.',
    extensions: (names) => `The extensions are there: ${names}.`,
    missing: (names) => `Extensions are missing: ${names}.`,
    mendMissing: 'run "giao-uoc migrate".',
  },
  migrations: {
    none: 'The database fits this version of the program.',
    pending: (names) => `The database lacks the steps: ${names}.`,
    mend: 'run "giao-uoc migrate" (it backs up first).',
    half: (since) => `The restore begun at ${since} has not ended.`,
    mendHalf: 'run "giao-uoc restore" with the same backup again.',
  },
  roles: {
    kept: 'Each tenant’s role reaches its own records only, and can neither change nor delete log and signatures.',
    crossing: (pairs) => `Roles reach what is not theirs: ${pairs}.`,
    mayChange: (rights) => `Roles may change tables that are only added to: ${rights}.`,
    mend: 'take the right away ("revoke … from …"), find out who gave it, then run "giao-uoc audit verify".',
  },
  files: {
    whole: (count, all) => `${count} of ${all} stored files were read, each of them whole.`,
    lost: (count, names) => `${count} files are lost or damaged: ${names}.`,
    mend: 'fetch them from a backup (its folder files/ holds them under the same names).',
  },
  secret: {
    given: 'The secret comes from SECRET_KEY.',
    kept: (path) => `The secret lies in ${path}, beside the data: whoever copies the data folder has it too.`,
    mendKept:
      'keep a copy of that file elsewhere; a real installation had better set SECRET_KEY from a store of secrets.',
    none: 'There is no secret yet; the first start makes one.',
  },
  passphrase: {
    set: 'The passphrase of the certificate authority is given by SIGNING_CA_PASSPHRASE.',
    beside: (path) =>
      `The passphrase of the certificate authority lies beside the data (${path}): fit for a trial only.`,
    mendBeside: 'a real installation sets SIGNING_CA_PASSPHRASE, kept outside the data folder, and deletes that file.',
    missing: 'SIGNING_CA_PASSPHRASE is not set: no signing certificate can be issued.',
    lacking: (tenant) =>
      `${tenant} has a certificate authority but SIGNING_CA_PASSPHRASE is not set: its list of what is revoked is not made anew.`,
    mendMissing: 'set SIGNING_CA_PASSPHRASE (12 characters or more), kept outside the data folder.',
  },
  timestamp: {
    set: (host) => `Time stamps come from ${host}.`,
    missing: 'There is no time stamp authority: the time of a signature is only this machine’s word.',
    mend: 'set SIGNING_TSA_URL.',
    trusted: (tenant) => `${tenant} trusts a root for time stamps.`,
    untrusted: (tenant) => `${tenant} trusts no root for time stamps: the stamps it gets prove nothing.`,
    mendUntrusted: (tenant) =>
      `get the root of the time stamp authority and run "giao-uoc trust add FILE.pem --kind time --tenant ${tenant}".`,
  },
  evidence: {
    set: (hosts) => `Proofs about revocation are fetched from ${hosts}.`,
    missing:
      'SIGNING_EVIDENCE_HOSTS is empty: no proof about the time stamp authority can be fetched, and papers cannot be preserved.',
    mend: 'set SIGNING_EVIDENCE_HOSTS to the OCSP and CRL hosts that the certificates of the time stamp authority name.',
  },
  revocation: {
    holds: (tenant, day) => `The list of revoked certificates of ${tenant} holds until ${day}.`,
    over: (tenant, day) =>
      `The list of revoked certificates of ${tenant} is over since ${day}: PDF readers will doubt good signatures.`,
    none: (tenant) => `${tenant} has not published a list of revoked certificates.`,
    mend: 'set SIGNING_CA_PASSPHRASE for the worker and see the log (event "job.failed"): the list is made anew daily.',
  },
  address: {
    safe: (base) => `The public address is ${base}.`,
    missing: 'BASE_URL is not set: papers name localhost and the cookie does not ask for https.',
    open: (base) => `The public address ${base} has no https: passwords cross the network in the clear.`,
    mend: 'set BASE_URL to the https address that people use.',
    proxy: (hops) => `${hops} proxies stand in front.`,
    noProxy: 'BASE_URL is https but PROXY_HOPS is 0: the limit on sign-in takes everyone for one address.',
    mendProxy: 'set PROXY_HOPS to the number of proxies in front of the program.',
  },
  mail: {
    answers: (host) => `The mail server ${host} answers.`,
    silent: (host, reason) => `The mail server ${host} does not answer (${reason}); mails wait in the queue.`,
    mendSilent: 'check SMTP_URL and the firewall.',
    missing: 'SMTP_URL is not set: mails lie in the data folder and reach nobody.',
    mendMissing: 'set SMTP_URL.',
    givenUp: (count) => `${count} jobs of the queue were tried many times in vain.`,
    mendGivenUp: 'see the log (event "job.failed") and mend the cause; /metrics shows the number.',
    queueFine: 'The queue has given up no job.',
  },
  backup: {
    none: 'No backup is known.',
    mendNone: 'set BACKUP_DIR for one a day, or run "giao-uoc backup DIR".',
    unscheduled: 'BACKUP_DIR is not set: there is no daily backup.',
    mendUnscheduled: 'set BACKUP_DIR to another disk.',
    age: (hours, folder) => `The last good backup is ${hours} hours old, in ${folder}.`,
    mendAge: 'see why the daily backup does not run (event "backup.failed" in the log; does a worker run?).',
    failed: (at, reason) => `The backup of ${at} failed: ${reason}`,
    mendFailed: 'do what the sentence says, then try "giao-uoc backup DIR".',
    whole: 'The last backup is whole.',
    damaged: (reason) => `The last backup is of no use: ${reason}`,
    mendDamaged: 'back up again at once, and look at that disk.',
    sameDisk: 'The backup lies on the same disk as the data: one failure takes both.',
    mendSameDisk: 'set BACKUP_DIR to another disk or machine, or copy the backups elsewhere.',
    otherDisk: 'The backup lies on another disk than the data.',
  },
  s3: {
    answers: (bucket) => `The S3 bucket ${bucket} takes bytes, gives them back and lets them go.`,
    broken: (bucket, reason) => `The S3 bucket ${bucket} cannot be used (${reason}).`,
    mend: 'look at the S3_* variables and at what the key may do: it must read, write, list and delete in the bucket.',
    open: (endpoint) => `Files travel to ${endpoint} unencrypted.`,
    mendOpen: 'set S3_ENDPOINT to an https address.',
  },
  checkpoints: {
    writable: (folder) => `Checkpoints of the log can be written to ${folder}.`,
    unwritable: (folder, reason) => `Checkpoints of the log cannot be written to ${folder} (${reason}).`,
    mend: 'mend the rights of that folder, or set CHECKPOINT_DIR elsewhere.',
    missing: 'CHECKPOINT_DIR is not set: checkpoints of the log are not kept off this machine.',
    mendMissing: 'set CHECKPOINT_DIR to a folder on another machine, where this program cannot delete.',
    covered: (tenant) => `The log of ${tenant}: a checkpoint covers every entry older than two days.`,
    old: (tenant, days) =>
      `The log of ${tenant} has an entry of ${days} days ago that no checkpoint covers: nobody would notice its change.`,
    mendOld: 'see whether a worker runs (checkpoints are taken daily), and the log (event "job.failed").',
    behind: (tenant, folder) => `The newest checkpoint of ${tenant} is not in ${folder}.`,
    mendBehind:
      'see the log (event "checkpoint.folder-failed"); what is missing is added next time. Find out who did it if the file there was lost or cut.',
  },
  sample: {
    none: 'There is no sample data.',
    some: (tenant) => `${tenant} has sample accounts, whose password everyone knows.`,
    mend: 'sample data is for trying only: make a new installation for real work.',
  },
  administrators: {
    enough: (tenant, count) => `${tenant} has ${count} administrators.`,
    none: (tenant) => `${tenant} has no active administrator.`,
    one: (tenant) => `${tenant} has one administrator only: while they are away nobody opens an account.`,
    mend: 'give the role of administrator to one more person.',
  },
  factors: {
    all: (tenant) => `${tenant}: every administrator and officer of the authority has a second factor.`,
    without: (tenant, count) => `${tenant}: ${count} accounts of administrators or the authority have a password only.`,
    mend: 'ask them to switch it on at their account page.',
  },
}
