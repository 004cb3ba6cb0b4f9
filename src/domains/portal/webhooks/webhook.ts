import type { WebhookState } from '../../../../db/types.ts'

/** What a program may ask to be told of, and the deeds of the log that are told under it. */
export const topics = {
  agreements: ['agreement.frozen', 'agreement.signed', 'agreement.penSigned', 'agreement.refused'],
  targets: ['targets.adopted', 'report.sent', 'report.verified'],
  scoring: ['scoring.opened', 'scoring.announced', 'scoring.finished'],
  conferences: ['conferences.planned', 'conferences.cancelled', 'conferences.closed', 'minutes.signed'],
  consultation: ['consultation.opened', 'consultation.closed', 'consultation.published'],
  news: ['news.published', 'news.publishedInTime', 'news.withdrawn'],
  units: ['deed.recorded', 'deed.undone'],
} as const satisfies Readonly<Record<string, readonly string[]>>

export type Topic = keyof typeof topics

export const topicNames = Object.keys(topics) as Topic[]

/** The deeds of the log that these topics ask for. */
export const deedsOf = (asked: readonly string[]): string[] =>
  topicNames.filter((topic) => asked.includes(topic)).flatMap((topic) => topics[topic])

const [second, minute, hour] = [1000, 60_000, 3_600_000]

/** Milliseconds from one failed try to the next, as Standard Webhooks advises; then the delivery has failed. */
export const waits: readonly number[] = [
  5 * second,
  5 * minute,
  30 * minute,
  2 * hour,
  5 * hour,
  10 * hour,
  14 * hour,
  20 * hour,
  24 * hour,
]

/** What may be done while a webhook stands so. */
const allowed = {
  pause: ['open'],
  resume: ['paused'],
  end: ['open', 'paused'],
  try: ['open'],
} satisfies Record<string, WebhookState[]>

export type WebhookAct = keyof typeof allowed

export const webhookCan = (act: WebhookAct, { state }: { state: WebhookState }): boolean =>
  (allowed[act] as readonly WebhookState[]).includes(state)

/** What is told: that something happened, to which record; never what stands in it. */
export interface WebhookMessage {
  type: string
  timestamp: string
  data: { entry: number | null; subject: { kind: string; id: string | null } }
}
