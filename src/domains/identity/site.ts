interface Asked {
  /** The site as people reach it. */
  origin: string
  /** The Host of the request, and the tenant's own host names. */
  host: string
  hosts: readonly string[]
}

const hostName = (host: string) => host.replace(/:\d+$/, '').replace(/\.$/, '').toLowerCase()

/** Where the browser is: the tenant's own host if people came by one, else the site's. A name of nobody's is not taken. */
export function siteUrl({ origin, host, hosts }: Asked): URL {
  const url = new URL(origin)
  const own = hosts.map(hostName).find((known) => known === hostName(host))
  if (own !== undefined) url.hostname = own
  return url
}
