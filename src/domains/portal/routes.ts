import type { Route, WebContext } from '#platform/web.ts'
import { checkRoutes, type CheckPieces } from './check/routes.tsx'
import { readHelpBook } from './help/help-book.ts'
import { helpRoutes } from './help/routes.tsx'
import { blocPageRoutes } from './bloc-page/routes.tsx'
import { exchangeRoutes } from './exchange/routes.tsx'
import { openDataRoutes } from './open-data/routes.tsx'
import { homeRoutes } from './home/routes.tsx'
import { logRoutes } from './log/routes.tsx'
import { mapRoutes } from './map/routes.ts'
import { publishedRoutes } from './published/routes.tsx'
import { searchRoutes } from './search/routes.tsx'
import { storyRoutes } from './story/routes.tsx'
import { unitPageRoutes, type UnitPagePieces } from './units/routes.tsx'
import { webhookRoutes, type WebhookPieces } from './webhooks/routes.tsx'

export interface PortalPieces extends CheckPieces, UnitPagePieces, WebhookPieces {
  /** The site as people reach it, for the map of the site: 'https://thidua.example.vn'. */
  originOf: (c: WebContext) => string
}

/** The public side. The help book is read from disk here, once. */
export function portalRoutes(pieces: PortalPieces): Route[] {
  const book = readHelpBook()
  return [
    ...homeRoutes,
    ...unitPageRoutes(pieces),
    ...publishedRoutes(pieces.files),
    ...openDataRoutes,
    ...blocPageRoutes,
    ...storyRoutes,
    ...searchRoutes(pieces),
    ...checkRoutes(pieces),
    ...logRoutes,
    ...webhookRoutes(pieces),
    ...exchangeRoutes,
    ...helpRoutes(book),
    ...mapRoutes({ book, originOf: pieces.originOf }),
  ]
}
