import { openLimiter, type Limiter } from '#platform/limiter.ts'

/** In this process's memory alone. A reader comments on several articles in a sitting; a flood it is not. */
export const openOpinionLimiter = (): Limiter => openLimiter({ tries: 20, minutes: 10, keys: 10_000 })
