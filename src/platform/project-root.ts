import { existsSync } from 'node:fs'

/** The folder that holds `db/` and `docs/`, found from the source as from the bundle. */
export function projectRoot(from: string = import.meta.url): URL {
  const here = new URL('./', from)
  if (existsSync(new URL('package.json', here))) return here
  const above = new URL('../', here)
  if (above.href === here.href) throw new Error('package.json is missing: the program needs its own folder')
  return projectRoot(above.href)
}
