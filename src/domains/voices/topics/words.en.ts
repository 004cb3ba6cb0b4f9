import type { vi } from './words.vi.ts'

type Facts = Readonly<Record<string, string>>

const kinds: Readonly<Record<string, string>> = { groups: 'group', fields: 'field of law' }

export const en: typeof vi = {
  title: 'Topics of opinions',
  under: 'The bloc’s tree, of two levels. A topic that ends is not deleted: what was coded by it stays.',
  empty: 'The bloc has no topics yet',
  emptyBody: 'Begin with the sample tree and change it, or add topics one by one.',
  start: 'Take the sample tree',
  caption: 'Topics',
  name: 'Name',
  parent: 'Under',
  top: 'First level',
  state: 'State',
  inUse: 'in use',
  endedOn: (day) => `ended on ${day}`,
  acts: 'Change',
  rename: 'Rename',
  renameOf: (name) => `Rename “${name}”`,
  newName: 'New name',
  end: 'End',
  add: 'Add a topic',
  toCodes: 'Groups, fields, thresholds',
  codes: {
    title: 'Codes of opinions',
    under: 'Shared by all blocs. A code that ends is not deleted; a closed month keeps the names of its day.',
    groups: 'Groups of people',
    fields: 'Fields of law',
    concerns: 'Levels of concern',
    concernsBody: 'Four levels, fixed so that months can be compared.',
    name: 'Name',
    add: { groups: 'Add a group', fields: 'Add a field' },
  },
  violations: {
    ended: 'It has ended.',
    nameTaken: ({ name = '' }: Facts) => `“${name}” is there already.`,
    tooDeep: 'The tree has two levels.',
    started: 'The bloc has topics; add further ones.',
    nameUnreadable: 'A name has letters or figures.',
  },
  deeds: {
    'topics.started': ({ topics = '' }: Facts) => `took the sample tree of ${topics} topics`,
    'topics.added': ({ name = '', under = '' }: Facts) =>
      under === '' ? `added the topic “${name}”` : `added the topic “${name}” under “${under}”`,
    'topics.renamed': ({ before = '', name = '' }: Facts) => `renamed the topic “${before}” to “${name}”`,
    'topics.ended': ({ name = '' }: Facts) => `ended the topic “${name}”`,
    'topics.codeAdded': ({ kind = '', name = '' }: Facts) => `added the ${kinds[kind] ?? ''} “${name}”`,
    'topics.codeRenamed': ({ kind = '', before = '', name = '' }: Facts) =>
      `renamed the ${kinds[kind] ?? ''} “${before}” to “${name}”`,
    'topics.codeEnded': ({ kind = '', name = '' }: Facts) => `ended the ${kinds[kind] ?? ''} “${name}”`,
  },
}
