import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize, relative } from 'node:path'
import { fileURLToPath } from 'node:url'

export const projectFolder = fileURLToPath(new URL('../', import.meta.url))

/** One import: the file below the project's folder, or the name of a package. */
export interface Import {
  target: string
  isPackage: boolean
  /** Gone when the program runs. */
  isType: boolean
}

export interface SourceFile {
  /** From the project's folder: `src/domains/law/access.ts`. */
  path: string
  name: string
  text: string
  imports: readonly Import[]
}

const statement = /^(?:import|export)\s+(?<type>type\s+)?(?:[\w*{}\s,$]+?\s+from\s+)?'(?<from>[^']+)'/gm
const call = /\bimport\('(?<from>[^']+)'\)/g

export function readImports(path: string, text: string): Import[] {
  return [...text.matchAll(statement), ...text.matchAll(call)].map(({ groups }) => {
    const from = groups?.['from'] ?? ''
    const isType = groups?.['type'] !== undefined
    if (from.startsWith('#')) return { target: `src/${from.slice(1)}`, isPackage: false, isType }
    if (from.startsWith('.')) return { target: normalize(join(dirname(path), from)), isPackage: false, isType }
    return { target: from, isPackage: true, isType }
  })
}

function readSource(path: string): SourceFile {
  const text = readFileSync(join(projectFolder, path), 'utf8')
  const imports = /\.tsx?$/.test(path) ? readImports(path, text) : []
  return { path, name: path.slice(path.lastIndexOf('/') + 1), text, imports }
}

// What git ignores, and what is not ours.
const foreign = new Set(['node_modules', '.git', 'dist', 'var', 'test-results', 'playwright-report'])

function pathsBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (foreign.has(entry.name) || entry.name.startsWith('dist.')) return []
    const path = join(folder, entry.name)
    return entry.isDirectory() ? pathsBelow(path) : [relative(projectFolder, path)]
  })
}

const binary = /\.(png|woff2?|pdf|docx|ttf|p12|zip)$/

/** Every text file of the project. */
export const projectFiles: readonly SourceFile[] = pathsBelow(projectFolder)
  .filter((path) => !binary.test(path))
  .map(readSource)

/** The program: TypeScript below `src`, without its tests and what only they use. */
const forTests = /\.(test|fixture)\.tsx?$|\/(testing|fixtures|golden)\/|\/trial\.ts$/
export const sources = projectFiles.filter((file) => /^src\/.*\.tsx?$/.test(file.path))
export const program = sources.filter((file) => !forTests.test(file.path))

const byPath = new Map(projectFiles.map((file) => [file.path, file]))
export const fileAt = (path: string) => byPath.get(path)

// Both files define what reaches out beside what does not: using it counts, not importing the file.
const definesReaching = new Set(['src/platform/clock.ts', 'src/platform/id.ts'])
const reachesOut = /\bnew Date\(\)|\bDate\.now\(|\bMath\.random\(|\bprocess\.|\bfetch\(|\bsystemClock\b|\bnewId\b/

/** A file and whatever of ours it imports when running. */
function reachedFrom(path: string, seen = new Map<string, SourceFile>()): Map<string, SourceFile> {
  const file = fileAt(path)
  if (file === undefined || seen.has(path)) return seen
  seen.set(path, file)
  for (const { target, isType } of file.imports) if (!isType) reachedFrom(target, seen)
  return seen
}

/**
 * Why a file is not pure: it (or what it imports when running) reads a clock, chance, the environment or the net,
 * or imports a package that is not in the list. Nothing when it is pure.
 */
export function impurities(path: string, purePackages: readonly string[]): string[] {
  return [...reachedFrom(path).values()].flatMap((file) => {
    const reached = definesReaching.has(file.path) ? [] : (reachesOut.exec(file.text) ?? [])
    const foreign = file.imports.filter((one) => one.isPackage && !one.isType && !purePackages.includes(one.target))
    return [...reached, ...foreign.map((one) => one.target)].map((what) => `${file.path}: ${what}`)
  })
}
