import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import S3rver from 's3rver'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readEnvironment } from '#platform/config.ts'
import { openFiles } from '#platform/open-files.ts'
import { checkS3 } from './storage-checks.ts'

let folder: string
let server: S3rver
let port: number

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'giao-uoc-s3-doctor-'))
  const configureBuckets = [{ name: 'tep' }]
  server = new S3rver({ address: '127.0.0.1', port: 0, silent: true, directory: folder, configureBuckets })
  port = (await server.run()).port
})

afterAll(async () => {
  await server.close()
  await rm(folder, { recursive: true, force: true })
})

function examine(bucket: string | undefined) {
  const keys = { S3_ACCESS_KEY_ID: 'S3RVER', S3_SECRET_ACCESS_KEY: 'S3RVER' }
  const given = bucket === undefined ? {} : { S3_BUCKET: bucket, S3_ENDPOINT: `http://127.0.0.1:${port}`, ...keys }
  const environment = readEnvironment(given)
  const { files } = openFiles(environment, folder)
  return checkS3({ environment, dataFolder: folder, files, now: new Date('2023-02-20'), isThorough: false })
}

test('a bucket is tried, one that is not there is bad, and none is asked about where S3 is not set', async () => {
  expect((await examine('tep')).map(({ verdict }) => verdict)).toEqual(['ok', 'warn'])
  expect((await examine('khac')).map(({ verdict }) => verdict)).toEqual(['bad'])
  expect(await examine(undefined)).toEqual([])
})
