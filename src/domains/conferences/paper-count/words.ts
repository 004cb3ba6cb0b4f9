import { catalogue } from '#platform/words.ts'
import { en } from './words.en.ts'
import { vi } from './words.vi.ts'

export const words = catalogue(vi, en)
