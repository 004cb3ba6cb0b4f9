import { randomBytes } from 'node:crypto'
import type { TestProject } from 'vitest/node'
import { openPool } from '../src/platform/database/database.ts'
import { createTenant } from '../src/platform/database/tenants.ts'
import { openTestServer } from './server.ts'

declare module 'vitest' {
  interface ProvidedContext {
    serverUrl: string
    template: string
  }
}

export const sqlRoot = new URL('../db/', import.meta.url)
export const testSecret = 'a secret that only the tests know'

export function databaseUrl(serverUrl: string, name: string): string {
  const url = new URL(serverUrl)
  url.pathname = name
  return url.href
}

/** Migrates one template with two tenants; each worker clones it (`test/database.ts`). */
export default async function setup(project: TestProject) {
  const server = await openTestServer()
  // The server may end a moment before the last goodbye of a pool is read.
  const onError = () => {}
  const admin = openPool(server.url, { max: 1, onError })
  const template = `gu_test_${randomBytes(4).toString('hex')}`
  await admin.query(`create database ${template}`)
  const owner = openPool(databaseUrl(server.url, template), { max: 2, onError })
  const options = { sqlRoot, secretKey: testSecret }
  await createTenant(owner, { slug: 'nam_dinh', name: 'Tỉnh Nam Định', hosts: ['namdinh.test'] }, options)
  await createTenant(owner, { slug: 'ha_nam', name: 'Tỉnh Hà Nam', hosts: ['hanam.test'] }, options)
  await owner.end()
  project.provide('serverUrl', server.url)
  project.provide('template', template)
  return async () => {
    const { rows } = await admin.query<{ datname: string }>('select datname from pg_database where datname like $1', [
      `${template}%`,
    ])
    for (const { datname } of rows) await admin.query(`drop database if exists ${datname} with (force)`)
    await admin.end()
    await server.stop()
  }
}
