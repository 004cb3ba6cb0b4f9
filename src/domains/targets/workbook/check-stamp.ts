import { openStamp } from '#capabilities/spreadsheets/stamp.ts'
import { RuleViolation } from '#platform/errors.ts'
import { stampContent, type StampContent } from './stamp.ts'

interface Place {
  tenant: string
  blocYear: string
  period: string
  unit: string
}

const order = ['tenant', 'blocYear', 'period', 'unit'] as const
const refusals = {
  tenant: 'workbook.otherTenant',
  blocYear: 'workbook.otherYear',
  period: 'workbook.otherPeriod',
  unit: 'workbook.otherUnit',
} as const

/** What a workbook of ours says of itself; one of another place is refused in words. */
export function checkStamp(stamp: string, place: Place, secretKey: string): StampContent {
  const opened = openStamp(stamp, secretKey)
  if (opened === 'missing') throw new RuleViolation('sheet.noStamp')
  if (opened === 'foreign') throw new RuleViolation('sheet.foreignStamp')
  const content = stampContent.safeParse(opened.content)
  // Sealed by this installation for something else.
  if (!content.success) throw new RuleViolation('sheet.noStamp')
  const wrong = order.find((part) => content.data[part] !== place[part])
  if (wrong !== undefined) throw new RuleViolation(refusals[wrong])
  return content.data
}
