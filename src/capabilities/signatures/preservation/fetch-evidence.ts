/** Fetches proofs over HTTP. Answers null for what may not be asked, does not come, or is too long. */
export interface EvidenceFetcher {
  askOcsp(url: string, request: Uint8Array): Promise<Uint8Array | null>
  fetchList(url: string): Promise<Uint8Array | null>
}

interface Options {
  /** `host` or `host:port`, exactly as in the certificate; no other is ever asked: certificates come from strangers. */
  readonly hosts: readonly string[]
  readonly timeoutMs?: number
}

const largest = { ocsp: 64 * 1024, list: 8 * 1024 * 1024 } as const

export function evidenceFetcher({ hosts, timeoutMs = 10_000 }: Options): EvidenceFetcher {
  const allowed = new Set(hosts.map((host) => host.toLowerCase()))
  const ask = async (address: string, init: RequestInit, most: number) => {
    if (!mayAsk(address, allowed)) return null
    try {
      const response = await fetch(address, { ...init, redirect: 'error', signal: AbortSignal.timeout(timeoutMs) })
      return response.ok ? await readBody(response, most) : null
    } catch {
      return null
    }
  }
  return {
    askOcsp: (url, request) =>
      ask(
        url,
        {
          method: 'POST',
          headers: { 'content-type': 'application/ocsp-request' },
          body: new Uint8Array(request),
        },
        largest.ocsp,
      ),
    fetchList: (url) => ask(url, {}, largest.list),
  }
}

function mayAsk(address: string, allowed: ReadonlySet<string>): boolean {
  if (!URL.canParse(address)) return false
  const { protocol, host, username, password } = new URL(address)
  return (protocol === 'http:' || protocol === 'https:') && username === '' && password === '' && allowed.has(host)
}

async function readBody(response: Response, most: number): Promise<Uint8Array | null> {
  const parts: Uint8Array[] = []
  let length = 0
  for await (const part of response.body ?? []) {
    parts.push(part)
    length += part.length
    if (length > most) return null
  }
  return Buffer.concat(parts)
}
