import { expect, test } from 'vitest'
import { checkServer, judgeServer, type ServerFacts } from './check-server.ts'
import { query, start, trialData } from './trial.ts'

const good: ServerFacts = {
  version: 150_004,
  role: 'giao_uoc',
  database: 'giao_uoc',
  encoding: 'UTF8',
  isReadOnly: false,
  hasVietnameseOrder: true,
  mayCreateRoles: true,
  mayCreateSchemas: true,
  extensions: [{ name: 'unaccent', state: 'ready' }],
}

const problems = (facts: Partial<ServerFacts>) => judgeServer({ ...good, ...facts }).map(({ problem }) => problem)

test('a server of version 15 with all rights is good', () => {
  expect(problems({})).toEqual([])
})

test('an old, read-only or poorer server is told so, each want by itself', () => {
  expect(problems({ version: 140_011 })).toEqual(['too-old'])
  expect(problems({ isReadOnly: true, encoding: 'SQL_ASCII' })).toEqual(['read-only', 'encoding'])
  expect(problems({ hasVietnameseOrder: false })).toEqual(['no-vietnamese-order'])
  expect(problems({ extensions: [{ name: 'citext', state: 'missing' }] })).toEqual(['extension-missing'])
  expect(problems({ extensions: [{ name: 'citext', state: 'forbidden' }] })).toEqual(['extension-forbidden'])
})

test('a finding says in both languages what to do', () => {
  const [finding] = judgeServer({ ...good, version: 140_011 })
  expect(finding?.sentence.vi).toBe('Máy chủ là PostgreSQL 14: hãy nâng lên bản 15 trở lên.')
  expect(finding?.sentence.en).toBe('The server is PostgreSQL 14: upgrade it to 15 or later.')
})

test('real servers are judged by the rights of the role that enters', async () => {
  const { url } = await start(await trialData())
  expect(await checkServer(url)).toEqual([])

  await query(url, "create role poor login password 'secret'")
  const asPoor = url.replace(/\/\/[^@]*@/, '//poor:secret@')
  const found = (await checkServer(asPoor)).map(({ problem }) => problem)
  expect(found).toEqual(['may-not-create-roles', 'may-not-create-schemas'])

  await query(url, 'alter role poor createrole')
  await query(url, 'grant create on database giao_uoc to poor')
  expect(await checkServer(asPoor)).toEqual([])
  expect(await query(asPoor, 'create extension unaccent')).toEqual([])
})

test('a database in another encoding is told', async () => {
  const { url } = await start(await trialData())
  await query(url, "create database old encoding 'LATIN1' locale 'C' locale_provider libc template template0")
  const [finding] = await checkServer(url.replace('/giao_uoc?', '/old?'))
  expect(finding?.problem).toBe('encoding')
  expect(finding?.sentence.en).toContain('The database old is encoded in LATIN1')
})

test('a server that does not answer, a wrong password and a wrong address are one finding each', async () => {
  const { url } = await start(await trialData())
  for (const wrong of ['postgres://localhost:1/x', url.replace(/:[^:@]*@/, ':wrong@'), 'postgres://[']) {
    const findings = await checkServer(wrong)
    expect(findings.map(({ problem }) => problem)).toEqual(['unreachable'])
    expect(findings[0]?.sentence.vi).toMatch(/\(.+\)/)
  }
})
