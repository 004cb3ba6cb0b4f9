import { openLimiter, type Limiter } from '#platform/limiter.ts'

export interface SignInLimiter {
  login: Limiter
  address: Limiter
}

/** One a process. An office of many people may stand behind one address. */
export function openSignInLimiter(): SignInLimiter {
  return {
    login: openLimiter({ tries: 10, minutes: 15, keys: 20_000 }),
    address: openLimiter({ tries: 60, minutes: 15, keys: 20_000 }),
  }
}
