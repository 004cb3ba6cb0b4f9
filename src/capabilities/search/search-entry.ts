import type { Db, Tx } from '#platform/database/database.ts'

/** What of a record can be found: a text with its address and with who may read it there. */
export interface SearchDocument {
  /** The record that it tells of. */
  subject: string
  /** Which of several texts of one record. */
  part?: string
  /** What it is called on the page of results. */
  kind: string
  title: string
  body?: string
  bloc?: string | null
  blocYear?: string | null
  unit?: string | null
  /** YYYY-MM-DD. */
  day?: string | null
  path: string
  /** Keys, any of which opens the page; `['public']` alone for a page of the public side. */
  audience: readonly string[]
}

/** One part of the business as search sees it. */
export interface SearchSource {
  name: string
  /** Raised whenever what `gather` gives has changed: everything is then gathered again. */
  edition: string
  /** Its records of which one of these ids is, or owns, them; all of them for `null`. */
  idsOf: (db: Db | Tx, changed: readonly string[] | null) => Promise<string[]>
  /** A record that is removed is told of by an entry about its year. */
  removedWithYear?: true
  gather: (db: Db | Tx, ids: readonly string[]) => Promise<SearchDocument[]>
  /** Records that changed after a moment without an entry in the log. */
  late?: (db: Db | Tx, since: Date) => Promise<string[]>
}
