import type { Route } from '#platform/web.ts'
import { crossRoutes } from './cross/routes.tsx'
import type { MeetingPieces } from './judging/meeting-routes.tsx'
import { judgingRoutes } from './judging/routes.tsx'
import { roundRoutes, type RoundPieces } from './rounds/routes.tsx'
import { sheetRoutes } from './sheets/routes.tsx'

export type ScoringPieces = RoundPieces & MeetingPieces

/** Every route of scoring, a line a noun. */
export const scoringRoutes = (pieces: ScoringPieces): Route[] => [
  ...roundRoutes(pieces),
  ...sheetRoutes,
  ...crossRoutes,
  ...judgingRoutes(pieces),
]
