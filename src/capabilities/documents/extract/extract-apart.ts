import { extname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { runApart } from '#platform/run-apart.ts'
import type { ExtractAnswer, ExtractJob } from './extract-child.ts'

/** Beside this module, in source (.ts, run by Node itself) as in the bundle (.js). */
const childPath = fileURLToPath(new URL(`./extract-child${extname(import.meta.url)}`, import.meta.url))

/** Parses a stranger's file in a process of its own; 'stopped' when it died or took too long. */
export const extractApart = (job: ExtractJob, timeoutMs: number) =>
  runApart<ExtractAnswer>(childPath, job, { timeoutMs, memoryMegabytes: 384 })
