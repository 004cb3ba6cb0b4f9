import type { Translation } from '#platform/words.ts'
import type { FactSource } from '../figures/fact-source.ts'
import type { vi } from './words.vi.ts'

type Facts = Record<string, string>

const parts = { value: '', planned: ', plan', assigned: ', assignment' } as const

function source(said: FactSource): string {
  if (said.from === 'target') return `Target ${said.code}${parts[said.part]}`
  if (said.from === 'report') {
    return `Target ${said.code}, report ${said.period}, ${said.verified ? 'verified' : 'not verified'}`
  }
  if (said.from === 'log') return `Log of activities: ${said.name}`
  if (said.from === 'typed') return `Typed by ${said.by}${said.note === '' ? '' : `: ${said.note}`}`
  return { reports: 'Report log', posted: 'Report log', evidence: 'Verdicts on the evidence of this sheet' }[said.from]
}

export const en: Translation<typeof vi> = {
  sheet: 'Self-score sheet',
  whose: { self: 'The unit', cross: 'Cross-scoring units', bloc: 'The bloc', authority: 'The authority' },
  asProposed: 'As the table computes',
  source,
  due: (day: string) => `Due ${day}, until midnight.`,
  lateSince: (day: string) => `${day} is over; it may be sent with a reason.`,
  caption: 'Each criterion of the table with facts, points and evidence',
  criterion: 'Content',
  max: 'Base points',
  bonus: 'Bonus',
  penalty: 'Penalty',
  fact: 'Fact',
  proposed: 'Computed',
  own: 'Own score',
  stands: 'Points',
  reason: 'Reason, note',
  evidence: 'Evidence',
  evidenceCount: (count: number) => (count === 0 ? 'none yet' : `${count} pieces`),
  addEvidence: 'add',
  evidenceOf: (code: string) => `Evidence, ${code}`,
  mustProve: (what: string) => `To be proved: ${what}`,
  missing: 'missing',
  notMarked: 'not scored',
  noTier: 'no tier matches',
  asks: 'score it yourself',
  notAssigned: 'not assigned',
  exempt: 'exempt',
  factOf: (label: string) => `Fact: ${label}`,
  pointsOf: (title: string) => `Own score: ${title}`,
  reasonOf: (title: string) => `Reason: ${title}`,
  noteOf: (label: string) => `Note: ${label}`,
  isUnassigned: 'Not assigned',
  isUnassignedOf: (label: string) => `Not assigned to the unit: ${label}`,
  choose: 'Not entered',
  casesHelp: (fields: string) => `How many, or each of them parted by semicolons; of each ${fields}, parted by |.`,
  reportsSaid: (all: number, late: number, missing: number) => `${all} reports: ${late} late, ${missing} not sent`,
  listHelp: 'Each item, parted by semicolons.',
  between: (from: string, to: string) => `from ${from} to ${to}`,
  oneOf: (options: string) => `one of: ${options}`,
  why: 'Why these points',
  whyShort: 'why',
  whyOf: (code: string) => `Why these points, ${code}`,
  total: 'Total',
  totalOf: (max: string) => `of ${max} points`,
  incomplete: 'incomplete',
  stillMissing: (count: number) => `${count} places are empty`,
  percent: 'Per cent of the maximum',
  base: 'Base points reached',
  save: 'Save the sheet',
  toSend: 'Check and send',
  entryHelp:
    'Fill in facts and points in the column “Own score”; Enter or arrows move down, and cells paste from Excel. An empty criterion with a formula takes what is computed; another figure needs its reason.',
  readOnly: 'The sheet was sent; later stages follow.',
  returnedTitle: 'The sheet was returned',
  returnedLine: (by: string, stage: string) => `Returned by ${by}, at the stage: ${stage}.`,
  provisional: 'Points that depend on the leading unit are provisional until every unit has sent its sheet.',
  before: 'Before it was changed',
  beforeLine: (name: string, value: string, by: string) => `${name}: ${value}, written by ${by}`,
  steps: 'What became of the sheet',
  stepLine: (step: string, reason: string) => (reason === '' ? step : `${step}: ${reason}`),
  history: 'History',
  back: 'Back to the sheet',
  derivation: {
    title: (code: string) => `Why these points: ${code}`,
    over: (table: string, version: string) => `${table}, version ${version}`,
    steps: 'How it is computed',
    facts: 'Facts used',
    fact: 'Fact',
    value: 'Value',
    from: 'Source',
    noFacts: 'A person gives these points; they are not computed from facts.',
    proposed: 'The table computes',
    stands: 'Points that stand',
    agreed: (by: string, reason: string) => `${by}: ${reason}`,
    parts: 'What stands under it',
    none: 'Cannot be computed yet: facts or points are missing.',
  },
  send: {
    title: 'Send the self-score sheet',
    note: 'Once sent it cannot be changed until it is returned; from then on every change is kept.',
    missing: 'Cannot be sent yet: missing',
    complete: 'Facts and points are complete.',
    late: (due: string) => `${due} is over.`,
    lateReason: 'Why it is late',
    leader: 'The unit’s leader sends the sheet; tell them when it is filled in.',
    doubts: 'Facts to look at again',
    do: 'Send the sheet',
    total: (total: string, max: string) => `Own score: ${total} of ${max}.`,
  },
  lacks: {
    fact: (label: string, code: string) => `${code}: the fact “${label}” is missing`,
    source: (label: string, code: string) => `${code}: the system does not know “${label}”; score it with a reason`,
    mark: (title: string, code: string) => `${code}: “${title}” is not scored`,
    decide: (title: string, code: string) => `${code}: the table cannot compute “${title}”; score it with a reason`,
    reason: (title: string, code: string) =>
      `${code}: your score differs from the computed one; give a reason (“${title}”)`,
  },
  return: {
    title: 'Return the sheet',
    note: 'The unit has its sheet again with the reason, mends and sends it; later steps are done anew.',
    reason: 'Why it is returned',
    reasonExample: 'II.2: the number of new members is not that of the report of December',
    dueOn: 'Last day to send it again',
    do: 'Return the sheet',
  },
  conflict: (value: string, by: string, at: string) =>
    `It is now ${value}, written by ${by} at ${at}. What you typed is not saved.`,
  conflictNothing: (by: string, at: string) =>
    `It is empty now, cleared by ${by} at ${at}. What you typed is not saved.`,
  faults: {
    notANumber: 'Not a number. Example: 8.5.',
    negative: 'A count is not below 0.',
    tooLong: 'The number is too long.',
    notYesNo: 'Write “yes” or “no”.',
    notAClass: 'No such class; choose one of the table.',
    notADay: 'Not a day. Example: 31/12/2023.',
    notACase: 'The case has more parts than the table asks for.',
    noSuchCriterion: 'The table has no such criterion, or it is not scored itself.',
    noSuchFact: 'The table has no such fact.',
    notTyped: 'The system knows this fact; it is not typed here.',
    outOfRange: 'The points lie outside what the criterion allows.',
    notAStep: 'The points do not keep to the steps of the criterion.',
    notAnOption: 'The points are none of those that the criterion offers.',
    unassignedNeedsNote: 'Say why it is not assigned to the unit.',
    twice: 'This cell stands twice in one saving.',
  },
  violations: {
    requestUsed: 'This saving was used for another sheet; open the page again and save.',
    roundTakesNone: 'The round is not open or has its result; the sheet cannot be changed.',
    alreadySent: 'The sheet was sent and cannot be changed until it is returned.',
    notComplete: (f: Facts) => `${f['count']} places are still empty; fill them in, then send.`,
    lateNeedsReason: (f: Facts) => `${f['due']} is over; say why it is late, then send.`,
    notSent: 'The sheet was not sent, so it cannot be returned.',
    changedSince: 'The sheet has changed since this page was opened; look again and go on.',
    notNow: 'The round is not at a stage in which sheets are returned.',
  },
  deeds: {
    'scoring.sheetSent': (f: Facts) =>
      `Sent the sheet “${f['table']}” of ${f['unit']}${f['reason'] === '' ? '' : `, late: ${f['reason']}`}`,
    'scoring.sheetReturned': (f: Facts) => `Returned the sheet “${f['table']}” of ${f['unit']}: ${f['reason']}`,
  },
}
