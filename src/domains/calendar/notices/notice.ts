import type { NoticeKind, NoticeWay } from '../../../../db/types.ts'

export type { NoticeKind, NoticeWay }

export type NoticeFacts = Readonly<Record<string, string | number>>

/** What someone is told; `naming` says with which sentence. */
export interface NewNotice {
  kind: NoticeKind
  naming: string
  /** Nobody is told the same thing twice. */
  key: string
  facts?: NoticeFacts
  path: string
  blocYear?: string | null
}

/** The kinds of which a person chooses how they come by mail; `address` is told in the page alone. */
export const choosableKinds = ['task', 'reminder', 'overdue', 'escalation', 'calendar'] as const satisfies NoticeKind[]
export type ChoosableKind = (typeof choosableKinds)[number]

export const noticeKinds = [...choosableKinds, 'address'] as const satisfies NoticeKind[]
export const noticeWays = ['at_once', 'digest', 'off'] as const satisfies NoticeWay[]

/** How a kind comes to who never chose. */
export const usualWays = {
  task: 'digest',
  reminder: 'digest',
  overdue: 'at_once',
  escalation: 'at_once',
  calendar: 'at_once',
  address: 'off',
} as const satisfies Record<NoticeKind, NoticeWay>

/** What a link in a mail may switch off: one kind, or the daily digest as a whole. */
export const unsubscribable = [...choosableKinds, 'digest'] as const
export type Unsubscribable = (typeof unsubscribable)[number]

/** Tasks of which the command that opens them writes by itself, at once. */
export const writtenElsewhereKinds: readonly string[] = [
  'agreement.sign',
  'agreement.witness',
  'agreement.scanBrought',
  'handover.sign',
  'handover.returned',
  'identity.recoveryOpened',
]
