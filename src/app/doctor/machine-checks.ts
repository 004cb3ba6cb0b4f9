import { existsSync } from 'node:fs'
import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { freeBytes, roomInWords } from '#platform/backup/room.ts'
import { tryWriting } from '../watching/readiness.ts'
import { fine, found, reasonOf, type Check, type Patient } from './check.ts'

const neededNode = 24

export function checkNode(): Check[] {
  const { node } = process.versions
  const is = (t: { node: { is: (version: string) => string } }) => t.node.is(node)
  return [Number.parseInt(node, 10) >= neededNode ? fine('node', is) : found('node', 'bad', is, (t) => t.node.mend)]
}

/** What others of the machine must not read, wherever the data folder itself lies. */
const secrets = ['secret-key', 'demo-authority-passphrase', 'postgres.json', 'files', 'uploads', 'mail', 'backups']

async function ofSecrets({ dataFolder }: Patient) {
  const names = (await readdir(dataFolder)).filter((name) => secrets.includes(name))
  return Promise.all(
    names.map(async (name) => {
      const { mode, uid } = await stat(join(dataFolder, name))
      return { path: join(dataFolder, name), isOpen: (mode & 0o077) !== 0, uid }
    }),
  )
}

const pathsOf = (some: readonly { path: string }[]) => some.map(({ path }) => path).join(', ')

export async function checkDataFolder(patient: Patient): Promise<Check[]> {
  const there = await ofSecrets(patient)
  const open = there.filter(({ isOpen }) => isOpen)
  const strange = there.filter(({ uid }) => uid !== process.getuid?.())
  const checks: Check[] = []
  if (open.length > 0)
    checks.push(
      found(
        'data-folder',
        'bad',
        (t) => t.folder.open(pathsOf(open)),
        (t) => t.folder.mendOpen,
      ),
    )
  if (strange.length > 0) {
    checks.push(
      found(
        'data-folder',
        'warn',
        (t) => t.folder.strange(pathsOf(strange)),
        (t) => t.folder.mendStrange,
      ),
    )
  }
  return checks.length > 0 ? checks : [fine('data-folder', (t) => t.folder.mode)]
}

export async function checkWriting({ dataFolder }: Patient): Promise<Check[]> {
  try {
    await tryWriting(dataFolder)
    return [fine('writing', (t) => t.folder.writable)]
  } catch (error) {
    const what = reasonOf(error)
    return [
      found(
        'writing',
        'bad',
        (t) => t.folder.unwritable(what),
        (t) => t.folder.mendUnwritable,
      ),
    ]
  }
}

/** Below the first nothing large can be saved any more, below the second it is time to think of it. */
const bytesLeft = { bad: 200_000_000, warn: 2_000_000_000 }

async function checkDisk(place: string): Promise<Check> {
  const free = await freeBytes(place)
  const say = (t: { disk: { free: (place: string, free: string) => string } }) => t.disk.free(place, roomInWords(free))
  if (free >= bytesLeft.warn) return fine('disk', say)
  return found('disk', free < bytesLeft.bad ? 'bad' : 'warn', say, (t) => t.disk.mend)
}

export async function checkDisks({ dataFolder, environment }: Patient): Promise<Check[]> {
  const shelf = environment.BACKUP_DIR
  const places = shelf !== undefined && existsSync(shelf) ? [dataFolder, shelf] : [dataFolder]
  return Promise.all(places.map(checkDisk))
}
