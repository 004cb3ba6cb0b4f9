import type { Translation } from '#platform/words.ts'
import type { vi } from './words.vi.ts'

const span = (from: number, to: number) => (from === to ? `entry ${from}` : `entries ${from} to ${to}`)

export const en: Translation<typeof vi> = {
  finding: {
    changed: (number) => `Entry ${number} was changed: its content no longer fits its own hash.`,
    renumbered: (number, was) => `Entry ${number} was number ${was}: the order was changed.`,
    moved: (number) => `Entry ${number} does not belong here: it was moved, inserted or taken from elsewhere.`,
    rehashed: (number) =>
      `Entry ${number} is not the one that the next entry follows: it was written anew, or one was put in there.`,
    removed: (number, to) => `Gone: ${span(number, to)}.`,
    repeated: (number) => `Number ${number} occurs more than once: an entry was inserted.`,
    otherBeginning:
      'Entry 1 does not follow the beginning of this log: the first entries were cut, or it is another log.',
    wrongHead: (number) => `The row that names the last entry does not fit entry ${number}, the last there is.`,
    rewritten: (number, after) =>
      `The log was rewritten: entry ${number} differs from a checkpoint kept elsewhere; the rewriting begins after entry ` +
      `${after}, at entry ${number} at the latest.`,
    cutOff: (number, to) => `The end was cut off: gone are ${span(number, to)}.`,
  },
  remark: {
    backwards: (number, at, before) =>
      `Note: entry ${number} was made at ${at}, before the entry ahead of it (${before}): the machine’s clock was turned back, or this is sample data. Times around here are not to be trusted; the order is.`,
    restored: (number, after) =>
      `Note: from entry ${number} the log goes on from a backup taken after entry ${after ?? 0}. If the old machine still runs, its later entries and checkpoints are another branch.`,
  },
  moreRemarks: (count) => `${count} further notes: see them with --json.`,
  more: (count) => `${count} further faults are not listed.`,
  fine: (tenant, entries, agreeing) =>
    `${tenant}: ${entries} entries, none changed, missing or moved; ${agreeing} checkpoints agree.`,
  broken: (tenant, number) => `${tenant}: THE LOG IS NOT INTACT, the first fault is at entry ${number}.`,
}
