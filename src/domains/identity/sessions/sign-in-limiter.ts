import { openLimiter, type Limiter } from '#platform/limiter.ts'

export interface SignInLimiter {
  /** Strangers at one login share these tries. */
  login: Limiter
  address: Limiter
  /** A browser that signed in before has its own, which no stranger can use up. */
  device: Limiter
  /** Codes of the second factor: counted by account, however often signing in begins anew. */
  code: Limiter
  /** Questions put to devices at the door, and people sent elsewhere to sign in: by address. */
  ceremony: Limiter
}

/** One a process. An office of many people may stand behind one address. */
export function openSignInLimiter(): SignInLimiter {
  return {
    login: openLimiter({ tries: 10, minutes: 15, keys: 20_000 }),
    address: openLimiter({ tries: 60, minutes: 15, keys: 20_000 }),
    device: openLimiter({ tries: 10, minutes: 15, keys: 20_000 }),
    code: openLimiter({ tries: 10, minutes: 60, keys: 20_000 }),
    ceremony: openLimiter({ tries: 120, minutes: 15, keys: 20_000 }),
  }
}
