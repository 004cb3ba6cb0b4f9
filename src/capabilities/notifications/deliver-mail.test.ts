import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { headerOf, openMailSink, type MailSink } from '../../../test/mail-sink.ts'
import { morning } from '../../../test/cast.ts'
import { testDatabase } from '../../../test/database.ts'
import { newCode } from '#platform/id.ts'
import { acceptBounce } from './accept-bounce.ts'
import { deliverMail } from './deliver-mail.ts'
import { openMailTransport } from './mail-transport.ts'
import type { RefusedAddress, TellRefused } from './refuse-address.ts'
import { queueMail, type QueuedMail } from './send-mail.ts'

let sink: MailSink
beforeAll(async () => {
  sink = await openMailSink()
})
afterAll(() => sink.close())

async function opened(address = 'binh') {
  const { db } = await testDatabase()
  const key = newCode(16).toLowerCase()
  const mail: QueuedMail = {
    to: `${address}-${key}@namdinh.test`,
    subject: 'Có việc mới',
    text: 'Kính gửi anh Bình',
    messageKey: `notice-${key}`,
    kind: 'notice',
  }
  const told: (RefusedAddress & { account: string | null })[] = []
  const tellRefused: TellRefused = async (_tx, _now, refused) => {
    told.push(refused)
  }
  const transport = openMailTransport({ smtpUrl: sink.url, outbox: '', from: 'Giao Ước <giao-uoc@namdinh.test>' })
  const queue = (one: QueuedMail = mail) => db.transaction().execute((tx) => queueMail(tx, one))
  const deliver = (one: QueuedMail = mail, now = morning) => deliverMail(db, one, { transport, now, tellRefused })
  const kept = (messageKey = mail.messageKey) =>
    db.selectFrom('mail').selectAll().where('message_key', '=', messageKey).executeTakeFirstOrThrow()
  const arrived = () => sink.received.filter((message) => message.includes(key))
  const report = (text: string) => acceptBounce(db, text, { now: morning, tellRefused })
  return { db, key, mail, told, queue, deliver, kept, arrived, report, transport, tellRefused }
}

describe('delivering', () => {
  test('what the mail server took is accepted, with its words, and is not sent again', async () => {
    const { queue, deliver, kept, arrived } = await opened()
    await queue()
    expect(await kept()).toMatchObject({ state: 'asked', tries: 0 })
    await deliver()
    await deliver()
    expect(arrived()).toHaveLength(1)
    expect(await kept()).toMatchObject({ state: 'accepted', tries: 1, answer: expect.stringContaining('250') })
  })

  test('two workers at once send one mail', async () => {
    const { queue, deliver, arrived } = await opened()
    await queue()
    await Promise.allSettled([deliver(), deliver(), deliver()])
    expect(arrived()).toHaveLength(1)
  })

  test('asked for twice it is one mail', async () => {
    const { db, mail, queue } = await opened()
    await queue()
    await queue()
    const rows = await db.selectFrom('mail').select('id').where('message_key', '=', mail.messageKey).execute()
    expect(rows).toHaveLength(1)
  })

  test('put off by the server it is tried again, under the same Message-ID', async () => {
    const { mail, queue, deliver, kept, arrived, key } = await opened('sau')
    await queue()
    await expect(deliver()).rejects.toThrow('451')
    expect(await kept()).toMatchObject({ state: 'deferred', answer: expect.stringContaining('hop thu ban') })
    await deliver({ ...mail, to: `den-${key}@namdinh.test` })
    expect(await kept()).toMatchObject({ state: 'accepted', tries: 2 })
    expect(headerOf(arrived()[0] ?? '', 'Message-ID')).toBe(`<notice-${key}@namdinh.test>`)
  })

  test('a mailbox that does not exist ends it: the address is marked, its person told once, notices withheld', async () => {
    const { mail, queue, deliver, kept, told } = await opened('khong-co')
    await queue()
    await deliver()
    expect(await kept()).toMatchObject({ state: 'refused', answer: expect.stringContaining('5.1.1') })
    const next = { ...mail, messageKey: `${mail.messageKey}-2` }
    await queue(next)
    await deliver(next)
    expect(await kept(next.messageKey)).toMatchObject({ state: 'withheld' })
    const signing = { ...mail, messageKey: `${mail.messageKey}-3`, kind: 'signing' as const }
    await queue(signing)
    await deliver(signing)
    expect(await kept(signing.messageKey)).toMatchObject({ state: 'refused', tries: 1 })
    expect(told).toMatchObject([{ address: mail.to }])
  })

  test('a refusal for other reasons marks no address', async () => {
    const { mail, db, queue, deliver, kept, told } = await opened('chinh-sach')
    await queue()
    await deliver()
    expect(await kept()).toMatchObject({ state: 'refused' })
    const marked = db.selectFrom('refused_address').select('address').where('address', '=', mail.to)
    expect([told, await marked.execute()]).toEqual([[], []])
  })

  test('a dead mail server is no fault of the mail', async () => {
    const { db, mail, queue, kept, tellRefused } = await opened()
    await queue()
    const transport = openMailTransport({ smtpUrl: 'smtp://127.0.0.1:1', outbox: '', from: 'a@namdinh.test' })
    await expect(deliverMail(db, mail, { transport, now: morning, tellRefused })).rejects.toThrow('ECONNREFUSED')
    expect(await kept()).toMatchObject({ state: 'deferred' })
  })

  test('a mail asked for before mails were kept still leaves', async () => {
    const { deliver, arrived } = await opened()
    await deliver()
    expect(arrived()).toHaveLength(1)
  })
})

