import type { Route } from '#platform/web.ts'
import { addressRoutes } from './address/routes.tsx'
import { peopleRoutes } from './people/routes.tsx'
import { leavingRoutes } from './leaving/routes.tsx'
import { linkedRoutes } from './linked/routes.tsx'
import { passkeyRoutes } from './passkeys/routes.tsx'
import { recoveryRoutes } from './recovery/routes.tsx'
import { secondFactorRoutes } from './second-factor/routes.tsx'
import { sessionRoutes, type IdentityPieces } from './sessions/routes.tsx'
import { tokenRoutes } from './tokens/routes.tsx'

export const identityRoutes = (pieces: IdentityPieces): Route[] => [
  ...sessionRoutes(pieces),
  ...secondFactorRoutes(pieces),
  ...passkeyRoutes(pieces),
  ...linkedRoutes(pieces),
  ...recoveryRoutes(pieces),
  ...leavingRoutes(pieces),
  ...tokenRoutes(pieces),
  ...addressRoutes(pieces),
  ...peopleRoutes(pieces),
]
