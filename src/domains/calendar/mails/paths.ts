export const mailPaths = {
  /** All of the tenant, for the administrator. */
  log: '/quan-tri/thu',
  /** What the reader asked for. */
  own: '/thu-da-gui',
  /** Where a mail server hands in reports of mails that came back. */
  bounces: '/thu-tra-ve',
}
