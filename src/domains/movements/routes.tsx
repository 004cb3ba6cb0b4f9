import type { Route } from '#platform/web.ts'
import { activityRoutes } from './activities/routes.tsx'
import { exampleRoutes } from './examples/routes.tsx'
import type { LogPieces } from './log/kind-routes.tsx'
import { entryRoutes } from './log/routes.tsx'
import { participationRoutes } from './participation/routes.tsx'
import { registerRoutes } from './register/routes.tsx'

/** What the movements need from outside. */
export type MovementPieces = LogPieces

/** The fixed addresses below a year's movements stand before those that name one. */
export const movementRoutes = (pieces: MovementPieces): Route[] => [
  ...participationRoutes,
  ...registerRoutes,
  ...exampleRoutes,
  ...activityRoutes,
  ...entryRoutes(pieces),
]
