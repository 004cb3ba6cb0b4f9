import { readFileSync } from 'node:fs'
import { guardZip } from '../../src/platform/zip-guard.ts'

// Looks through one file and nothing else, so that what it takes is the guard's own.
const bytes = readFileSync(process.argv[2] ?? '')
const bare = process.resourceUsage().maxRSS / 1024
const startedAt = performance.now()
const verdict = guardZip(bytes)
const milliseconds = performance.now() - startedAt
const whole = process.resourceUsage().maxRSS / 1024
process.stdout.write(
  JSON.stringify({ reason: verdict.ok ? 'READ' : verdict.reason, milliseconds, whole, own: whole - bare }),
)
