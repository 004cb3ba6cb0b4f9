import { readFile } from 'node:fs/promises'
import type { MiddlewareHandler } from 'hono'
import { NotFound } from '#platform/errors.ts'

/** The addresses of what `tools/build.ts` made; each carries the hash of its content. */
export interface Assets {
  publicStyle: string
  workspaceStyle: string
  script: string
}

/** For tests in memory, which look at HTML and fetch no assets. */
export const plainAssets: Assets = {
  publicStyle: '/assets/public.css',
  workspaceStyle: '/assets/workspace.css',
  script: '/assets/workspace.js',
}

const mediaTypes: Readonly<Record<string, string>> = {
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  woff2: 'font/woff2',
  svg: 'image/svg+xml',
  png: 'image/png',
}

export async function readAssets(folder: URL): Promise<Assets> {
  const manifest: unknown = JSON.parse(await readFile(new URL('manifest.json', folder), 'utf8'))
  return manifest as Assets
}

/** Serves what was built; a name changes with its content, so a browser may keep it for ever. */
export function serveAssets(folder: URL): MiddlewareHandler {
  const kept = new Map<string, Uint8Array<ArrayBuffer>>()
  return async (c) => {
    const name = c.req.path.slice('/assets/'.length)
    const mediaType = mediaTypes[name.slice(name.lastIndexOf('.') + 1)]
    if (!/^[\w-]+(\/[\w-]+)*(\.[\w-]+)+$/.test(name) || mediaType === undefined) throw new NotFound()
    const bytes =
      kept.get(name) ??
      new Uint8Array(
        await readFile(new URL(name, folder)).catch(() => {
          throw new NotFound()
        }),
      )
    kept.set(name, bytes)
    return c.body(bytes, 200, { 'content-type': mediaType, 'cache-control': 'public, max-age=31536000, immutable' })
  }
}
