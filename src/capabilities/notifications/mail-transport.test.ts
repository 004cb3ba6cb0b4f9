import { mkdtemp, readFile } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { SMTPServer } from 'smtp-server'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { listOutbox, openMailTransport } from './mail-transport.ts'

const mail = {
  to: 'anh@namdinh.test',
  subject: 'Lời mời mở tài khoản của Nguyễn Thị Ngọc Ánh – Ủy ban MTTQ tỉnh Nam Định',
  text: 'Kính gửi chị Ánh,\nĐường dẫn mở tài khoản ở dưới đây.',
  messageKey: 'invitation-1',
}
const from = 'Giao Ước <giao-uoc@namdinh.test>'

let refusing = false
const received: string[] = []
const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS'],
  onRcptTo(_address, _session, callback) {
    callback(refusing ? new Error('mailbox busy') : null)
  },
  async onData(stream, _session, callback) {
    received.push(await text(stream))
    callback()
  },
})

let smtpUrl = ''
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  smtpUrl = `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`
})
afterAll(() => new Promise<void>((resolve) => server.close(resolve)))
beforeEach(() => {
  refusing = false
  received.length = 0
})

const unfold = (message: string) => message.replace(/\r\n[ \t]+/g, ' ')
const header = (message: string, name: string) =>
  new RegExp(`^${name}: (.*)$`, 'im').exec(unfold(message))?.[1]?.trim() ?? ''

/** RFC 2047: neighbouring encoded words join without the space between them. */
function decodeWords(value: string): string {
  const joined = value.replace(/\?=\s+=\?/g, '?==?')
  return joined.replace(/=\?UTF-8\?([BQ])\?(.*?)\?=/gi, (_whole, kind: string, body: string) =>
    kind.toUpperCase() === 'B'
      ? Buffer.from(body, 'base64').toString('latin1')
      : body
          .replaceAll('_', ' ')
          .replace(/=([0-9A-F]{2})/g, (_hex, code: string) => String.fromCharCode(parseInt(code, 16))),
  )
}
const subjectOf = (message: string) => Buffer.from(decodeWords(header(message, 'Subject')), 'latin1').toString('utf8')

const toServer = () => openMailTransport({ smtpUrl, outbox: '', from })

test('a mail is delivered, its Vietnamese subject whole', async () => {
  await toServer().send({ ...mail, subject: mail.subject.normalize('NFD') })
  expect(received).toHaveLength(1)
  expect(subjectOf(received[0] ?? '')).toBe(mail.subject)
  expect(header(received[0] ?? '', 'Message-ID')).toBe('<invitation-1@namdinh.test>')
})

test('a refusal is thrown on, and the next try carries the same Message-ID', async () => {
  refusing = true
  await expect(toServer().send(mail)).rejects.toThrow('mailbox busy')
  refusing = false
  await toServer().send(mail)
  await toServer().send(mail)
  expect(received.map((message) => header(message, 'Message-ID'))).toEqual([
    '<invitation-1@namdinh.test>',
    '<invitation-1@namdinh.test>',
  ])
})

test('only a mail that may be declined names where, for one click of the mail program', async () => {
  await toServer().send({ ...mail, unsubscribe: 'https://thidua.test/bo-nhan-thu/x' })
  await toServer().send(mail)
  expect(received.map((message) => header(message, 'List-Unsubscribe'))).toEqual([
    '<https://thidua.test/bo-nhan-thu/x>',
    '',
  ])
  expect(header(received[0] ?? '', 'List-Unsubscribe-Post')).toBe('List-Unsubscribe=One-Click')
})

test('without a mail server the mails lie in the outbox, one that was sent twice once', async () => {
  const outbox = join(await mkdtemp(join(tmpdir(), 'giao-uoc-mail-')), 'mail')
  expect(await listOutbox(outbox)).toEqual([])
  const transport = openMailTransport({ smtpUrl: undefined, outbox, from })
  await transport.send(mail)
  await transport.send(mail)
  const [laid, ...others] = await listOutbox(outbox)
  expect([laid?.to, laid?.subject, laid?.text, others]).toEqual([mail.to, mail.subject, mail.text, []])
  expect(subjectOf(await readFile(join(outbox, laid?.file ?? ''), 'utf8'))).toBe(mail.subject)
})
