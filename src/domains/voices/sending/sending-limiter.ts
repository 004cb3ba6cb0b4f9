import { openLimiter, type Limiter } from '#platform/limiter.ts'

/** One a process, in its memory alone. A commune's office behind one address sends many in a day; a flood it is not. */
export const openSendingLimiter = (): Limiter => openLimiter({ tries: 30, minutes: 10, keys: 10_000 })
