import { execFile } from 'node:child_process'
import { chown, readFile } from 'node:fs/promises'
import { userInfo } from 'node:os'
import { trouble } from './trouble.ts'

/** The user PostgreSQL runs as; `dropped` when that is not the one who runs this program (which is root then). */
export type DatabaseUser = { name: string; uid: number; gid: number; dropped: boolean }

const preferred = ['giao-uoc', 'nobody', 'postgres']

/** PostgreSQL refuses root and refuses a user without a name; `owner` is who owns the database, if there is one. */
export async function chooseDatabaseUser(owner?: number): Promise<DatabaseUser> {
  const uid = process.getuid?.() ?? -1
  if (uid !== 0) return ownUser(uid)
  const known = (await namedUsers()).filter((user) => user.uid !== 0)
  const byName = preferred.map((name) => known.find((user) => user.name === name))
  const user = known.find((user) => user.uid === owner) ?? byName.find((user) => user !== undefined)
  if (user === undefined) throw trouble((t) => t.noUserToDropTo)
  return user
}

export async function nameOfUser(uid: number): Promise<string> {
  return (await namedUsers()).find((user) => user.uid === uid)?.name ?? String(uid)
}

/** Runs a program to its end as the database's user, in a bare environment. */
export async function runAs(user: DatabaseUser, program: string, args: string[]): Promise<Outcome> {
  return new Promise((resolve) => {
    const options = { cwd: '/', env: bareEnvironment(), ...identity(user) }
    execFile(program, args, options, (error, stdout, stderr) => {
      resolve({ succeeded: error === null, output: stdout.trim(), complaint: stderr.trim() || (error?.message ?? '') })
    })
  })
}

type Outcome = { succeeded: boolean; output: string; complaint: string }

/** Asked of the system itself, so that access lists and mounts count too. */
export async function mayEnter(user: DatabaseUser, folder: string): Promise<boolean> {
  return (await runAs(user, '/bin/sh', ['-c', 'cd -- "$1"', 'sh', folder])).succeeded
}

export async function giveTo(user: DatabaseUser, path: string): Promise<void> {
  if (user.dropped) await chown(path, user.uid, user.gid)
}

export function identity(user: DatabaseUser): { uid?: number; gid?: number } {
  return user.dropped ? { uid: user.uid, gid: user.gid } : {}
}

/** Without the operator's PGDATA, PGPORT, LANG…, which would steer the server elsewhere. */
export function bareEnvironment(): NodeJS.ProcessEnv {
  return { PATH: process.env['PATH'] ?? '/usr/bin:/bin', LC_ALL: 'C' }
}

function ownUser(uid: number): DatabaseUser {
  try {
    const { username, gid } = userInfo()
    return { name: username, uid, gid, dropped: false }
  } catch (error) {
    throw trouble((t) => t.userWithoutName(uid), error)
  }
}

async function namedUsers(): Promise<DatabaseUser[]> {
  const lines = (await readFile('/etc/passwd', 'utf8')).split('\n')
  return lines.flatMap((line) => {
    const [name = '', , uid = '', gid = ''] = line.split(':')
    return /^\d+$/.test(uid) ? [{ name, uid: Number(uid), gid: Number(gid), dropped: true }] : []
  })
}
