import { timingSafeEqual } from 'node:crypto'
import { markOf } from '#platform/sealed.ts'
import { unsubscribable, type Unsubscribable } from './notice.ts'

interface Unsubscribing {
  account: string
  what: Unsubscribable
}

const purpose = 'unsubscribe'
const shape = /^([0-9a-f-]{36})\.([a-z_]+)\.([\w-]{43})$/u

const markFor = ({ account, what }: Unsubscribing, secretKey: string) =>
  markOf(`${account}.${what}`, { secretKey, purpose })

/** Names a person and what they no longer want; only this installation can write one. */
export const unsubscribeToken = (wanted: Unsubscribing, secretKey: string) =>
  `${wanted.account}.${wanted.what}.${markFor(wanted, secretKey).toString('base64url')}`

/** What a token says; nothing when it was not written here, or not so. */
export function readUnsubscribeToken(token: string, secretKey: string): Unsubscribing | undefined {
  const [, account, asked, mark] = shape.exec(token) ?? []
  const what = unsubscribable.find((one) => one === asked)
  if (account === undefined || mark === undefined || what === undefined) return undefined
  const given = Buffer.from(mark, 'base64url')
  const right = markFor({ account, what }, secretKey)
  return given.length === right.length && timingSafeEqual(given, right) ? { account, what } : undefined
}
