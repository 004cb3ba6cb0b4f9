/** Tries in a moving window, in this process's memory: bounded, and empty again after a restart. */
export interface Limiter {
  /** Uses up one try; answers with the minutes to wait when none is left, else 0. */
  take: (key: string, now: Date) => number
  /** The try was no guess after all. */
  giveBack: (key: string) => void
}

interface LimiterOptions {
  tries: number
  minutes: number
  /** The oldest keys are forgotten beyond this many. */
  keys: number
}

export function openLimiter({ tries, minutes, keys }: LimiterOptions): Limiter {
  const windows = new Map<string, { used: number; until: number }>()

  function forget(now: number) {
    for (const [key, window] of windows) {
      if (window.until > now && windows.size < keys) return
      windows.delete(key)
    }
  }

  return {
    take(key, now) {
      const at = now.getTime()
      const held = windows.get(key)
      if (held !== undefined && held.until > at) {
        if (held.used >= tries) return Math.ceil((held.until - at) / 60_000)
        held.used += 1
        return 0
      }
      windows.delete(key)
      forget(at)
      windows.set(key, { used: 1, until: at + minutes * 60_000 })
      return 0
    },
    giveBack(key) {
      const held = windows.get(key)
      if (held !== undefined) held.used -= 1
    },
  }
}
