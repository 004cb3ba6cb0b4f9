import type { Translation } from '#platform/words.ts'
import type { vi } from './words.vi.ts'

export const en: Translation<typeof vi> = {
  notEmpty: (folder) => `The folder ${folder} holds something already: back up into one that is new or empty.`,
  noBackup: (folder) =>
    `The folder ${folder} holds no whole backup (manifest.json is missing: the backup was broken off).`,
  manifestUnreadable: (file) => `${file} cannot be read: this backup is damaged, use another one.`,
  newerFormat: (format, own) =>
    `The backup has format ${format}, this program reads up to ${own}: use a newer Giao Ước.`,
  newerProgram: (program, migration) =>
    `The backup was made by Giao Ước ${program} and knows a step of the database that this program does not (${migration}): restore with that version or a later one.`,
  otherMigration: (migration) =>
    `The step ${migration} of the backup differs from this program's: the two are not of one origin, nothing can be restored.`,
  damaged: (parts) =>
    `The backup is damaged, nothing was restored: ${parts}. Use another backup, or fetch those files from another copy of it.`,
  otherTables: (schema, names) => `The tables of ${schema} are not those of the backup: ${names}.`,
  otherRows: (table, read, told) => `The table ${table} took ${read} rows, the backup tells of ${told}.`,
  noSpace: (folder) =>
    `The disk of ${folder} is full, the backup is unfinished and of no use: make room and run it again.`,
  noSpaceToRestore: (folder) =>
    `The disk of ${folder} is full, the restore has not ended and is of no use yet: make room and run "giao-uoc restore" again.`,
  restoreRunning: 'Another restore is running into this database: wait for it to end.',
  tooLittleSpace: (folder, needed, free) =>
    `The disk of ${folder} has ${free} left, the backup may need ${needed}: make room, or set BACKUP_DIR to another disk.`,
  readOnly: (folder) => `${folder} cannot be written (read-only, no right to, or no folder): choose another folder.`,
  installationNotEmpty: (tenants) =>
    `There is data already (${tenants}): a backup is restored into an empty place only. Set GIAO_UOC_DATA to a new folder, or DATABASE_URL to a new database.`,
  schemaInTheWay: (schema) =>
    `The database has a schema ${schema} already, which belongs to no registered tenant: use an empty database.`,
  halfRestored: (since) =>
    `The restore begun at ${since} has not ended: run "giao-uoc restore" with the same backup again, or delete everything and begin anew.`,
  secretMissing:
    'The backup does not hold the secret: set SECRET_KEY (or the file secret-key in the data folder) as on the old machine. If it is lost, add --new-secret: sealing keys and second factors must then be made anew.',
  otherSecret:
    'SECRET_KEY here is not the one of the backup: set the old one. If it is lost, add --new-secret: sealing keys and second factors must then be made anew.',
  secretInTheWay: (file) =>
    `${file} is there and differs from the secret in the backup: put it away and restore again.`,
}
