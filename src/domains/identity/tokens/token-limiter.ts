import { openLimiter, type Limiter } from '#platform/limiter.ts'

export interface TokenLimiter {
  /** Requests of one token. */
  token: Limiter
  /** Wrong tokens from one address. */
  address: Limiter
}

/** One a process. Two requests a second for five minutes are more than any unit's figures need. */
export const openTokenLimiter = (): TokenLimiter => ({
  token: openLimiter({ tries: 600, minutes: 5, keys: 20_000 }),
  address: openLimiter({ tries: 60, minutes: 15, keys: 20_000 }),
})
