import { checkTable } from '../table/check-table.ts'
import type { TableDoubt } from '../table/doubt.ts'
import { scoreTable, type ScoreTableInput } from '../table/score-table.ts'

/** What is doubtful in a draft as it is kept. */
export const checkDraft = (content: ScoreTableInput): TableDoubt[] => checkTable(scoreTable.parse(content))
