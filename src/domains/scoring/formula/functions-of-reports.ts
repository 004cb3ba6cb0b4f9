import { whole } from '#platform/exact.ts'
import type { LoggedReport } from '../engine/giving.ts'
import { number } from './answers.ts'
import { ofOne, writtenText, type Call, type Functions } from './call.ts'
import { kindOf, type Compiled } from './scope.ts'

type Which = (report: LoggedReport) => boolean

const ofKind =
  (kind: string | null): Which =>
  (report) =>
    kind === null || report.kind === kind

/** How many reports of a log, or of one kind in it, are so. */
const counting =
  (which: Which) =>
  (call: Call): Compiled => {
    const { given, compile, context } = call
    const isOfKind = ofKind(writtenText(given[1], context))
    const log = compile(given[0], context)
    const read = ofOne(log, 'reports', ({ reports }) =>
      number(whole(reports.filter((report) => isOfKind(report) && which(report)).length)),
    )
    return { read, kind: kindOf('number') }
  }

function reportsOfKind({ given, compile, context }: Call): Compiled {
  const isOfKind = ofKind(writtenText(given[1], context))
  const read = ofOne(compile(given[0], context), 'reports', ({ reports }) => ({
    is: 'reports',
    reports: reports.filter(isOfKind),
  }))
  return { read, kind: kindOf('reports') }
}

type Name = 'reports' | 'onTime' | 'late' | 'missing' | 'sent'

export const functionsOfReports: Functions<Name> = {
  reports: reportsOfKind,
  onTime: counting(({ due, sent }) => sent !== null && sent <= due),
  late: counting(({ due, sent }) => sent !== null && sent > due),
  missing: counting(({ sent }) => sent === null),
  sent: counting(({ sent }) => sent !== null),
}
