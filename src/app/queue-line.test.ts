import { Logger, run } from 'graphile-worker'
import { openPool } from '#platform/database/database.ts'
import { expect, test } from 'vitest'
import { newId } from '#platform/id.ts'
import { testDatabase } from '../../test/database.ts'
import { queueLine } from './queue-line.ts'

test('the queue tells which job failed, but not the address that a mail server refused', async () => {
  const { ownerUrl } = await testDatabase()
  const pgPool = openPool(ownerUrl, { max: 2, onError: () => {} })
  const task = `mail-${newId()}`
  await pgPool.query('select graphile_worker.add_job($1, max_attempts := 1)', [task])
  const lines: string[] = []
  const refuse = () => Promise.reject(new Error("550 'man@namdinh.test'\nuser unknown"))
  const logger = new Logger(() => (_level, message) => void lines.push(queueLine(message)))
  const runner = await run({ pgPool, taskList: { [task]: refuse }, noHandleSignals: true, parsedCronItems: [], logger })
  await new Promise((resolve) => runner.events.once('job:complete', resolve))
  await runner.stop()
  await pgPool.end()
  expect(lines.filter((line) => line.startsWith('Failed'))).toEqual([expect.stringContaining(task)])
  expect(lines.join('\n')).not.toMatch(/550|man@/)
})
