import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { Locked, lockHolder, takeLock } from './lock.ts'
import { markOf } from './processes.ts'

async function lockPath(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'lock-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  return join(folder, 'lock')
}

const someoneDead = JSON.stringify({ pid: 2 ** 22 + 1, startedAt: '1', boot: 'x', nonce: 'a' })

test('a lock has one holder, until it is released', async () => {
  const path = await lockPath()
  const lock = await takeLock(path)
  await expect(takeLock(path)).rejects.toMatchObject({ name: 'Locked', pid: process.pid })
  expect(await lockHolder(path)).toBe(process.pid)
  await lock.release()
  expect(await lockHolder(path)).toBeUndefined()
  await (await takeLock(path)).release()
})

test('the lock of a dead process is taken over', async () => {
  const path = await lockPath()
  await writeFile(path, someoneDead)
  await takeLock(path)
  expect(await lockHolder(path)).toBe(process.pid)
})

test('the lock of a process whose number was given to another is taken over', async () => {
  const path = await lockPath()
  await writeFile(path, JSON.stringify({ ...markOf(process.pid), startedAt: '1' }))
  await takeLock(path)
  expect(await lockHolder(path)).toBe(process.pid)
})

test('a lock cut short by a power failure is taken over', async () => {
  const path = await lockPath()
  await writeFile(path, '')
  await takeLock(path)
  expect(await lockHolder(path)).toBe(process.pid)
})

test('a taker that died while taking over is taken over too', async () => {
  const path = await lockPath()
  await writeFile(path, someoneDead)
  await writeFile(`${path}.heir`, someoneDead)
  await takeLock(path)
  expect(await lockHolder(path)).toBe(process.pid)
})

test('of many that race for a free or a stale lock exactly one wins and nothing is left over', async () => {
  for (const stale of [undefined, someoneDead]) {
    for (let round = 0; round < 20; round += 1) {
      const path = await lockPath()
      if (stale !== undefined) await writeFile(path, stale)
      const outcomes = await Promise.allSettled(Array.from({ length: 8 }, () => takeLock(path)))
      const losers = outcomes.filter((outcome) => outcome.status === 'rejected')
      expect(losers).toHaveLength(7)
      expect(losers.every((loser) => loser.reason instanceof Locked)).toBe(true)
      expect(await readdir(join(path, '..'))).toEqual(['lock'])
    }
  }
})

test('a lock that another took over is not released by its former holder', async () => {
  const path = await lockPath()
  const former = await takeLock(path)
  await writeFile(path, someoneDead)
  await former.release()
  expect(await readFile(path, 'utf8')).toBe(someoneDead)
})
