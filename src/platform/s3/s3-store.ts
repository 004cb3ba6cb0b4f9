import type * as S3 from '@aws-sdk/client-s3'
import { sha256Of, type FileStore } from '../files.ts'
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
  put: (key: string, bytes: Uint8Array) => Promise<void>
  get: (key: string) => Promise<Uint8Array>
  removeAll: (prefix: string) => Promise<void>
}

function objectsOf(settings: S3Settings): Objects {
  const open = openLater(settings)
  const named = (key: string) => ({ Bucket: settings.bucket, Key: settings.prefix + key })
  return {
    async put(key, bytes) {
      const { sdk, client } = await open()
      await client.send(new sdk.PutObjectCommand({ ...named(key), Body: bytes, ContentLength: bytes.length }))
    },
    async get(key) {
      const { sdk, client } = await open()
      const { Body } = await client.send(new sdk.GetObjectCommand(named(key)))
      if (Body === undefined) throw new Error(`S3: ${key} has no body`)
      return Body.transformToByteArray()
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

/** What S3 gives back under a hash and is not of that hash is an error, not a file. */
export function s3Files(settings: S3Settings): FileStore {
  const objects = objectsOf(settings)
  return {
    put: (sha256, bytes) => objects.put(placeOf(sha256), bytes),
    async get(sha256) {
      const bytes = await objects.get(placeOf(sha256))
      if (sha256Of(bytes) !== sha256) throw new Error(`S3: the bytes of ${sha256} are not what they were`)
      return bytes
    },
  }
}

export function s3Parts(settings: S3Settings): PartStore {
  const objects = objectsOf(settings)
  return {
    put: (name, bytes) => objects.put(`uploads/${name}`, bytes),
    get: (name) => objects.get(`uploads/${name}`),
    remove: (upload) => objects.removeAll(`uploads/${upload}/`),
  }
}
