import type { Route } from '#platform/web.ts'
import { digestRoutes, type DigestPieces } from './digest/routes.tsx'
import { monthRoutes } from './months/routes.tsx'

export type VoiceReportPieces = DigestPieces

/** Reports on what was heard. They stand before the opinions, whose address would take their words for an id. */
export const voiceReportRoutes = (pieces: VoiceReportPieces): Route[] => [...digestRoutes(pieces), ...monthRoutes]
