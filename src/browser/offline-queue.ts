import { openDB, type DBSchema, type IDBPDatabase } from 'idb'

/** A form that was filled in and is not known to have arrived. */
export interface KeptEntry {
  /** Made here; the server takes an entry of this number once. */
  id: string
  /** The account in its tenant: sent as no one else. */
  owner: string
  action: string
  title: string
  fields: [name: string, value: string][]
  keptAt: number
  /** `asks`: the server answered with something that only its author can settle. */
  state: 'waiting' | 'asks'
  /** Whether it was on the line before, so that it may have arrived. */
  isTried: boolean
}

interface Shape extends DBSchema {
  entries: { key: string; value: KeptEntry; indexes: { owner: string } }
}

export type Queue = IDBPDatabase<Shape>

/** `null` where the browser keeps nothing, as in a private window of some. */
export async function openQueue(): Promise<Queue | null> {
  try {
    return await openDB<Shape>('giao-uoc', 1, {
      upgrade: (database) => database.createObjectStore('entries', { keyPath: 'id' }).createIndex('owner', 'owner'),
    })
  } catch {
    return null
  }
}

export async function entriesKept(queue: Queue, owner: string): Promise<KeptEntry[]> {
  return (await queue.getAllFromIndex('entries', 'owner', owner)).toSorted((one, other) => one.keptAt - other.keptAt)
}

export async function countOfOthers(queue: Queue, owner: string): Promise<number> {
  return (await queue.count('entries')) - (await queue.countFromIndex('entries', 'owner', owner))
}

/** Also where the page came over plain HTTP, in which browsers make no ids. */
export function newNumber(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')
  const variant = ((Number.parseInt(hex.charAt(16), 16) & 3) | 8).toString(16)
  return [hex.slice(0, 8), hex.slice(8, 12), `4${hex.slice(13, 16)}`, variant + hex.slice(17, 20), hex.slice(20)].join(
    '-',
  )
}
