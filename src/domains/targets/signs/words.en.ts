import type { Translation } from '#platform/words.ts'
import type { vi } from './words.vi.ts'

export const en: Translation<typeof vi> = {
  heading: 'Worth a look',
  intro: 'What does not fit together, found by rule. It is not wrong yet: look at the source, ask the unit if need be.',
  none: 'Nothing found',
  noneBody: 'The figures sent agree, none moved too far, and no two pieces of evidence are alike.',
  counts: {
    jump: (count: number) => (count === 1 ? '1 figure that jumped' : `${count} figures that jumped`),
    differs: (count: number) =>
      count === 1 ? '1 figure that other reports contradict' : `${count} figures that other reports contradict`,
    alike: (count: number) => (count === 1 ? '1 pair of like evidence' : `${count} pairs of like evidence`),
  },
  toList: 'See each of them',
  figures: {
    heading: 'Figures',
    period: 'Period',
    unit: 'Unit',
    target: 'Target',
    sign: 'What was seen',
    note: 'Note',
    noNote: 'none given',
    none: 'No figure jumped or is contradicted.',
  },
  evidence: {
    heading: 'Like evidence',
    piece: 'Evidence',
    unit: 'Unit',
    how: 'How they are alike',
    other: 'Like',
    bytes: 'The same file',
    picture: 'The same picture, saved again or made smaller',
    otherLine: (unit: string, day: string) => `${unit}, brought on ${day}`,
    elsewhere: 'Evidence of another bloc or year',
    none: 'No two pieces are alike.',
  },
}
