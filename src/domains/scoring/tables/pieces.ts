import type { ScoreTableInput } from '../table/score-table.ts'

/** What `app` hands in: the tables that are shipped. */
export interface TablePieces {
  templates: readonly { key: string; table: ScoreTableInput }[]
}
