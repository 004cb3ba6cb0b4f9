import type { Route } from '#platform/web.ts'
import { answerRoutes } from './answers/routes.tsx'
import { placeRoutes, type PlacePieces } from './places/routes.tsx'
import { registerRoutes } from './register/routes.tsx'
import { sendingRoutes, type SendingPieces } from './sending/routes.tsx'

export type VoicePieces = SendingPieces & PlacePieces

/** Opinions and aspirations: sending and following, the register of a year, posters, public answers. */
export const voiceRoutes = (pieces: VoicePieces): Route[] => [
  ...sendingRoutes(pieces),
  ...placeRoutes(pieces),
  ...registerRoutes,
  ...answerRoutes,
]
