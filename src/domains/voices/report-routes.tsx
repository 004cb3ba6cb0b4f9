import type { Route } from '#platform/web.ts'
import { careRoutes } from './care/routes.tsx'
import { digestRoutes, type DigestPieces } from './digest/routes.tsx'
import { opinionImportRoutes } from './import/routes.tsx'
import { monthRoutes } from './months/routes.tsx'
import { topicRoutes } from './topics/routes.tsx'
import type { TopicTemplate } from './topics/start-topics.ts'

export interface VoiceReportPieces extends DigestPieces {
  topicTemplate: TopicTemplate
}

/** Reports on what was heard. They stand before the opinions, whose address would take their words for an id. */
export const voiceReportRoutes = (pieces: VoiceReportPieces): Route[] => [
  ...digestRoutes(pieces),
  ...monthRoutes,
  ...careRoutes,
  ...opinionImportRoutes,
  ...topicRoutes(pieces.topicTemplate),
]
