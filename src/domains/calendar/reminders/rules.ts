/** When people are reminded and others are told; the tenant's own where it set them. Times are Vietnam's. */
export interface ReminderRules {
  /** So many days before the last day; 0 is the day itself. */
  remind_days: readonly number[]
  tasks_open_before: number
  /** "21:00": from then to `quiet_to` no mail goes out by itself; the same time twice means never. */
  quiet_from: string
  quiet_to: string
  digest_at: string
  /** Days after the last day. */
  leader_after: number
  head_after: number
  authority_after: number
  notices_kept_days: number
  mails_kept_days: number
}

export const usualRules: ReminderRules = {
  remind_days: [7, 3, 1, 0],
  tasks_open_before: 30,
  quiet_from: '21:00',
  quiet_to: '06:30',
  digest_at: '07:00',
  leader_after: 2,
  head_after: 4,
  authority_after: 10,
  notices_kept_days: 180,
  mails_kept_days: 400,
}

/** Whether a time of the day lies in the quiet hours, which may run over midnight. */
export function isQuiet({ quiet_from: from, quiet_to: to }: ReminderRules, time: string): boolean {
  if (from === to) return false
  return from < to ? from <= time && time < to : time >= from || time < to
}
