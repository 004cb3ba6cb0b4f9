import { z } from 'zod'

/** What a mail server's refusal means for what is to be done. */
export interface Refusal {
  /** `deferred`: try again later. `refused`: this mail will never be taken. */
  state: 'deferred' | 'refused'
  /** The server said that there is no such mailbox: nothing will ever arrive there. */
  isBadAddress: boolean
  /** The server's own words, shortened. */
  answer: string
}

const thrown = z.object({
  responseCode: z.number().optional(),
  response: z.string().optional(),
  command: z.string().optional(),
  message: z.string().default(''),
})

/** Codes that speak of the recipient's mailbox (RFC 5321 §4.2.3); 552 is a mailbox that is full for now. */
const mailboxCodes = [550, 551, 553]
/** RFC 3463: X.1.x is the address; X.7.x is policy, which may change, and says nothing about the address. */
const enhanced = /\b(?<class>[245])\.(?<subject>\d{1,3})\.(?<detail>\d{1,3})\b/u

const aboutMail = ['MAIL FROM', 'RCPT TO', 'DATA']

function speaksOfAddress(code: number, answer: string): boolean {
  const { subject, detail } = enhanced.exec(answer)?.groups ?? {}
  if (subject === undefined) return mailboxCodes.includes(code)
  return subject === '1' || (subject === '2' && detail === '1')
}

/** Only an answer about this very mail is final; a refused password or a dead line is the operator's to mend. */
export function judgeRefusal(error: unknown): Refusal {
  const said = thrown.safeParse(error)
  const { responseCode = 0, response, command = '', message } = said.success ? said.data : { message: String(error) }
  const answer = (response ?? message).replaceAll(/\s+/gu, ' ').slice(0, 500)
  const isFinal = responseCode >= 500 && aboutMail.some((verb) => command.toUpperCase().startsWith(verb))
  if (!isFinal) return { state: 'deferred', isBadAddress: false, answer }
  const isBadAddress = command.toUpperCase().startsWith('RCPT TO') && speaksOfAddress(responseCode, answer)
  return { state: 'refused', isBadAddress, answer }
}
