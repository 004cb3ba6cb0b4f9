import type { WebContext } from '#platform/web.ts'

interface Sent {
  /** SHA-256 of the bytes: their strong ETag. */
  tag: string
  mediaType: string
  fileName: string
  /** The same name in ASCII, for old browsers. */
  plainName: string
  read: () => Promise<Uint8Array>
}

/** RFC 5987: what `encodeURIComponent` leaves alone and the header may not hold. */
const encoded = (name: string) =>
  encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)

/** Bytes that a browser shows in its own window and asks for again only when they changed. */
export async function sendBytes(c: WebContext, { tag, mediaType, fileName, plainName, read }: Sent) {
  const headers = { etag: `"${tag}"`, 'cache-control': 'public, no-cache' }
  const known = c.req.header('if-none-match')?.split(',') ?? []
  if (known.some((one) => one.trim().replace(/^W\//, '') === headers.etag)) return c.body(null, 304, headers)
  return c.body(new Uint8Array(await read()), 200, {
    ...headers,
    'content-type': mediaType,
    'content-disposition': `inline; filename="${plainName}"; filename*=UTF-8''${encoded(fileName)}`,
    'x-content-type-options': 'nosniff',
  })
}
