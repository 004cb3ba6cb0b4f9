import { mkdir, open, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { checkpointsAfter } from '#capabilities/audit/checkpoints/take-checkpoint.ts'
import { sealCertificates } from '#capabilities/signatures/keeping/seals.ts'
import type { Db } from '#platform/database/database.ts'

const pemOf = (der: Uint8Array) => {
  const lines =
    Buffer.from(der)
      .toString('base64')
      .match(/.{1,64}/g) ?? []
  return ['-----BEGIN CERTIFICATE-----', ...lines, '-----END CERTIFICATE-----', ''].join('\n')
}

async function present(path: string): Promise<string> {
  return readFile(path, 'utf8').catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return ''
    throw error
  })
}

/** Appends to the tenant's file what it does not hold yet; nothing in it is ever written over. */
export async function appendCheckpoints(db: Db, folder: string, tenant: string, newest: string): Promise<void> {
  await mkdir(folder, { recursive: true })
  const path = join(folder, `${tenant}.txt`)
  const held = await present(path)
  const known = new Set(held.split('\n'))
  // By their lines: after a restore the numbers begin again below the highest one that is held.
  const taken = new Set([...(await checkpointsAfter(db, -1)).map(({ line }) => line), newest])
  const lines = [...taken].flatMap((line) => (known.has(line) ? [] : [`${line}\n`]))
  const seals = (await sealCertificates(db)).map(pemOf).filter((pem) => !held.includes(pem))
  if (lines.length === 0 && seals.length === 0) return
  const handle = await open(path, 'a', 0o644)
  try {
    await handle.writeFile([...seals, ...lines].join(''))
    await handle.sync()
  } finally {
    await handle.close()
  }
}
