import type { Translation } from '#platform/words.ts'
import type { vi } from './words.vi.ts'

/** Day as it is said on screen: 23/02/2023. */
const dmy = (day: string | number | undefined) =>
  String(day ?? '')
    .split('-')
    .toReversed()
    .join('/')

export const en: Translation<typeof vi> = {
  findings: {
    missing_title: () => 'The title is missing.',
    missing_place: () => 'The place of signing is missing.',
    missing_signing_on: () => 'The day of signing is missing.',
    signingAfterYear: (v) => `The day of signing ${dmy(v['day'])} is after the end of ${v['label']} (${dmy(v['to'])}).`,
    signingLongBeforeYear: (v) =>
      `The day of signing ${dmy(v['day'])} is more than two months before ${v['label']} begins (${dmy(v['from'])}).`,
    witnessOfOtherDay: (v) =>
      `On ${dmy(v['day'])} the awarding office is not called “${v['witness']}”${v['name'] === '' ? '' : `; its name then: “${v['name']}”`}.`,
    signByBeforeSigning: (v) => `The deadline ${dmy(v['by'])} is before the day of signing ${dmy(v['day'])}.`,
    signByOver: (v) => `The deadline ${dmy(v['by'])} is over; frozen so, nobody could sign.`,
    titleYear: (v) => `The title speaks of ${v['found']}; this is the agreement of ${v['label']}.`,
    noSigner: (v) => `${v['unit']} has nobody with a mandate to sign.`,
    tooFewUnits: (v) => `An agreement needs two units at least; the bloc has ${v['count']}.`,
    tooManyUnits: (v) => `The bloc has ${v['count']} units; the page of signatures holds ${v['most']}.`,
    fewCopies: (v) =>
      `The text says ${v['copies']} originals, while ${v['units']} units and the authority need ${v['usual']}.`,
    noCommitments: () => 'There is no commitment yet.',
    noLegalBasis: () => 'There is no legal basis yet.',
    emptyClause: () => 'An item is empty.',
    clauseTwice: (v) => `This item is written twice: “${v['text']}…”`,
    movementBackwards: (v) => `The movement “${v['title']}” runs from ${v['from']} to ${v['to']}.`,
    movementOver: (v) => `The movement “${v['title']}” ended in ${v['to']}, before ${v['label']}.`,
    basisNotYet: (v) => `${v['number']} is not in force on ${dmy(v['day'])} (only from ${dmy(v['from'])}).`,
    basisOver: (v) => `${v['number']} ended on ${dmy(v['to'])}, before the day of signing ${dmy(v['day'])}.`,
  },
}
