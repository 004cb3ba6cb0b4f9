import { readFile } from 'node:fs/promises'
import { fileTrouble } from '../file-trouble.ts'

/** The bytes of a file that the person named. */
export async function readNamedFile(path: string): Promise<Uint8Array> {
  try {
    return await readFile(path)
  } catch (error) {
    throw fileTrouble(path, error)
  }
}
