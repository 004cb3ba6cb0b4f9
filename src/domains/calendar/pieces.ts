/** What `app` hands in. */
export interface CalendarPieces {
  /** The installation's secret, which marks links in mails. */
  secretKey: string
  /** Whoever shows it may hand in reports of mails that came back; absent, nobody may. */
  bounceToken?: string | undefined
}
