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

/** The site at this address; no device makes a key for a bare number. */
export function passkeySite({ hostname, origin }: URL): PasskeySite | undefined {
  return /^[\d.]+$|^\[/.test(hostname) ? undefined : { host: hostname, origin }
}

/** A device that counts never says the same number twice; one that does not count says 0 for ever. */
export const fellBack = (kept: number, said: number) => (kept > 0 || said > 0) && said <= kept
