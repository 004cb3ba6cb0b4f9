import { lookup } from 'node:dns/promises'
import { BlockList } from 'node:net'
import { Webhook } from 'standardwebhooks'

export interface PostedMessage {
  id: string
  url: string
  secret: string
  body: string
}

export interface PostEnv {
  now: Date
  allowsPlain: boolean
}

/** What the receiver said: its status, or null when there was none; and a few words. */
export interface ReceiverAnswer {
  status: number | null
  says: string
}

const patience = 10_000
const mostWords = 500

/** This machine and its neighbours on the wire; networks of offices are for who runs the program to close. */
const ownMachine = new BlockList()
ownMachine.addSubnet('127.0.0.0', 8)
ownMachine.addSubnet('169.254.0.0', 16)
ownMachine.addAddress('0.0.0.0')
ownMachine.addAddress('::1', 'ipv6')
ownMachine.addAddress('::', 'ipv6')
ownMachine.addSubnet('fe80::', 10, 'ipv6')

const plainAddress = /^::ffff:(?<inner>[\d.]+)$/iu

const isOwn = ({ address, family }: { address: string; family: number }): boolean => {
  const inner = plainAddress.exec(address)?.groups?.['inner']
  if (inner !== undefined) return ownMachine.check(inner)
  return ownMachine.check(address, family === 6 ? 'ipv6' : 'ipv4')
}

async function leadsToOwnMachine(url: string): Promise<boolean> {
  const host = new URL(url).hostname.replace(/^\[|\]$/gu, '')
  return (await lookup(host, { all: true })).some(isOwn)
}

async function beginningOf(response: Response): Promise<string> {
  const reader = response.body?.getReader()
  if (reader === undefined) return ''
  const { value } = await reader.read()
  await reader.cancel()
  return new TextDecoder().decode(value).replaceAll('\0', '').slice(0, mostWords)
}

async function send({ id, url, secret, body }: PostedMessage, now: Date): Promise<ReceiverAnswer> {
  const response = await fetch(url, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'user-agent': 'giao-uoc',
      'webhook-id': id,
      'webhook-timestamp': String(Math.floor(now.getTime() / 1000)),
      'webhook-signature': new Webhook(secret).sign(id, now, body),
    },
    body,
    // An answer that sends elsewhere is no delivery: the address is what the administrator wrote.
    redirect: 'manual',
    signal: AbortSignal.timeout(patience),
  })
  return { status: response.status, says: await beginningOf(response) }
}

/** Posts a message signed as Standard Webhooks says; never throws. */
export async function postMessage(message: PostedMessage, { now, allowsPlain }: PostEnv): Promise<ReceiverAnswer> {
  try {
    if (!allowsPlain && (await leadsToOwnMachine(message.url))) return { status: null, says: 'own machine' }
    return await send(message, now)
  } catch (error) {
    const { cause, message: said } = error instanceof Error ? error : { cause: undefined, message: String(error) }
    return { status: null, says: (cause instanceof Error ? cause.message : said).slice(0, mostWords) }
  }
}
