import type { Translation } from '#platform/words.ts'
import type { vi } from './words.vi.ts'

export const en: Translation<typeof vi> = {
  title: 'Mails sent by the system',
  ownTitle: 'Mails I sent',
  under: '“Accepted” means that the next mail server took the mail; not that anyone has read it.',
  search: 'Find an address, a recipient, a subject',
  state: 'State',
  states: {
    asked: 'Waiting to be sent',
    deferred: 'Put off by the mail server, will be tried again',
    accepted: 'Accepted by the mail server',
    refused: 'Refused by the mail server',
    bounced: 'Came back',
    withheld: 'Not sent: the address is refused',
  },
  laid: 'Laid into the outbox folder; no mail server is set',
  to: 'To',
  subject: 'Subject',
  kind: 'Kind',
  kinds: {
    signing: 'Signing',
    recovery: 'Recovery of an account',
    invitation: 'Invitation',
    handover: 'Hand-over',
    conference: 'Conference',
    checkpoint: 'Checkpoint',
    notice: 'Notice',
    digest: 'Morning’s digest',
  },
  askedAt: 'Asked at',
  tries: (count) => `tried ${count} times`,
  none: 'No mails yet',
  noneBody: 'Each mail and the mail server’s answer is kept here.',
}
