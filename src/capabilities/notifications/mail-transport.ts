import { createHash } from 'node:crypto'
import { mkdir, readdir, readFile, rename, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createTransport } from 'nodemailer'
import { z } from 'zod'
import type { QueuedMail } from './send-mail.ts'

type LeavingMail = Pick<QueuedMail, 'to' | 'subject' | 'text' | 'messageKey'> & {
  unsubscribe?: string | undefined
  calendar?: QueuedMail['calendar'] | undefined
}

export interface MailTransport {
  /** Answers with what the mail server said when it took the mail; throws what it said when it did not. */
  send: (mail: LeavingMail) => Promise<string>
}

export interface MailSettings {
  /** Without a server the mails are laid into `outbox`, and no one is written to. */
  smtpUrl: string | undefined
  outbox: string
  /** 'Giao Ước <giao-uoc@example.vn>' */
  from: string
}

const domainOf = (from: string) => /@([\w.-]+)/.exec(from)?.[1] ?? 'localhost'

/** RFC 8058: the mail program itself may post there, without a page between. */
const unsubscribing = (address: string | undefined) =>
  address === undefined
    ? {}
    : { 'List-Unsubscribe': `<${address}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' }

const inCalendar = (calendar: LeavingMail['calendar']) =>
  calendar === undefined ? {} : { icalEvent: { ...calendar, filename: 'giay-moi.ics' } }

const headersOf = ({ to, subject, text, messageKey, unsubscribe, calendar }: LeavingMail, from: string) => ({
  from,
  to,
  subject: subject.normalize('NFC'),
  text: text.normalize('NFC'),
  messageId: `<${messageKey}@${domainOf(from)}>`,
  headers: { 'Auto-Submitted': 'auto-generated', ...unsubscribing(unsubscribe) },
  ...inCalendar(calendar),
})

/** Seconds rather than minutes: the queue tries again by itself. */
const patience = { connectionTimeout: 20_000, greetingTimeout: 20_000, socketTimeout: 30_000 }

function serverTransport(smtpUrl: string, from: string): MailTransport {
  const server = createTransport({ url: smtpUrl, ...patience })
  return {
    async send(mail) {
      const { response } = await server.sendMail(headersOf(mail, from))
      return response.slice(0, 500)
    },
  }
}

async function writeWhole(path: string, bytes: string | Uint8Array) {
  await writeFile(`${path}.part`, bytes, { mode: 0o600 })
  await rename(`${path}.part`, path)
}

/** A mail sent again overwrites itself, as a mailbox would show it once. */
function outboxTransport(folder: string, from: string): MailTransport {
  const composer = createTransport({ streamTransport: true, buffer: true, newline: 'windows' })
  return {
    async send(mail) {
      const { message } = await composer.sendMail(headersOf(mail, from))
      if (!Buffer.isBuffer(message)) throw new Error('a composed mail is a buffer')
      await mkdir(folder, { recursive: true, mode: 0o700 })
      const name = createHash('sha256').update(mail.messageKey).digest('hex').slice(0, 24)
      await writeWhole(join(folder, `${name}.eml`), message)
      const { to, subject, text } = mail
      await writeWhole(join(folder, `${name}.json`), JSON.stringify({ to, subject, text }))
      return ''
    },
  }
}

export function openMailTransport({ smtpUrl, outbox, from }: MailSettings): MailTransport {
  return smtpUrl === undefined ? outboxTransport(outbox, from) : serverTransport(smtpUrl, from)
}

const laidMail = z.object({ to: z.string(), subject: z.string(), text: z.string() })

export type OutboxMail = z.output<typeof laidMail> & {
  at: Date
  /** The mail as it would have left, in the same folder. */
  file: string
}

/** What lies in the outbox, the newest first; an outbox that was never used is empty. */
export async function listOutbox(folder: string): Promise<OutboxMail[]> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const names = (await readdir(folder)).filter((name) => name.endsWith('.json'))
  const mails = await Promise.all(
    names.map(async (name) => ({
      ...laidMail.parse(JSON.parse(await readFile(join(folder, name), 'utf8'))),
      at: (await stat(join(folder, name))).mtime,
      file: name.replace(/json$/, 'eml'),
    })),
  )
  return mails.sort((one, other) => other.at.getTime() - one.at.getTime())
}
