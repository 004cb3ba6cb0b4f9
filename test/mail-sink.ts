import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { SMTPServer } from 'smtp-server'

/** A mail server that takes, puts off or refuses, by the first letters of the address. */
export interface MailSink {
  url: string
  /** Every mail that was taken, as it arrived. */
  received: string[]
  close: () => Promise<void>
}

const answers: Readonly<Record<string, { code: number; words: string }>> = {
  'sau-': { code: 451, words: '4.2.0 hop thu ban' },
  'khong-co-': { code: 550, words: '5.1.1 khong co hop thu nay' },
  'chinh-sach-': { code: 554, words: '5.7.1 bi chan theo chinh sach' },
}

export async function openMailSink(): Promise<MailSink> {
  const received: string[] = []
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo({ address }, _session, callback) {
      const answer = Object.entries(answers).find(([letters]) => address.startsWith(letters))?.[1]
      callback(answer === undefined ? null : Object.assign(new Error(answer.words), { responseCode: answer.code }))
    },
    async onData(stream, _session, callback) {
      received.push(await text(stream))
      callback()
    },
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.server.address() as AddressInfo
  const close = () => new Promise<void>((resolve) => server.close(resolve))
  return { url: `smtp://127.0.0.1:${port}`, received, close }
}

const unfold = (message: string) => message.replace(/\r\n[ \t]+/g, ' ')

export const headerOf = (message: string, name: string) =>
  new RegExp(`^${name}: (.*)$`, 'im').exec(unfold(message))?.[1]?.trim() ?? ''

/** The text of a mail whose body is quoted-printable or base64. */
export function bodyOf(message: string): string {
  const at = message.indexOf('\r\n\r\n')
  const body = message.slice(at + 4)
  const encoding = headerOf(message.slice(0, at + 2), 'Content-Transfer-Encoding')
  if (encoding === 'base64') return Buffer.from(body, 'base64').toString('utf8')
  const bytes = body
    .replace(/=\r\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_hex, code: string) => String.fromCharCode(parseInt(code, 16)))
  return encoding === 'quoted-printable' ? Buffer.from(bytes, 'latin1').toString('utf8') : body
}
