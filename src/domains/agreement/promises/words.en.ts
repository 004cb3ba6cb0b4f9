import type { Translation } from '#platform/words.ts'
import type { vi } from './words.vi.ts'

export const en: Translation<typeof vi> = {
  title: 'Targets and movements from the agreement',
  intro:
    'Which target or movement each clause of the agreement becomes. Targets made here are drafts: check the card and write the plan of each unit before putting them in force.',
  link: 'Targets and movements from the agreement',
  notFixed: 'The agreement is still being drafted',
  notFixedBody: 'Fix the text first; its clauses change no more then and can be made into targets and movements.',
  clause: 'Clause',
  read: 'As read',
  making: 'made targets and movements from the clauses',
  made: 'Made',
  choose: 'Make into',
  chooseFor: (section, position) => `Make into, ${section} ${position}`,
  choices: { none: 'Nothing', makeTarget: 'A new target', makeMovement: 'A movement' },
  existing: 'Link to a target that is there',
  confirm: 'Make and link',
  nothing: 'The agreement has no clause of emulation content, movements or targets',
  movement: (from, to) => (from === '' && to === '' ? 'movement' : `movement, ${from}–${to}`),
  target: (measure, plan, direction) => (direction === '' ? measure : `${measure}: ${plan}; ${direction}`),
  doubts: {
    noNumber: 'No number found; it will be followed as yes or no.',
    severalNumbers: 'There are several numbers; the first was taken, look again.',
    noDirection: 'Neither "or more" nor "at most" is said; taken as more is better.',
    oneUnit: 'A clause of one unit; only that unit gets it.',
    shortened: 'The clause is longer than 300 letters; the name was cut.',
  },
  deeds: {
    'promises.adopted': (f) => `made targets and movements from ${f['count']} clauses of the agreement`,
  },
  violations: {
    notFixed: 'The agreement is not fixed: its clauses may still change.',
    nothingChosen: 'No clause was chosen, or those chosen were made already.',
    unknownTarget: 'The target to link to is not in this year.',
  },
}
