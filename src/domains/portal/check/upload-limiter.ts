import { openLimiter, type Limiter } from '#platform/limiter.ts'

/** One a process. An office behind one address checks a bloc's papers in a sitting; a flood it is not. */
export const openUploadLimiter = (): Limiter => openLimiter({ tries: 30, minutes: 10, keys: 10_000 })
