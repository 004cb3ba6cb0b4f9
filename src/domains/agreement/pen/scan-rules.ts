import { RuleViolation } from '#platform/errors.ts'
import { readCode } from '#platform/id.ts'
import { sniffMediaType, type PaperMediaType } from '#platform/media-type.ts'

/** 20 MB: a signed paper of a few pages, scanned in colour. */
const mostScanBytes = 20 * 1024 * 1024

/** Two people of two units, as where a paper is signed before witnesses. */
export const witnessesNeeded = 2

export function mediaTypeOf(scan: Uint8Array): PaperMediaType {
  if (scan.length === 0) throw new RuleViolation('pen.noScan')
  if (scan.length > mostScanBytes) throw new RuleViolation('pen.scanTooLarge')
  const mediaType = sniffMediaType(scan)
  if (mediaType === undefined) throw new RuleViolation('pen.notAScan')
  return mediaType
}

/** The code that is printed on every page, as the person read it on the scan itself. */
export function checkCode(typed: string, printed: string): void {
  if (readCode(typed) !== printed) throw new RuleViolation('pen.wrongCode')
}

/** Signed after the text was fixed and not in the future; days are those of Vietnam. */
export function checkSignedOn(signedOn: string, { frozenOn, today }: { frozenOn: string; today: string }): void {
  if (signedOn < frozenOn) throw new RuleViolation('pen.signedBeforeText', { day: frozenOn })
  if (signedOn > today) throw new RuleViolation('pen.signedInFuture')
}
