/** What a report of RFC 3464 says about one mail of ours. */
export interface Bounce {
  /** The Message-ID of the mail that came back, without its brackets. */
  messageId: string
  action: 'failed' | 'delayed' | 'delivered' | 'relayed' | 'expanded'
  /** "5.1.1" */
  status: string
  recipient: string
  /** The server's own words, where it gave them. */
  diagnostic: string
}

const actions = ['failed', 'delayed', 'delivered', 'relayed', 'expanded'] as const

const unfold = (text: string) => text.replaceAll(/\r?\n[ \t]+/gu, ' ')

/** A field's value by its name, without regard to case; the first of that name. */
function field(text: string, name: string): string | undefined {
  return new RegExp(`^${name}:[ \\t]*(?<value>.*)$`, 'imu').exec(text)?.groups?.['value']?.trim()
}

/** "rfc822; anh@example.vn" → "anh@example.vn". */
const afterType = (value: string) =>
  value
    .slice(value.indexOf(';') + 1)
    .trim()
    .replaceAll(/^<|>$/gu, '')

/** Reports that wrap their parts in an encoding are rare, and none of the common servers' is among them. */
function partsOf(report: string): string[] {
  const boundary = /boundary="?(?<mark>[^"\r\n;]+)"?/iu.exec(unfold(report.slice(0, 20_000)))?.groups?.['mark']
  return boundary === undefined ? [] : report.split(`--${boundary}`)
}

const partOf = (parts: readonly string[], type: RegExp) =>
  parts.map(unfold).find((part) => type.test(field(part, 'Content-Type') ?? ''))

function messageIdIn(part: string): string | undefined {
  // The part has headers of its own, then the returned headers: the Message-ID is among the latter.
  const returned = part.slice(part.search(/\r?\n\r?\n/u))
  return /<(?<id>[^>\s]+)>/u.exec(field(returned, 'Message-ID') ?? '')?.groups?.['id']
}

/** What became of the mail, from the part that says so. */
function outcomeIn(status: string): Omit<Bounce, 'messageId'> | undefined {
  const said = field(status, 'Action') ?? ''
  const action = actions.find((one) => one === said.toLowerCase())
  const recipient = field(status, 'Final-Recipient')
  if (action === undefined || recipient === undefined) return undefined
  return {
    action,
    status: /\b[245]\.\d{1,3}\.\d{1,3}\b/u.exec(field(status, 'Status') ?? '')?.[0] ?? '',
    recipient: afterType(recipient).toLowerCase(),
    diagnostic: afterType(field(status, 'Diagnostic-Code') ?? '').slice(0, 500),
  }
}

/** Reads a delivery report; nothing when it is none, or tells neither which mail came back nor what became of it. */
export function readBounce(report: string): Bounce | undefined {
  const parts = partsOf(report)
  const status = partOf(parts, /^message\/(?:global-)?delivery-status/iu)
  const returned = partOf(parts, /^(?:message\/(?:rfc822|global)|text\/rfc822-headers)/iu)
  const messageId = returned === undefined ? undefined : messageIdIn(returned)
  const outcome = status === undefined ? undefined : outcomeIn(status)
  return messageId === undefined || outcome === undefined ? undefined : { messageId, ...outcome }
}
