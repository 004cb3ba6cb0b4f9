import { existsSync, rmSync } from 'node:fs'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { spawnSync } from 'node:child_process'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { toBase64 } from '../src/capabilities/signatures/base64.ts'
import { signWith } from '../src/capabilities/signatures/keys/signer-key.ts'
import type { Db } from '../src/platform/database/database.ts'
import { signIn, type Client, type Reply } from './kill/client.ts'
import { openProgram, type Program, type Victim } from './kill/program.ts'
import { expectWholeChain, expectWholePaper } from './kill/proof.ts'
import { openRandom } from './kill/random.ts'
import { addDraft, addPaper, addTenant, beside, filesOf, makeSharedKey, schema, settings } from './kill/story.ts'
import type { Paper, Signer, TestKey } from './kill/story.ts'

const seed = Number(process.env['KILL_SEED'] ?? 20_230_223)
const random = openRandom(seed)
const patience = 240_000

let folder = ''
let program: Program

/** Also when the run is broken off. */
const leaveNothing = () => rmSync(folder, { recursive: true, force: true })

beforeAll(async () => {
  console.log(`KILL_SEED=${seed}`)
  if (!existsSync(new URL('../dist/assets/manifest.json', import.meta.url))) {
    spawnSync(process.execPath, ['tools/build.ts'], { cwd: new URL('..', import.meta.url), stdio: 'inherit' })
  }
  folder = await mkdtemp('/tmp/gu-kill-')
  process.once('exit', leaveNothing)
  // As root the server runs as another user, who must be able to come in.
  await chmod(folder, 0o755)
  program = await openProgram(folder, settings)
  await addTenant(program)
}, patience)

afterAll(async () => {
  try {
    await program.remove()
  } finally {
    await rm(folder, { recursive: true, force: true })
    process.off('exit', leaveNothing)
  }
}, patience)

type Strike = readonly [moment: number, victim: Victim]

interface Striking {
  strikes: readonly Strike[]
  acknowledged: readonly unknown[]
  /** Looks for what was acknowledged before the strike. */
  check: (before: number) => Promise<void>
}

/** Strikes once so much has been acknowledged, and a little later. */
async function strikeWhile({ strikes, acknowledged, check }: Striking) {
  for (const [moment, victim] of strikes) {
    while (acknowledged.length < moment) await sleep(2)
    await sleep(random.between(0, 100))
    const before = acknowledged.length
    await program.strike(victim)
    await check(before)
  }
}

const writes = 500
/** Many more than any strike can cost: a test that waits for ever says nothing. */
const mostTries = 5000

/** Adds legal texts until so many writes were acknowledged, and tells each that was. */
async function addTexts(client: Client, name: string, acknowledged: string[]): Promise<void> {
  for (let index = 0; acknowledged.length < writes && index < mostTries; index += 1) {
    const number = `${name}-${index}`
    const reply = await client.post('/van-ban-phap-luat', { kind: 'Thử', number, title: 'Văn bản thử', issuer: 'Tỉnh' })
    if (reply?.status === 303) acknowledged.push(number)
  }
}

async function expectTexts(db: Db, acknowledged: readonly string[]): Promise<void> {
  const texts = await db.selectFrom('legal_text').select('number').where('kind', '=', 'Thử').execute()
  const kept = new Set(texts.map(({ number }) => number))
  expect(acknowledged.filter((number) => !kept.has(number))).toEqual([])
}

/** Saves one clause again and again, as its page does while someone types; answers with what was acknowledged last. */
async function typeOn(client: Client, path: string, isOver: () => boolean): Promise<{ version: number; text: string }> {
  let last = { version: 1, text: '' }
  for (let index = 0, version = 1; !isOver(); index += 1) {
    const text = `Lần ghi ${index}`
    const reply = await client.post(path, { version: String(version), text })
    // A conflict with ourselves: the write before was done, and its answer lost.
    if (reply?.status === 409) version += 1
    if (reply?.status !== 200) continue
    version = (reply.body as { version: number }).version
    last = { version, text }
  }
  return last
}

const twice = (victim: Victim): Strike[] => [
  [random.between(50, 200), victim],
  [random.between(250, 450), victim],
]

test.each(['program', 'postgres'] as const)(
  'during 500 writes a kill −9 of %s loses none that was acknowledged',
  async (victim) => {
    const { draft, clients, typist } = await beside(program, async (db) => {
      const draft = await addDraft(db)
      const clients = await Promise.all([1, 2, 3].map(() => signIn(program, db, draft.cast.em.account)))
      return { draft, clients, typist: await signIn(program, db, draft.cast.an.account) }
    })
    const acknowledged: string[] = []
    const isOver = () => acknowledged.length >= writes
    const writing = clients.map((client, index) => addTexts(client, `${victim}-${index}`, acknowledged))
    const typing = typeOn(typist, draft.path, isOver)
    const check = (count: number) => beside(program, (db) => expectTexts(db, acknowledged.slice(0, count)))
    await strikeWhile({ strikes: twice(victim), acknowledged, check })
    await Promise.all(writing)
    const last = await typing
    await beside(program, async (db) => {
      await expectTexts(db, acknowledged)
      const clause = await db.selectFrom('clause').select(['version', 'text']).where('id', '=', draft.clause).execute()
      expect(last.version).toBeGreaterThan(1)
      expect(clause).toEqual([last])
      await expectWholeChain(db, schema)
    })
  },
  patience,
)

const problemIn = (reply: Reply) => Object(reply.body).problem as unknown

/** Signs as the browser does; whoever gets no answer tries again. */
async function signUntilDone({ client, account }: Signer, { path }: Paper, { key }: TestKey): Promise<void> {
  for (let index = 0; index < mostTries; index += 1) {
    const turn = await client.post(`${path}/luot`, {})
    if (turn !== undefined && problemIn(turn) === 'agreement.alreadyDecided') return
    if (turn?.status !== 200) {
      await sleep(20)
      continue
    }
    const { job, signedAttributes } = turn.body as { job: string; signedAttributes: string }
    const signature = await signWith(key, new Uint8Array(Buffer.from(signedAttributes, 'base64')))
    const given = await client.postJson(`${path}/chu-ky`, { job, signature: toBase64(signature) })
    if (given?.status === 200) return
  }
  throw new Error(`${account} cannot sign`)
}

test(
  'kills −9 while six sign leave no paper half-signed, and all six come to sign',
  async () => {
    const files = filesOf(folder)
    const key = await makeSharedKey()
    const rounds: (readonly Victim[])[] = [['program', 'postgres'], ['both']]
    for (const victims of rounds) {
      const paper = await beside(program, (db) => addPaper(program, db, files, key))
      const signatures = () => beside(program, (db) => expectWholePaper(db, files, paper.agreement))
      const check = async (before: number) => expect(await signatures()).toBeGreaterThanOrEqual(before)
      const acknowledged: Signer[] = []
      const strikes = victims
        .map((victim) => [random.between(0, 5), victim] as const)
        .toSorted(([one], [two]) => one - two)
      const striking = strikeWhile({ strikes, acknowledged, check })
      for (const signer of paper.signers) {
        await signUntilDone(signer, paper, key)
        acknowledged.push(signer)
      }
      await striking
      expect(await signatures()).toBe(6)
    }
    await beside(program, (db) => expectWholeChain(db, schema))
  },
  patience,
)
