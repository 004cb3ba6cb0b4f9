import { timingSafeEqual } from 'node:crypto'
import { deflateRawSync, inflateRawSync } from 'node:zlib'
import { markOf } from '#platform/sealed.ts'

const purpose = 'workbook-stamp'
const sign = 'giao-uoc-1'
const mostInflated = 16 * 1024 * 1024

/** What a workbook says of itself, under a mark that only this installation can make. */
export function sealStamp(content: object, secretKey: string): string {
  const body = deflateRawSync(Buffer.from(JSON.stringify(content), 'utf8')).toString('base64')
  return `${sign}|${markOf(body, { secretKey, purpose }).toString('base64')}|${body}`
}

/** `missing` when there is none, `foreign` when it was made elsewhere or touched since. */
export function openStamp(stamp: string, secretKey: string): { content: unknown } | 'missing' | 'foreign' {
  const [head, mark = '', body = ''] = stamp.split('|')
  if (head !== sign) return 'missing'
  const [own, given] = [markOf(body, { secretKey, purpose }), Buffer.from(mark, 'base64')]
  if (own.length !== given.length || !timingSafeEqual(own, given)) return 'foreign'
  const text = inflateRawSync(Buffer.from(body, 'base64'), { maxOutputLength: mostInflated })
  return { content: JSON.parse(text.toString('utf8')) }
}
