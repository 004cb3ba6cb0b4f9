import { readFile } from 'node:fs/promises'
import type { MiddlewareHandler } from 'hono'

/** The addresses of what `tools/build.ts` made; each carries the hash of its content. */
export interface Assets {
  publicStyle: string
  workspaceStyle: string
  script: string
  /** For the pages that send large files, and no other. */
  uploadScript: string
  /** For the pages that take entries by keyboard and without a line. */
  entryScript: string
  /** For the pages that ask the device for a passkey. */
  passkeyScript: string
  /** For the page that edits an article. */
  editorScript: string
  /** For the large screen in a hall, which follows what happens. */
  screenScript: string
}

/** For tests in memory, which look at HTML and fetch no assets. */
export const plainAssets: Assets = {
  publicStyle: '/assets/public.css',
  workspaceStyle: '/assets/workspace.css',
  script: '/assets/workspace.js',
  uploadScript: '/assets/upload.js',
  entryScript: '/assets/entry.js',
  passkeyScript: '/assets/passkeys.js',
  editorScript: '/assets/editor.js',
  screenScript: '/assets/screen.js',
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

/** Serves the one script that keeps its name, so that browsers see when it changed. */
export function serveWorker(folder: URL): MiddlewareHandler {
  return async (c) => {
    const bytes = await readFile(new URL('offline-worker.js', folder))
    return c.body(new Uint8Array(bytes), 200, { 'content-type': mediaTypes['js'] ?? '', 'cache-control': 'no-cache' })
  }
}

const lasting = 'public, max-age=31536000, immutable'

/** Serves what was built; a name changes with its content, so a browser may keep it for ever. */
export function serveAssets(folder: URL): MiddlewareHandler {
  const kept = new Map<string, Uint8Array<ArrayBuffer>>()
  return async (c) => {
    const name = c.req.path.slice('/assets/'.length)
    const mediaType = mediaTypes[name.slice(name.lastIndexOf('.') + 1)]
    if (!/^[\w-]+(\/[\w-]+)*(\.[\w-]+)+$/.test(name) || mediaType === undefined) return c.text('404', 404)
    const bytes = kept.get(name) ?? (await readFile(new URL(name, folder)).catch(() => null))
    if (bytes === null) return c.text('404', 404)
    kept.set(name, new Uint8Array(bytes))
    return c.body(new Uint8Array(bytes), 200, { 'content-type': mediaType, 'cache-control': lasting })
  }
}
