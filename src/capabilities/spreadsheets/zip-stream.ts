import { pipeline, Readable } from 'node:stream'
import { constants, crc32, createDeflateRaw } from 'node:zlib'
import { Zip, type ZipInputFile } from 'fflate'

export interface ZipPart {
  readonly name: string
  readonly texts: Iterable<string>
}

/** Texts are passed on when they are so long together. */
const enough = 1 << 16

function* batches(texts: Iterable<string>): Generator<Buffer> {
  let batch = ''
  for (const text of texts) {
    batch += text
    if (batch.length < enough) continue
    yield Buffer.from(batch)
    batch = ''
  }
  if (batch !== '') yield Buffer.from(batch)
}

/** A file of the archive whose bytes are pressed by zlib, beside the thread that makes them. */
function pressed(filename: string, mtime: Date) {
  const file: ZipInputFile = { filename, mtime, size: 0, crc: 0, compression: 8 }
  const press = async function* press(texts: Iterable<string>): AsyncGenerator<Uint8Array<ArrayBuffer>> {
    const counted = function* counted() {
      for (const bytes of batches(texts)) {
        file.crc = crc32(bytes, file.crc)
        file.size += bytes.length
        yield bytes
      }
    }
    const deflate = createDeflateRaw({ level: constants.Z_BEST_SPEED, chunkSize: enough })
    pipeline(Readable.from(counted(), { highWaterMark: 1 }), deflate, (error) => {
      if (error) deflate.destroy(error)
    })
    for await (const bytes of deflate) yield bytes as Uint8Array<ArrayBuffer>
  }
  return { file, press }
}

/** An archive as it is made: no part is made before there is room for it. */
export async function* zipped(parts: Iterable<ZipPart>, mtime: Date): AsyncGenerator<Uint8Array> {
  const made: Uint8Array[] = []
  const zip = new Zip((error, bytes) => {
    if (error) throw error
    made.push(bytes)
  })
  for (const { name, texts } of parts) {
    const { file, press } = pressed(name, mtime)
    zip.add(file)
    for await (const bytes of press(texts)) {
      file.ondata?.(null, bytes, false)
      yield* made.splice(0)
    }
    file.ondata?.(null, new Uint8Array(0), true)
  }
  zip.end()
  yield* made.splice(0)
}
