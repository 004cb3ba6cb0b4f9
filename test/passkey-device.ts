import { createHash, generateKeyPairSync, randomBytes, sign, type KeyObject } from 'node:crypto'
import { isoCBOR } from '@simplewebauthn/server/helpers'

const userPresent = 1
const userVerified = 4
const attested = 0x40

const sha256 = (bytes: Uint8Array | string) => createHash('sha256').update(bytes).digest()
const text = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64url')

/** What a device would be tricked, set back or broken into saying. */
interface Lie {
  origin?: string
  host?: string
  challenge?: string
  counter?: number
  isUnverified?: boolean
  userHandle?: string
}

interface Asked {
  challenge: string
}

function coseKey(publicKey: KeyObject): Uint8Array {
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' })
  const coordinate = (part: string) => new Uint8Array(Buffer.from(part, 'base64url'))
  const entries: [number, number | Uint8Array][] = [
    [1, 2],
    [3, -7],
    [-1, 1],
    [-2, coordinate(x)],
    [-3, coordinate(y)],
  ]
  return isoCBOR.encode(new Map(entries))
}

/** A device of P-256 that keeps one key, counts, and answers as WebAuthn level 2 says; `lie` is what goes wrong. */
export function openDevice(site: { host: string; origin: string }, account: string) {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const id = randomBytes(32)
  let counter = 0

  function authenticatorData({ host = site.host, isUnverified = false, counter: said }: Lie, flags = 0) {
    counter = said ?? counter + 1
    const head = Buffer.alloc(5)
    head.writeUInt8(userPresent | (isUnverified ? 0 : userVerified) | flags)
    head.writeUInt32BE(counter, 1)
    return Buffer.concat([sha256(host), head])
  }

  const clientData = (type: string, { challenge }: Asked, lie: Lie) =>
    Buffer.from(
      JSON.stringify({
        type,
        challenge: lie.challenge ?? challenge,
        origin: lie.origin ?? site.origin,
        crossOrigin: false,
      }),
    )

  const credential = { id: text(id), rawId: text(id), type: 'public-key', clientExtensionResults: {} }

  return {
    /** The answer to a question for a new key, as the form sends it. */
    make(asked: Asked, lie: Lie = {}): string {
      const length = Buffer.alloc(2)
      length.writeUInt16BE(id.length)
      const authData = Buffer.concat([
        authenticatorData({ counter: 0, ...lie }, attested),
        Buffer.alloc(16),
        length,
        id,
        coseKey(publicKey),
      ])
      const statement: [string, string | Uint8Array | Map<string, string>][] = [
        ['fmt', 'none'],
        ['attStmt', new Map()],
        ['authData', new Uint8Array(authData)],
      ]
      const response = {
        clientDataJSON: text(clientData('webauthn.create', asked, lie)),
        attestationObject: text(isoCBOR.encode(new Map(statement))),
        transports: ['internal'],
      }
      return JSON.stringify({ ...credential, response })
    },
    /** The answer to a question that shall be signed. */
    sign(asked: Asked, lie: Lie = {}): string {
      const data = authenticatorData(lie)
      const client = clientData('webauthn.get', asked, lie)
      const signature = sign('sha256', Buffer.concat([data, sha256(client)]), privateKey)
      const response = {
        clientDataJSON: text(client),
        authenticatorData: text(data),
        signature: text(signature),
        userHandle: text(Buffer.from(lie.userHandle ?? account)),
      }
      return JSON.stringify({ ...credential, response })
    },
  }
}
