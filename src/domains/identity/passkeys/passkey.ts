/** Between the question and the device's answer. */
export const challengeMinutes = 5

/** EdDSA, ES256 and RS256, which every device and every Node knows. */
export const algorithms: number[] = [-8, -7, -257]

/** Of one account. */
export const mostPasskeys = 20

/** For which host a device keeps a key, and from which address it may sign. */
export interface PasskeySite {
  host: string
  origin: string
}

interface Asked {
  /** The site as people reach it. */
  origin: string
  /** The Host of the request, and the tenant's own host names. */
  host: string
  hosts: readonly string[]
}

const hostName = (host: string) => host.replace(/:\d+$/, '').replace(/\.$/, '').toLowerCase()

/** The tenant's own host where people came by one, else the site's; no device makes a key for a bare address. */
export function passkeySite({ origin, host, hosts }: Asked): PasskeySite | undefined {
  const url = new URL(origin)
  const own = hosts.map(hostName).find((known) => known === hostName(host))
  if (own !== undefined) url.hostname = own
  const isAddress = /^[\d.]+$|^\[/.test(url.hostname)
  return isAddress ? undefined : { host: url.hostname, origin: url.origin }
}

/** A device that counts never says the same number twice; one that does not count says 0 for ever. */
export const fellBack = (kept: number, said: number) => (kept > 0 || said > 0) && said <= kept
