import { join } from 'node:path'
import type { Environment } from './config.ts'
import { folderStore, type FileStore } from './files.ts'
import { folderParts, type PartStore } from './parts.ts'
import { s3Files, s3Parts, type S3Settings } from './s3/s3-store.ts'

/** Where S3 is, when it is set. */
export function s3Settings(environment: Environment): S3Settings | undefined {
  const { S3_BUCKET, S3_ENDPOINT, S3_REGION, S3_ACCESS_KEY_ID, S3_SECRET_ACCESS_KEY } = environment
  if (S3_BUCKET === undefined) return undefined
  return {
    bucket: S3_BUCKET,
    endpoint: S3_ENDPOINT,
    region: S3_REGION,
    accessKeyId: S3_ACCESS_KEY_ID ?? '',
    secretAccessKey: S3_SECRET_ACCESS_KEY ?? '',
    prefix: environment.S3_PREFIX,
    isPathStyle: environment.S3_PATH_STYLE,
  }
}

export interface OpenFiles {
  files: FileStore
  parts: PartStore
}

/** The one place that decides where bytes lie: in S3 when it is set, else in the data folder. */
export function openFiles(environment: Environment, dataFolder: string): OpenFiles {
  const s3 = s3Settings(environment)
  if (s3 !== undefined) return { files: s3Files(s3), parts: s3Parts(s3) }
  return { files: folderStore(join(dataFolder, 'files')), parts: folderParts(join(dataFolder, 'uploads')) }
}
