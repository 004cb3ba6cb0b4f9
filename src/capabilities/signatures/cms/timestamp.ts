import { randomBytes } from 'node:crypto'
import { oids } from '../asn1/identifiers.ts'
import { demandTag, open, readElement, readHexInteger } from '../asn1/read.ts'
import { integer, octets, oid, sequence, yes } from '../asn1/write.ts'
import { SigningError } from '../signing/signing-error.ts'
import { checkTimestampToken } from './timestamp-token.ts'

export interface TimestampClient {
  /** A time stamp token (DER) over a SHA-256 digest, already checked. Throws SigningError. */
  stamp(digest: Uint8Array): Promise<Uint8Array>
}

interface Options {
  readonly url: string
  readonly timeoutMs?: number
}

const largestAnswer = 64 * 1024
const granted = new Set(['00', '01'])

/** A client of a time stamp authority over HTTP (RFC 3161 with RFC 5816). */
export function timestampClient({ url, timeoutMs = 10_000 }: Options): TimestampClient {
  return {
    stamp: async (digest) => {
      const nonce = integer(randomBytes(16))
      const answer = await ask(url, { query: writeQuery(digest, nonce), timeoutMs })
      return readAnswer(answer, { digest, nonce: readHexInteger(readElement(nonce)) })
    },
  }
}

function writeQuery(digest: Uint8Array, nonce: Uint8Array): Uint8Array {
  const imprint = sequence(sequence(oid(oids.sha256)), octets(digest))
  return sequence(integer(1), imprint, nonce, yes())
}

async function ask(url: string, { query, timeoutMs }: { query: Uint8Array; timeoutMs: number }): Promise<Uint8Array> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/timestamp-query' },
      body: new Uint8Array(query),
      redirect: 'error',
      signal: AbortSignal.timeout(timeoutMs),
    })
    if (!response.ok) throw new Error(`status ${response.status}`)
    return await readBody(response)
  } catch (cause) {
    throw new SigningError('timestamp.unreachable', { cause })
  }
}

async function readBody(response: Response): Promise<Uint8Array> {
  const parts: Uint8Array[] = []
  let length = 0
  for await (const part of response.body ?? []) {
    parts.push(part)
    length += part.length
    if (length > largestAnswer) throw new Error('answer too long')
  }
  return Buffer.concat(parts)
}

function readAnswer(answer: Uint8Array, asked: { digest: Uint8Array; nonce: string }): Uint8Array {
  const token = readToken(answer)
  try {
    const { nonce } = checkTimestampToken(token, (name) => (name === 'sha256' ? asked.digest : new Uint8Array()))
    if (nonce === asked.nonce) return token
  } catch (cause) {
    throw new SigningError('timestamp.wrong', { cause })
  }
  throw new SigningError('timestamp.wrong')
}

function readToken(answer: Uint8Array): Uint8Array {
  try {
    const [status, token] = open(readElement(answer))
    if (token && granted.has(readHexInteger(open(status)[0]))) return demandTag(token, 0x30).bytes
  } catch (cause) {
    throw new SigningError('timestamp.wrong', { cause })
  }
  throw new SigningError('timestamp.refused')
}
