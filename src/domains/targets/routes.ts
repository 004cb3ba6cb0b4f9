import type { Route } from '#platform/web.ts'
import { cardRoutes } from './cards/routes.tsx'
import { changeRoutes } from './changes/routes.tsx'
import type { TargetPieces } from './pieces.ts'

/** The list of a year's targets, their cards, and changes of what was signed. */
export const targetRoutes = (pieces: TargetPieces): Route[] => [...cardRoutes(pieces), ...changeRoutes]
