import { readFile } from 'node:fs/promises'
import { CommandFailed } from '../program.ts'

/** The bytes of a file that the person named. */
export async function readNamedFile(path: string): Promise<Uint8Array> {
  try {
    return await readFile(path)
  } catch (error) {
    throw new CommandFailed(`${path}: ${error instanceof Error ? error.message : String(error)}`)
  }
}
