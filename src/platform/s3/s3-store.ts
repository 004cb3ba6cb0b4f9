import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import type * as S3 from '@aws-sdk/client-s3'
import { asFile, bytesOf, isOnDisk, streamOf, type Content } from '../content.ts'
import { OtherBytes, sha256Of, type FileStore } from '../files.ts'
import type { PartStore } from '../parts.ts'

export interface S3Settings {
  bucket: string
  /** Absent, Amazon's own for the region. */
  endpoint: string | undefined
  region: string
  accessKeyId: string
  secretAccessKey: string
  /** Before every key: 'giao-uoc/'. */
  prefix: string
  /** Whether the bucket stands in the path, as most servers other than Amazon's want it, or in the host's name. */
  isPathStyle: boolean
}

type Sdk = typeof S3

interface Opened {
  sdk: Sdk
  client: S3.S3Client
}

function clientOf(sdk: Sdk, { endpoint, region, accessKeyId, secretAccessKey, isPathStyle }: S3Settings): S3.S3Client {
  return new sdk.S3Client({
    region,
    credentials: { accessKeyId, secretAccessKey },
    forcePathStyle: isPathStyle,
    ...(endpoint === undefined ? {} : { endpoint }),
    // Many servers that speak S3 refuse the newer check sums; what is stored is checked by its own hash.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
    maxAttempts: 4,
    requestHandler: { connectionTimeout: 5000, requestTimeout: 120_000 },
  })
}

/** The library is loaded at the first use: a program without S3 never pays for it. */
function openLater(settings: S3Settings): () => Promise<Opened> {
  let opened: Promise<Opened> | undefined
  const open = async () => {
    const sdk = await import('@aws-sdk/client-s3')
    return { sdk, client: clientOf(sdk, settings) }
  }
  return () => (opened ??= open())
}

interface Objects {
  put: (key: string, content: Content) => Promise<void>
  get: (key: string) => Promise<Uint8Array>
  stream: (key: string) => Promise<Readable>
  removeAll: (prefix: string) => Promise<void>
}

/** Sent whole, and again when the line breaks; a larger file is sent as it is read, once. */
const heldBytes = 8 * 1024 * 1024

const bodyOf = async (content: Content) =>
  isOnDisk(content) && content.length > heldBytes ? createReadStream(content.path) : bytesOf(content)

function objectsOf(settings: S3Settings): Objects {
  const open = openLater(settings)
  const named = (key: string) => ({ Bucket: settings.bucket, Key: settings.prefix + key })
  async function bodyAt(key: string) {
    const { sdk, client } = await open()
    const { Body } = await client.send(new sdk.GetObjectCommand(named(key)))
    if (Body === undefined) throw new Error(`S3: ${key} has no body`)
    return Body
  }
  return {
    async put(key, content) {
      const { sdk, client } = await open()
      const Body = await bodyOf(content)
      await client.send(new sdk.PutObjectCommand({ ...named(key), Body, ContentLength: content.length }))
    },
    async get(key) {
      return (await bodyAt(key)).transformToByteArray()
    },
    async stream(key) {
      const body = await bodyAt(key)
      return body instanceof Readable ? body : Readable.from(await body.transformToByteArray())
    },
    async removeAll(prefix) {
      const { sdk, client } = await open()
      const { Bucket, Key: Prefix } = named(prefix)
      const { Contents = [] } = await client.send(new sdk.ListObjectsV2Command({ Bucket, Prefix }))
      for (const { Key } of Contents) await client.send(new sdk.DeleteObjectCommand({ Bucket, Key }))
    },
  }
}

/** The same names as in a folder, so that a folder can be copied into a bucket and back. */
const placeOf = (sha256: string) => `files/${sha256.slice(0, 2)}/${sha256}`

const changed = (sha256: string) => new OtherBytes(`S3: the bytes of ${sha256} are not what they were`)

/** Passes what comes, and breaks off at the end where it was not what its name says. */
async function* onlyOf(sha256: string, chunks: Readable): AsyncGenerator<Uint8Array> {
  const hash = createHash('sha256')
  for await (const chunk of chunks as AsyncIterable<Uint8Array>) {
    hash.update(chunk)
    yield chunk
  }
  if (hash.digest('hex') !== sha256) throw changed(sha256)
}

/** Where an object is a file for a while; what a kill leaves there the system clears away. */
const borrowed = join(tmpdir(), 'giao-uoc')

/** What S3 gives back under a hash and is not of that hash is an error, not a file. */
export function s3Files(settings: S3Settings): FileStore {
  const objects = objectsOf(settings)
  return {
    put: (sha256, content) => objects.put(placeOf(sha256), content),
    async get(sha256) {
      const bytes = await objects.get(placeOf(sha256))
      if (sha256Of(bytes) !== sha256) throw changed(sha256)
      return bytes
    },
    async stream(sha256) {
      return streamOf(onlyOf(sha256, await objects.stream(placeOf(sha256))))
    },
    async lend(sha256, use) {
      return asFile(borrowed, onlyOf(sha256, await objects.stream(placeOf(sha256))), use)
    },
  }
}

export function s3Parts(settings: S3Settings): PartStore {
  const objects = objectsOf(settings)
  return {
    put: (name, bytes) => objects.put(`uploads/${name}`, bytes),
    get: (name) => objects.get(`uploads/${name}`),
    scratch: () => borrowed,
    remove: (upload) => objects.removeAll(`uploads/${upload}/`),
  }
}
