import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)

async function inFolder<Result>(work: (folder: string) => Promise<Result>): Promise<Result> {
  const folder = await mkdtemp(join(tmpdir(), 'giao-uoc-check-'))
  try {
    return await work(folder)
  } finally {
    await rm(folder, { recursive: true })
  }
}

/** What poppler's `pdfsig` prints. */
export function pdfsig(pdf: Uint8Array): Promise<string> {
  return inFolder(async (folder) => {
    const file = join(folder, 'paper.pdf')
    await writeFile(file, pdf)
    return (await run('pdfsig', [file])).stdout
  })
}

/** The signatures of a file as openssl wants them, found by their text alone. */
export function signaturesOf(pdf: Uint8Array): { content: Uint8Array; cms: Uint8Array }[] {
  const text = Buffer.from(pdf).toString('latin1')
  return [...text.matchAll(/\/ByteRange \[(\d+) (\d+) (\d+) (\d+)\]/g)].map((found) => {
    const [from = 0, length = 0, again = 0, rest = 0] = found.slice(1).map(Number)
    const padded = Buffer.from(text.slice(length + 1, again - 1), 'hex')
    const cms = padded.subarray(0, 4 + padded.readUInt16BE(2))
    return { content: Buffer.concat([pdf.subarray(from, length), pdf.subarray(again, again + rest)]), cms }
  })
}

const pem = (der: Uint8Array) =>
  `-----BEGIN CERTIFICATE-----\n${Buffer.from(der).toString('base64')}\n-----END CERTIFICATE-----\n`

/** `openssl cms -verify -cades` over one signature; returns what it says. */
export function opensslCms(signature: { content: Uint8Array; cms: Uint8Array }, root: Uint8Array): Promise<string> {
  return inFolder(async (folder) => {
    const at = (name: string) => join(folder, name)
    await writeFile(at('root.pem'), pem(root))
    await writeFile(at('content'), signature.content)
    await writeFile(at('cms'), signature.cms)
    const files = ['-in', at('cms'), '-content', at('content'), '-CAfile', at('root.pem'), '-out', at('out')]
    return (await run('openssl', ['cms', '-verify', '-cades', '-binary', '-inform', 'DER', ...files])).stderr
  })
}

/** `openssl ts -verify` of a token over the data it stamps. */
export function opensslTimestamp(token: Uint8Array, data: Uint8Array, root: Uint8Array): Promise<string> {
  return inFolder(async (folder) => {
    const at = (name: string) => join(folder, name)
    await writeFile(at('root.pem'), pem(root))
    await writeFile(at('token'), token)
    await writeFile(at('data'), data)
    const files = ['-in', at('token'), '-token_in', '-data', at('data'), '-CAfile', at('root.pem')]
    return (await run('openssl', ['ts', '-verify', ...files])).stdout
  })
}
