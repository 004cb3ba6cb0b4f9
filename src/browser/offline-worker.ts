/** A page that was kept longer ago is not shown again: the session it belonged to may be over. */
const lapsesAfter = 24 * 60 * 60 * 1000

interface Lasting extends Event {
  waitUntil(work: Promise<unknown>): void
}

interface Fetching extends Event {
  readonly request: Request
  respondWith(answer: Promise<Response>): void
}

/** What is used of a service worker's scope; the types of the DOM are those of a page. */
interface WorkerScope {
  skipWaiting(): Promise<void>
  readonly clients: { claim(): Promise<void> }
  addEventListener(name: 'install' | 'activate', does: (event: Lasting) => void): void
  addEventListener(name: 'fetch', does: (event: Fetching) => void): void
}

const worker = globalThis as unknown as WorkerScope

/** Only what a page of the person kept by name; nothing is kept here. */
async function keptPage(request: Request): Promise<Response> {
  const kept = await caches.match(request)
  const keptAt = Date.parse(kept?.headers.get('date') ?? '')
  return kept !== undefined && Date.now() - keptAt < lapsesAfter ? kept : Response.error()
}

worker.addEventListener('install', () => void worker.skipWaiting())
worker.addEventListener('activate', (event) => event.waitUntil(worker.clients.claim()))
worker.addEventListener('fetch', (event) => {
  const { request } = event
  if (request.method !== 'GET') return
  if (request.mode === 'navigate') event.respondWith(fetch(request).catch(() => keptPage(request)))
  else if (new URL(request.url).pathname.startsWith('/assets/')) {
    event.respondWith(caches.match(request).then((kept) => kept ?? fetch(request)))
  }
})
