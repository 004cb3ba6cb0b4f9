import { existsSync, readFileSync } from 'node:fs'
import { z } from 'zod'

/** The folder that holds `db/` and `docs/`, found from the source as from the bundle. */
export function projectRoot(from: string = import.meta.url): URL {
  const here = new URL('./', from)
  if (existsSync(new URL('package.json', here))) return here
  const above = new URL('../', here)
  if (above.href === here.href) throw new Error('package.json is missing: the program needs its own folder')
  return projectRoot(above.href)
}

/** The version of this program. */
export function programVersion(): string {
  const text = readFileSync(new URL('package.json', projectRoot()), 'utf8')
  return z.object({ version: z.string() }).parse(JSON.parse(text)).version
}
