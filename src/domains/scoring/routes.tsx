import type { Route } from '#platform/web.ts'
import { crossRoutes } from './cross/routes.tsx'
import type { MeetingPieces } from './meetings/meeting-routes.tsx'
import { judgingRoutes } from './judging/routes.tsx'
import { roundRoutes, type RoundPieces } from './rounds/routes.tsx'
import { sheetRoutes } from './sheets/routes.tsx'
import { workbookRoutes } from './workbook/routes.ts'

export type ScoringPieces = RoundPieces & MeetingPieces

/** Every route of scoring, a line a noun. */
export const scoringRoutes = (pieces: ScoringPieces): Route[] => [
  ...roundRoutes(pieces),
  ...sheetRoutes,
  ...workbookRoutes,
  ...crossRoutes,
  ...judgingRoutes(pieces),
]
