import type { z } from 'zod'
import { CommandFailed } from '../program.ts'
import { readNamedFile } from './read-file.ts'

type Issue = z.core.$ZodIssue

const placeOf = (path: readonly PropertyKey[]) =>
  path
    .map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`))
    .join('')
    .replace(/^\./u, '')

const depthOf = (issues: readonly Issue[]) => Math.max(0, ...issues.map(({ path }) => path.length))

/** Of several shapes that a thing may have, the one that fits furthest says what is wrong; else what all would take. */
function ofUnion(issue: Extract<Issue, { code: 'invalid_union' }>, path: readonly PropertyKey[]): string[] {
  const [closest] = issue.errors.toSorted((one, other) => depthOf(other) - depthOf(one))
  if (closest !== undefined && depthOf(closest) > 0) return closest.flatMap((inner) => linesOf(inner, path))
  const wanted = new Set(issue.errors.flat().map(({ message }) => message))
  return [`${placeOf(path)}: ${[...wanted].join('; or: ') || issue.message}`]
}

function linesOf(issue: Issue, above: readonly PropertyKey[] = []): string[] {
  const path = [...above, ...issue.path]
  if (issue.code === 'invalid_union') return ofUnion(issue, path)
  return [`${placeOf(path) || '(top)'}: ${issue.message}`]
}

function parseJson(path: string, bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes).replace(/^\uFEFF/u, ''))
  } catch (error) {
    throw new CommandFailed(`${path} is no JSON: ${error instanceof Error ? error.message : String(error)}`)
  }
}

/** What a named JSON file holds; what is wrong in it is told by its place in the file. */
export async function readJson<Read>(path: string, schema: z.ZodType<Read>): Promise<Read> {
  const parsed = schema.safeParse(parseJson(path, await readNamedFile(path)))
  if (parsed.success) return parsed.data
  const lines = parsed.error.issues.flatMap((issue) => linesOf(issue))
  throw new CommandFailed(lines.map((line) => `${path}: ${line}`).join('\n'))
}
