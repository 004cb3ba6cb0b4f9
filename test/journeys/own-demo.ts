import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { resetEmbeddedPostgres } from '#platform/postgres/reset-embedded.ts'

/** A demo apart from the one in which the other journeys follow one another. */
export interface OwnDemo {
  origin: string
  remove: () => Promise<void>
}

async function addressSaid(child: ChildProcess): Promise<string> {
  if (child.stdout === null) throw new Error('no output')
  for await (const line of createInterface(child.stdout)) {
    const port = /http:\/\/localhost:(\d+)/.exec(line)?.[1]
    if (port !== undefined) return `http://localhost:${port}`
  }
  throw new Error('the demo ended before it listened')
}

/** For a story after which its units are no more: nobody else could go on with them. */
export async function openOwnDemo(settings: Readonly<Record<string, string>> = {}): Promise<OwnDemo> {
  const dataFolder = await mkdtemp(join(tmpdir(), 'gu-own-demo-'))
  const child = spawn(process.execPath, ['dist/main.js', 'serve', '--demo', '--port', '0'], {
    env: { PATH: process.env['PATH'], HOME: process.env['HOME'], GIAO_UOC_DATA: dataFolder, ...settings },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = once(child, 'exit')
  const remove = async () => {
    child.kill('SIGTERM')
    await ended
    await resetEmbeddedPostgres(dataFolder)
    await rm(dataFolder, { recursive: true, force: true })
  }
  return { origin: await addressSaid(child), remove }
}
