import type { Route } from '#platform/web.ts'
import { commentRoutes } from './comments/comment-routes.tsx'
import { draftRoutes } from './drafts/draft-routes.tsx'
import { openRoutes, type OpenPieces } from './open/open-routes.tsx'
import { supervisionRoutes } from './supervision/supervision-routes.tsx'
import { tableRoutes, type TablePieces } from './table/table-routes.tsx'

export type ConsultationPieces = OpenPieces & TablePieces

export const consultationRoutes = (pieces: ConsultationPieces): Route[] => [
  // Before the drafts, whose address would take the paper's ending for a part of an id.
  ...tableRoutes(pieces),
  ...draftRoutes,
  ...commentRoutes,
  ...openRoutes(pieces),
  ...supervisionRoutes,
]