/** As Postfix writes it. */
const report = (of: { key: string; to: string; status?: string; action?: string }) =>
  [
    'From: MAILER-DAEMON@mx.namdinh.test',
    'Content-Type: multipart/report; report-type=delivery-status;',
    '\tboundary="9B095B5ADSN=_mx"',
    '',
    '--9B095B5ADSN=_mx',
    'Content-Type: text/plain; charset=utf-8',
    '',
    'This is the mail system.',
    '--9B095B5ADSN=_mx',
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; mx.namdinh.test',
    '',
    `Final-Recipient: rfc822; ${of.to}`,
    `Action: ${of.action ?? 'failed'}`,
    `Status: ${of.status ?? '5.1.1'}`,
    'Diagnostic-Code: smtp; 550 5.1.1 <nobody>: user',
    '    unknown',
    '',
    '--9B095B5ADSN=_mx',
    'Content-Type: text/rfc822-headers',
    '',
    'Message-ID:',
    ` <notice-${of.key}@namdinh.test>`,
    'Subject: anything',
    '',
    '--9B095B5ADSN=_mx--',
  ].join('\r\n')

describe('a mail that came back later', () => {
  test('is no longer accepted but bounced, and its address is marked', async () => {
    const { key, mail, queue, deliver, kept, told, report: take } = await opened()
    await queue()
    await deliver()
    const text = report({ key, to: mail.to.toUpperCase() })
    expect([await take(text), await take(text)]).toEqual(['kept', 'kept'])
    expect(await kept()).toMatchObject({ state: 'bounced', answer: '5.1.1 550 5.1.1 <nobody>: user unknown' })
    expect(told).toMatchObject([{ address: mail.to }])
  })

  test('a full mailbox marks no address, a delay nothing at all', async () => {
    const { key, mail, queue, deliver, kept, told, report: take } = await opened()
    await queue()
    await deliver()
    expect(await take(report({ key, to: mail.to, action: 'delayed', status: '4.2.2' }))).toBe('notAFailure')
    expect(await kept()).toMatchObject({ state: 'accepted' })
    expect(await take(report({ key, to: mail.to, status: '5.2.2' }))).toBe('kept')
    expect([(await kept()).state, told]).toEqual(['bounced', []])
  })

  test('a report about another recipient, an unknown mail, or no report changes nothing', async () => {
    const { key, mail, queue, deliver, kept, report: take } = await opened()
    await queue()
    await deliver()
    expect(await take(report({ key, to: 'ai-do@namdinh.test' }))).toBe('notOurs')
    expect(await take(report({ key: 'khac', to: mail.to }))).toBe('notOurs')
    expect(await take('Xin chào')).toBe('notAReport')
    expect(await kept()).toMatchObject({ state: 'accepted' })
  })
})
