import { join } from 'node:path'
import { toBase64 } from '../../src/capabilities/signatures/base64.ts'
import {
  makeSignerKey,
  openSignerKey,
  proveKey,
  type SignerKey,
} from '../../src/capabilities/signatures/keys/signer-key.ts'
import { certificateChallenge } from '../../src/domains/units/certificates/challenge.ts'
import { openDatabase, openPool, type Db } from '../../src/platform/database/database.ts'
import { tenantUrl } from '../../src/platform/database/tenant-role.ts'
import { createTenant } from '../../src/platform/database/tenants.ts'
import { folderStore, type FileStore } from '../../src/platform/files.ts'
import { makeCast, type Cast } from '../cast.ts'
import { sqlRoot, testSecret } from '../global-setup.ts'
import { freezeTestAgreement, giveMandates, startTestDraft } from '../signing.ts'
import { signIn, type Client } from './client.ts'
import type { Program } from './program.ts'

const tenant = 'thu'
export const schema = `t_${tenant}`

/** How the program is told of the tenant, and of the passphrase of its authority. */
export const settings = {
  SECRET_KEY: testSecret,
  DEFAULT_TENANT: tenant,
  SIGNING_CA_PASSPHRASE: 'a passphrase of this test only',
  LOG_LEVEL: 'silent',
}

export const filesOf = (dataFolder: string): FileStore => folderStore(join(dataFolder, 'files'))

const ignore = () => {}

/** A look beside the program; each time anew, since the server's socket moves at every start. */
export async function beside<Result>(program: Program, look: (db: Db) => Promise<Result>): Promise<Result> {
  const url = tenantUrl(await program.ownerUrl(), tenant, testSecret)
  const db = openDatabase(openPool(url, { max: 2, onError: ignore }))
  try {
    return await look(db)
  } finally {
    await db.destroy()
  }
}

export async function addTenant(program: Program): Promise<void> {
  const owner = openPool(await program.ownerUrl(), { max: 2, onError: ignore })
  await createTenant(owner, { slug: tenant, name: 'Tỉnh Thử', hosts: [] }, { sqlRoot, secretKey: testSecret })
  await owner.end()
}

export interface Draft {
  cast: Cast
  clause: string
  /** Where its clause is saved. */
  path: string
}

export async function addDraft(db: Db): Promise<Draft> {
  const cast = await makeCast(db)
  const agreement = await startTestDraft(db, cast)
  const clauses = db.selectFrom('clause').select('id').where('agreement_id', '=', agreement)
  const { id } = await clauses.where('section', '=', 'commitment').executeTakeFirstOrThrow()
  return { cast, clause: id, path: `/khoi/${cast.blocSlug}/2023/giao-uoc/soan-thao/dieu/${id}` }
}

export interface Signer {
  account: string
  client: Client
}

export interface Paper {
  agreement: string
  /** Where it is signed. */
  path: string
  signers: readonly Signer[]
}

export type TestKey = { key: SignerKey; publicKey: Uint8Array; sealed: object }

const passphrase = 'mật khẩu ký thử nghiệm'

/** Making a key takes long by design: the six share one, each with a certificate of their own. */
export async function makeSharedKey(): Promise<TestKey> {
  const { publicKey, sealed } = await makeSignerKey(passphrase)
  return { key: await openSignerKey(sealed, passphrase), publicKey, sealed }
}

async function askCertificate({ client, account }: Signer, mandate: string, { key, publicKey, sealed }: TestKey) {
  const proof = await proveKey(key, new TextEncoder().encode(certificateChallenge(mandate, account)))
  const request = { publicKey: toBase64(publicKey), proof: toBase64(proof), sealedKey: sealed }
  const reply = await client.postJson(`/chu-ky-cua-toi/${mandate}`, request)
  if (reply?.status !== 200) throw new Error(`no certificate: ${JSON.stringify(reply)}`)
}

/** A frozen agreement whose six signers are signed in and have their certificates. */
export async function addPaper(program: Program, db: Db, files: FileStore, key: TestKey): Promise<Paper> {
  const cast = await makeCast(db)
  const leaders = await giveMandates(db, cast)
  const to_on = `${new Date().getFullYear() + 1}-12-31`
  const mandates = leaders.map(({ mandates: [held] }) => held?.id ?? '')
  await db.updateTable('mandate').set({ to_on }).where('id', 'in', mandates).execute()
  const agreement = await freezeTestAgreement(db, cast, files)
  const signers: Signer[] = []
  for (const [index, { account }] of leaders.entries()) {
    const signer = { account, client: await signIn(program, db, account) }
    await askCertificate(signer, mandates[index] ?? '', key)
    signers.push(signer)
  }
  return { agreement, path: `/khoi/${cast.blocSlug}/2023/giao-uoc/ky`, signers }
}
