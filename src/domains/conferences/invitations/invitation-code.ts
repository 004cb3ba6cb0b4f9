import { createHash, timingSafeEqual } from 'node:crypto'
import { markOf } from '#platform/sealed.ts'

/** 128 bits: nobody guesses one. */
const codeBytes = 16

/** The code in an invitee's link. Made again from the installation's secret for a print; kept is only its hash. */
export const invitationCode = ({ id, edition }: { id: string; edition: number }, secretKey: string): string =>
  markOf(`${id} ${edition}`, { secretKey, purpose: 'conference-invitation' })
    .subarray(0, codeBytes)
    .toString('base64url')

export const hashOfCode = (code: string): Buffer => createHash('sha256').update(code, 'utf8').digest()

/** How long a code stands on the large screen; the one before is still taken. */
const windowMs = 10 * 60_000

const windowOf = (now: Date) => Math.floor(now.getTime() / windowMs)

const arrivalCodeOf = (conference: string, window: number, secretKey: string) =>
  markOf(`${conference} ${window}`, { secretKey, purpose: 'conference-arrival' }).subarray(0, 9).toString('base64url')

/** The code on the large screen: another one every ten minutes, so that only who is in the hall has it. */
export const arrivalCode = (conference: string, now: Date, secretKey: string): string =>
  arrivalCodeOf(conference, windowOf(now), secretKey)

export function isArrivalCode(
  code: string,
  { conference, now, secretKey }: { conference: string; now: Date; secretKey: string },
) {
  const window = windowOf(now)
  return [window, window - 1].some((one) => {
    const expected = Buffer.from(arrivalCodeOf(conference, one, secretKey))
    const given = Buffer.from(code)
    return given.length === expected.length && timingSafeEqual(given, expected)
  })
}
