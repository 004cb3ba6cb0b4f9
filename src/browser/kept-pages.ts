const prefix = 'gu-trang-'

/** The name of the kept pages of one person, as one version of the program made them. */
const cacheOf = (owner: string, version: string) => `${prefix}${version}-${owner}`

/** Whose page this is; nothing where nobody has signed in. */
export const ownerOfPage = () => document.querySelector<HTMLMetaElement>('meta[name=gu-owner]')?.content

/** Forgets kept pages, all but those under one name. */
async function forgetPages(except = ''): Promise<void> {
  if (!('caches' in globalThis)) return
  const names = (await caches.keys()).filter((name) => name.startsWith(prefix) && name !== except)
  await Promise.all(names.map((name) => caches.delete(name)))
}

/** The pages of whoever sat here before are gone as soon as another one's page is open. */
export async function forgetOthers(): Promise<void> {
  const owner = ownerOfPage()
  if (!('caches' in globalThis)) return
  const names = (await caches.keys()).filter((name) => name.startsWith(prefix) && !name.endsWith(`-${owner}`))
  await Promise.all(names.map((name) => caches.delete(name)))
}

/** Who signs out leaves no page behind; what was typed and not sent stays, for them alone. */
export function forgetAtSignOut(): void {
  document.addEventListener('submit', (event) => {
    const form = event.target
    if (!(form instanceof HTMLFormElement) || !form.action.endsWith('/dang-xuat')) return
    event.preventDefault()
    // Out in any case, also where the browser keeps no pages.
    void forgetPages().finally(() => form.submit())
  })
}

/** As the server sends it, with its headers; an answer to somebody else's session is not kept. */
async function pageOfOwner(owner: string): Promise<Response | undefined> {
  const response = await fetch(location.href, { headers: { accept: 'text/html' } })
  const isThis = response.ok && !response.redirected
  const text = isThis ? await response.clone().text() : ''
  return text.includes(`name="gu-owner" content="${owner}"`) ? response : undefined
}

const assetsOfPage = () =>
  performance
    .getEntriesByType('resource')
    .map(({ name }) => name)
    .filter((name) => new URL(name).origin === location.origin && new URL(name).pathname.startsWith('/assets/'))

/** Keeps this page and what it is made of, so that it opens again without a line; its data stay this person's. */
export async function keepPage(owner: string, version: string): Promise<boolean> {
  if (!('serviceWorker' in navigator) || !('caches' in globalThis)) return false
  try {
    await navigator.serviceWorker.register('/ngoai-tuyen.js', { scope: '/khoi/' })
    await forgetPages(cacheOf(owner, version))
    const page = await pageOfOwner(owner)
    if (page === undefined) return false
    const cache = await caches.open(cacheOf(owner, version))
    await cache.put(location.pathname + location.search, page)
    await cache.addAll(assetsOfPage())
    return true
  } catch {
    return false
  }
}
