import type { Route } from '#platform/web.ts'
import { roundRoutes, type RoundPieces } from './rounds/routes.tsx'
import { sheetRoutes } from './sheets/routes.tsx'

export type ScoringPieces = RoundPieces

/** Every route of scoring, a line a noun. */
export const scoringRoutes = (pieces: ScoringPieces): Route[] => [...roundRoutes(pieces), ...sheetRoutes]
