import type { Translation } from '#platform/words.ts'
import type { vi } from './words.vi.ts'

export const en: Translation<typeof vi> = {
  title: 'Vote on paper',
  note: 'A vote on paper, for the nominating conference as long as there is no ballot here: three tellers of three units, never the chair. Print the tellers’ minutes to be signed by hand; the scan goes to the year’s evidence.',
  none: 'No count yet',
  noneBody: 'In the hall the secretary puts down what the tellers counted; the sums must agree.',
  count: 'Put down a count',
  about: 'What the vote is about',
  aboutExample: 'Who leads the bloc in 2023',
  tellers: 'Tellers',
  head: 'Head of the tellers',
  member: (number) => `Teller ${number}`,
  issued: 'Papers given out',
  returned: 'Papers returned',
  valid: 'Valid papers',
  invalid: 'Invalid papers',
  nominees: 'Result of each nominee',
  nomineesHelp: 'A line each: name; votes for; votes against.',
  nomineesExample: 'Hội Nông dân tỉnh; 5; 1',
  nominee: 'Nominee',
  votesFor: 'For',
  votesAgainst: 'Against',
  save: 'Keep the count',
  sums: (f) => `Given out ${f['issued']}, returned ${f['returned']}, valid ${f['valid']}, invalid ${f['invalid']}.`,
  paper: 'Print the tellers’ minutes',
  word: 'Word file',
  deeds: {
    'paperCount.counted': (f) =>
      `put down the count “${f['title']}”: given out ${f['issued']}, returned ${f['returned']}, valid ${f['valid']}`,
  },
  violations: {
    tellerAway: 'A teller must be there by the roll.',
    sameUnit: 'The three tellers must be of three units.',
    chairCounts: 'The chair is no teller.',
    lineUnread: 'A line is not right; write it like: Hội Nông dân tỉnh; 5; 1',
    tooMany: (v) => `Only ${v['most']} people have a vote now.`,
    moreReturned: 'More papers came back than were given out.',
    validAndInvalid: 'Valid and invalid papers do not add up to those returned.',
    nomineeSum: 'In a line, votes for and against do not add up to the valid papers.',
    noNominee: 'Put down at least one nominee.',
  },
}
