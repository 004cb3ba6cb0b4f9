import { agreementRoutes, type AgreementPieces } from '#domains/agreement/routes.tsx'
import { words as penWords } from '#domains/agreement/pen/words.ts'
import { words as signingWords } from '#domains/agreement/signing/words.ts'
import { words as agreementWords } from '#domains/agreement/words.ts'
import { sharesBloc } from '#domains/blocs/queries.ts'
import { blocRoutes } from '#domains/blocs/routes.tsx'
import { words as blocWords } from '#domains/blocs/words.ts'
import { calendarRoutes, todosOfYear } from '#domains/calendar/routes.tsx'
import { words as calendarWords } from '#domains/calendar/words.ts'
import { identityRoutes } from '#domains/identity/routes.tsx'
import type { IdentityPieces } from '#domains/identity/sessions/routes.tsx'
import { words as secondFactorWords } from '#domains/identity/second-factor/words.ts'
import { words as identityWords } from '#domains/identity/words.ts'
import { lawRoutes } from '#domains/law/routes.tsx'
import { words as lawWords } from '#domains/law/words.ts'
import { portalRoutes, type PortalPieces } from '#domains/portal/routes.ts'
import { certificateRoutes, type CertificateRoutePieces } from '#domains/units/certificates/routes.tsx'
import { words as certificateWords } from '#domains/units/certificates/words.ts'
import { words as lineageWords } from '#domains/units/lineage/words.ts'
import { words as mandateWords } from '#domains/units/mandates/words.ts'
import type { UnitPieces } from '#domains/units/pieces.ts'
import { namesOn } from '#domains/units/queries.ts'
import { unitRoutes } from '#domains/units/routes.tsx'
import { words as unitWords } from '#domains/units/words.ts'
import { words as signatureWords } from '#capabilities/signatures/keeping/words.ts'
import type { Route } from '#platform/web.ts'
import { announce } from './announce.ts'
import type { Violations } from './violations.ts'

/** What the domains need from outside; what one domain needs of a higher one is handed in here. */
export type RoutePieces = AgreementPieces &
  CertificateRoutePieces &
  Omit<IdentityPieces, 'unitNames'> &
  Omit<UnitPieces, 'announce' | 'sharesBloc'> &
  PortalPieces

async function unitNames(...[db, units, day]: Parameters<IdentityPieces['unitNames']>) {
  const names = await namesOn(db, units, day)
  return new Map([...names].map(([unit, name]) => [unit, name.short_name]))
}

/** Every route of the product, a line a domain. */
export function allRoutes(given: RoutePieces): readonly Route[] {
  const pieces = { ...given, announce, sharesBloc, unitNames, todosOfYear }
  return [
    ...identityRoutes(pieces),
    ...lawRoutes,
    ...certificateRoutes(pieces),
    ...unitRoutes(pieces),
    ...agreementRoutes(pieces),
    ...blocRoutes(pieces),
    ...calendarRoutes,
    ...portalRoutes(pieces),
  ]
}

/** The sentences of every domain's rules, by the first word of their keys. */
export const violations: Violations = {
  agreement: agreementWords,
  blocs: blocWords,
  calendar: calendarWords,
  certificates: certificateWords,
  identity: identityWords,
  law: lawWords,
  lineage: lineageWords,
  mandates: mandateWords,
  secondFactor: secondFactorWords,
  pen: penWords,
  signatures: signatureWords,
  signing: signingWords,
  units: unitWords,
}
