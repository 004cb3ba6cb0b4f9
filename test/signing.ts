import { tmpdir } from 'node:os'
import { createRenderer } from '../src/capabilities/documents/render-pdf.ts'
import { toBase64 } from '../src/capabilities/signatures/base64.ts'
import {
  makeSignerKey,
  openSignerKey,
  proveKey,
  signWith,
  type SealedKey,
  type SignerKey,
} from '../src/capabilities/signatures/keys/signer-key.ts'
import type { NewClause } from '../src/domains/agreement/drafting/start-draft.ts'
import { startDraft } from '../src/domains/agreement/drafting/start-draft.ts'
import { freezeAgreement } from '../src/domains/agreement/drafting/freeze-agreement.ts'
import { beginSignature } from '../src/domains/agreement/signing/begin-signature.ts'
import { giveAgreementSignature } from '../src/domains/agreement/signing/give-agreement-signature.ts'
import { certificateChallenge } from '../src/domains/units/certificates/challenge.ts'
import { requestCertificate } from '../src/domains/units/certificates/request-certificate.ts'
import type { Actor } from '../src/platform/actor.ts'
import { asFile, bytesOf } from '../src/platform/content.ts'
import type { Db } from '../src/platform/database/database.ts'
import type { FileStore } from '../src/platform/files.ts'
import type { PartStore } from '../src/platform/parts.ts'
import { newId } from '../src/platform/id.ts'
import { morning, type Cast } from './cast.ts'

/** Files on their way in, as memory holds them. */
export function memoryParts(): PartStore {
  const kept = new Map<string, Uint8Array>()
  return {
    put: async (name, bytes) => void kept.set(name, bytes),
    get: async (name) => kept.get(name) ?? Promise.reject(new Error(`no part ${name}`)),
    scratch: () => tmpdir(),
    remove: async (upload) => {
      for (const name of kept.keys()) if (name.startsWith(`${upload}/`)) kept.delete(name)
    },
  }
}

/** Files in memory: the port's smallest driver. */
export function memoryFiles(): FileStore {
  const kept = new Map<string, Uint8Array>()
  const get = async (sha256: string) => kept.get(sha256) ?? Promise.reject(new Error(`no file ${sha256}`))
  return {
    put: async (sha256, content) => void kept.set(sha256, new Uint8Array(await bytesOf(content))),
    get,
    stream: async (sha256) => new Blob([new Uint8Array(await get(sha256))]).stream(),
    lend: async (sha256, use) => asFile(tmpdir(), [await get(sha256)], use),
  }
}

const testPassphrase = 'mật khẩu ký thử nghiệm'
export const authorityTestPassphrase = 'authority of the tests'

/** What the system's seal is made with. */
export const sealPieces = {
  secretKey: 'a secret of the installation',
  passphrase: authorityTestPassphrase,
  isSample: false,
}

let shared: ReturnType<typeof createRenderer> | undefined

/** One renderer a worker: its children rest between tests. */
export function testRenderer() {
  shared ??= createRenderer({ children: 1 })
  return shared
}

/** Gives each leader a confirmed mandate to sign; answers with the leaders as they now are. */
export async function giveMandates(db: Db, cast: Cast): Promise<Actor[]> {
  const actors: Actor[] = []
  for (const actor of cast.leaders) {
    const unit = actor.actingUnit ?? ''
    const id = newId()
    await db
      .insertInto('mandate')
      .values({
        id,
        unit_id: unit,
        account_id: actor.account,
        post: 'Chủ tịch',
        may_act: true,
        may_sign: true,
        may_vote: true,
        from_on: '2023-01-01',
        to_on: '2027-12-31',
        document_name: 'Giấy ủy quyền thử',
        state: 'confirmed',
        asked_by: actor.account,
        asked_at: morning,
        decided_by: cast.dung.account,
        decided_at: morning,
      })
      .execute()
    const held = { id, unit, post: 'Chủ tịch', mayAct: true, maySign: true, mayVote: true }
    actors.push({ ...actor, mandates: [held] })
  }
  return actors
}

const clauses: readonly NewClause[] = [
  { section: 'legal_basis', text: 'Luật Thi đua, khen thưởng' },
  { section: 'commitment', text: 'Cùng mở đợt thi đua đầu năm.' },
  { section: 'commitment', text: 'Giúp mỗi xã một việc cụ thể.' },
  { section: 'movement', text: 'Dân vận khéo', details: { from: '', to: '', scope: '' } },
  { section: 'organisation', text: 'Báo cáo kết quả mỗi quý.' },
]

export async function startTestDraft(db: Db, cast: Cast, now = morning): Promise<string> {
  const head = {
    title: 'Giao ước thi đua năm 2023',
    theme: 'Đoàn kết - Đổi mới',
    place: 'Nam Định',
    signing_on: '2023-02-23',
    sign_by: null,
    witness: '',
    copies: null,
  }
  return startDraft(db, cast.an, { blocYear: cast.blocYear, origin: 'template', beginning: { head, clauses } }, now)
}

export const freezePieces = (files: FileStore) => ({
  files,
  renderer: testRenderer(),
  tenantName: 'Tỉnh Nam Định',
  checkUrl: (code: string) => `http://namdinh.test/kiem-tra/${code}`,
  ...sealPieces,
})

export async function freezeTestAgreement(db: Db, cast: Cast, files: FileStore, now = morning): Promise<string> {
  const agreement = await startTestDraft(db, cast, now)
  await freezeAgreement(db, cast.an, { agreement, isMeant: true }, { ...freezePieces(files), now })
  return agreement
}

interface OpenKey {
  publicKey: Uint8Array
  sealed: SealedKey
  key: SignerKey
}

export async function makeOpenKey(): Promise<OpenKey> {
  const { publicKey, sealed } = await makeSignerKey(testPassphrase)
  return { publicKey, sealed, key: await openSignerKey(sealed, testPassphrase) }
}

const openKeys: Promise<OpenKey>[] = []
let asked = 0

/** Two keys a worker, taken in turn: sealing one costs more than all else in a test, and two suffice to mix them up. */
function nextKey(): Promise<OpenKey> {
  asked += 1
  const place = asked % 2
  openKeys[place] ??= makeOpenKey()
  return openKeys[place]
}

/** What the signer's browser does once: a key, and the certificate for it. */
export async function makeTestSigner(db: Db, actor: Actor, now = morning): Promise<SignerKey> {
  const mandate = actor.mandates[0]?.id ?? ''
  const { publicKey, sealed, key } = await nextKey()
  const proof = await proveKey(key, new TextEncoder().encode(certificateChallenge(mandate, actor.account)))
  const request = { mandate, publicKey: toBase64(publicKey), proof: toBase64(proof), sealedKey: sealed }
  const pieces = { passphrase: authorityTestPassphrase, tenantName: 'Tỉnh Nam Định', isSample: false, now }
  await requestCertificate(db, actor, request, pieces)
  return key
}

export interface SignTest {
  agreement: string
  files: FileStore
  now?: Date
}

/** Both halves of one signature. */
export async function signAsTest(db: Db, actor: Actor, key: SignerKey, { agreement, files, now = morning }: SignTest) {
  const turn = await beginSignature(db, actor, { agreement }, { now, files, renderer: testRenderer() })
  const signature = toBase64(await signWith(key, new Uint8Array(turn.signedAttributes)))
  return giveAgreementSignature(db, actor, { agreement, job: turn.job, signature }, { now, files })
}
