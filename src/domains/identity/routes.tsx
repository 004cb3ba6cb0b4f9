import type { Route } from '#platform/web.ts'
import { peopleRoutes } from './people/routes.tsx'
import { sessionRoutes, type IdentityPieces } from './sessions/routes.tsx'

export const identityRoutes = (pieces: IdentityPieces): Route[] => [...sessionRoutes(pieces), ...peopleRoutes(pieces)]
