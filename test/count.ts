import { readFileSync, writeFileSync } from 'node:fs'

export interface Count {
  passed: number
  failed: number
}

export const countLine = ({ passed, failed }: Count) => `${passed} passed, ${failed} failed\n`

/** Names the file in which `tools/test.ts` wants the count of one runner; without it the count is printed. */
const wanted = 'TEST_COUNT_FILE'

export const wantCountIn = (file: string) => ({ ...process.env, [wanted]: file })

/** Told when the process ends, so that nothing is printed after it. */
export function tellCount(count: Count): void {
  const file = process.env[wanted]
  if (file !== undefined) return writeFileSync(file, JSON.stringify(count))
  process.once('exit', () => process.stdout.write(countLine(count)))
}

/** What a runner told; one that ended without a word has failed. */
export function readCount(file: string): Count {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Count
  } catch {
    return { passed: 0, failed: 1 }
  }
}
