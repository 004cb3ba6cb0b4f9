import { genesisOf, type SignedCheckpoint } from '../checkpoints/checkpoint.ts'
import { hashEntry } from '../record.ts'
import { entryOf, isSame, type StoredEntry } from './stored-entry.ts'

/** What is wrong with a log, and where: `number` is the first entry concerned. */
export type Finding =
  /** The entry is not what was hashed. */
  | { kind: 'changed'; number: number }
  /** The entry was hashed under another number. */
  | { kind: 'renumbered'; number: number; was: number }
  /** Neither its content nor what it follows fits: put here from elsewhere. */
  | { kind: 'moved'; number: number }
  /** The next entry follows another hash: this one was written anew, or one was put between. */
  | { kind: 'rehashed'; number: number }
  | { kind: 'removed'; number: number; to: number }
  | { kind: 'repeated'; number: number }
  /** The first entry does not follow the tenant's own beginning. */
  | { kind: 'otherBeginning'; number: number }
  /** The row that names the last entry does not. */
  | { kind: 'wrongHead'; number: number; says: number | null }
  /** What a checkpoint kept elsewhere says of this entry is no longer so; up to `after` all agree. */
  | { kind: 'rewritten'; number: number; after: number }
  /** Entries that a checkpoint or the head names are gone. */
  | { kind: 'cutOff'; number: number; to: number }

/** No fault, but worth a look. */
export type Remark =
  /** Entered under a much earlier time than the entry before: the machine's clock was turned back. */
  | { kind: 'backwards'; number: number; at: string; before: string }
  /** The log goes on from a backup here: what was entered elsewhere after `after` is another branch. */
  | { kind: 'restored'; number: number; after: number | null }

export interface Walked {
  entries: number
  /** Of the last entry. */
  last: number
  findings: readonly Finding[]
  /** Findings beyond those listed. */
  more: number
  /** Checkpoints that agree with the log. */
  agreeing: number
  remarks: readonly Remark[]
}

export interface Head {
  number: number
  hash: Uint8Array
}

interface WalkOptions {
  tenant: string
  checkpoints: readonly SignedCheckpoint[]
  /** An export by a filter has gaps, which are not removals, and no head. */
  isPart?: boolean
  /** The last entry that must be there, where no head says so. */
  upTo?: number
}

const mostListed = 20
const farthest = 1000

/** Commands carry the time of their request, and may overtake one another by less. */
const overtaking = 10 * 60_000

/** The number under which an entry that does not fit was once hashed, when it is near. */
function oldNumber(stored: StoredEntry): number | null {
  const entry = entryOf(stored)
  if (entry === null) return null
  for (let distance = 1; distance <= farthest; distance += 1) {
    for (const number of [stored.number - distance, stored.number + distance]) {
      if (isSame(hashEntry(stored.previous_hash, { ...entry, number }), stored.hash)) return number
    }
  }
  return null
}

/** Walks entries in order, one at a time and in constant memory, and gathers what does not fit. */
export class ChainWalk {
  readonly #isPart: boolean
  readonly #upTo: number
  readonly #checkpoints = new Map<number, SignedCheckpoint[]>()
  readonly #findings: Finding[] = []
  #more = 0
  #entries = 0
  #last: Head
  #agreed = 0
  #agreeing = 0
  #isRewritten = false
  #before = ''
  readonly #remarks: Remark[] = []

  constructor({ tenant, checkpoints, isPart = false, upTo = 0 }: WalkOptions) {
    this.#isPart = isPart
    this.#upTo = upTo
    this.#last = { number: 0, hash: genesisOf(tenant) }
    for (const one of checkpoints) {
      this.#checkpoints.set(one.number, [...(this.#checkpoints.get(one.number) ?? []), one])
    }
    this.#compare(this.#last)
  }

  take(stored: StoredEntry): void {
    this.#entries += 1
    if (stored.number <= this.#last.number) return this.#find({ kind: 'repeated', number: stored.number })
    const isNext = stored.number === this.#last.number + 1
    if (!isNext && !this.#isPart) {
      this.#find({ kind: 'removed', number: this.#last.number + 1, to: stored.number - 1 })
    }
    this.#judge(stored, isNext)
    this.#remark(stored)
    this.#last = { number: stored.number, hash: stored.hash }
    this.#compare(this.#last)
  }

  /** `heads` are the rows that should be one and name the last entry; an export has none. */
  end(heads: readonly Head[] | null): Walked {
    const { number: last } = this.#last
    const named = [...(heads ?? []).map((head) => head.number), ...(this.#isPart ? [] : this.#checkpoints.keys())]
    const to = Math.max(this.#upTo, ...named)
    if (to > last) this.#find({ kind: 'cutOff', number: last + 1, to })
    if (heads !== null) this.#judgeHead(heads)
    const [findings, more, agreeing] = [this.#findings, this.#more, this.#agreeing]
    return { entries: this.#entries, last, findings, more, agreeing, remarks: this.#remarks }
  }

  #judgeHead([head, second]: readonly Head[]) {
    const { number, hash } = this.#last
    const fits = head?.number === number && isSame(head.hash, hash) && second === undefined
    if (!fits) this.#find({ kind: 'wrongHead', number, says: head?.number ?? null })
  }

  #find(finding: Finding) {
    if (this.#findings.length < mostListed) this.#findings.push(finding)
    else this.#more += 1
  }

  #judge(stored: StoredEntry, isNext: boolean) {
    const entry = entryOf(stored)
    const isWhole = entry !== null && isSame(hashEntry(stored.previous_hash, entry), stored.hash)
    const follows = !isNext || isSame(stored.previous_hash, this.#last.hash)
    if (!isWhole) this.#find(this.#misfit(stored, follows))
    else if (!follows && stored.number === 1) this.#find({ kind: 'otherBeginning', number: 1 })
    else if (!follows) this.#find({ kind: 'rehashed', number: stored.number - 1 })
  }

  #remark({ number, at, action, facts }: StoredEntry) {
    const before = this.#before
    this.#before = at
    const isBackwards = Date.parse(at) < Date.parse(before) - overtaking
    if (isBackwards && this.#remarks.length < mostListed) this.#remarks.push({ kind: 'backwards', number, at, before })
    if (action !== 'installation.restored') return
    const { lastEntry } = JSON.parse(facts) as { lastEntry?: unknown }
    this.#remarks.unshift({ kind: 'restored', number, after: typeof lastEntry === 'number' ? lastEntry : null })
  }

  #misfit(stored: StoredEntry, follows: boolean): Finding {
    const { number } = stored
    const was = this.#findings.length < mostListed ? oldNumber(stored) : null
    if (was !== null) return { kind: 'renumbered', number, was }
    return { kind: follows ? 'changed' : 'moved', number }
  }

  /** Only the first checkpoint that disagrees is told: all later ones must. */
  #compare({ number, hash }: Head) {
    for (const checkpoint of this.#checkpoints.get(number) ?? []) {
      if (isSame(checkpoint.hash, hash)) {
        this.#agreed = number
        this.#agreeing += 1
      } else if (!this.#isRewritten) {
        this.#isRewritten = true
        this.#find({ kind: 'rewritten', number, after: this.#agreed })
      }
    }
  }
}
