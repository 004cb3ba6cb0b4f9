import { expect, test } from 'vitest'
import { sniffMediaType } from './media-type.ts'

test.each([
  ['application/pdf', Buffer.from('%PDF-1.4\n')],
  ['image/png', Buffer.from('89504e470d0a1a0a00', 'hex')],
  ['image/jpeg', Buffer.from('ffd8ffe000104a46', 'hex')],
])('%s is known by its first bytes', (mediaType, bytes) => {
  expect(sniffMediaType(bytes)).toBe(mediaType)
})

test.each([
  ['nothing', ''],
  ['a page', '<!doctype html><script>'],
  ['a drawing with script', '<svg xmlns="http://www.w3.org/2000/svg">'],
  ['the beginning of a sign', '%PD'],
])('%s is no paper', (_name, text) => {
  expect(sniffMediaType(Buffer.from(text))).toBeUndefined()
})
