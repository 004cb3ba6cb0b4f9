import { randomBytes } from 'node:crypto'
import { Secret, TOTP } from 'otpauth'

const stepSeconds = 30

/** 160 bits, as RFC 4226 asks. */
export const newSecret = (): Uint8Array => randomBytes(20)

function totpOf(secret: Uint8Array, label = '', issuer = ''): TOTP {
  const held = new Secret({ buffer: Uint8Array.from(secret).buffer })
  return new TOTP({ secret: held, label, issuer, algorithm: 'SHA1', digits: 6, period: stepSeconds })
}

/** What the picture says to the phone. */
export const totpUrl = (secret: Uint8Array, { login, place }: { login: string; place: string }) =>
  totpOf(secret, login, place).toString()

/** The secret for typing, in groups of four. */
export const typedSecret = (secret: Uint8Array) =>
  totpOf(secret)
    .secret.base32.replace(/(.{4})(?=.)/g, '$1 ')
    .trim()

/** The step of time whose code this is, one before or after the present at most; of a wrong code `null`. */
export function stepOf(secret: Uint8Array, code: string, now: Date): number | null {
  const delta = totpOf(secret).validate({ token: code, timestamp: now.getTime(), window: 1 })
  return delta === null ? null : Math.floor(now.getTime() / 1000 / stepSeconds) + delta
}

/** The code that a phone shows. */
export const codeAt = (secret: Uint8Array, now: Date) => totpOf(secret).generate({ timestamp: now.getTime() })
