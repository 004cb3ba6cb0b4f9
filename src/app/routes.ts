import { paths as agreementPaths } from '#domains/agreement/paths.ts'
import { linkedTargets } from '#domains/agreement/promises/queries.ts'
import { papersOfYear } from '#domains/agreement/queries.ts'
import { agreementRoutes, type AgreementPieces } from '#domains/agreement/routes.tsx'
import { words as agreementWords } from '#domains/agreement/words.ts'
import { yearLabel } from '#domains/blocs/bloc-year.ts'
import { yearsOfUnit } from '#domains/blocs/members/queries.ts'
import type { HandoverPieces } from '#domains/blocs/handover/pieces.ts'
import { sharesBloc } from '#domains/blocs/queries.ts'
import { handoverRoutes } from '#domains/blocs/handover/routes.tsx'
import { blocRoutes } from '#domains/blocs/routes.tsx'
import { words as blocWords } from '#domains/blocs/words.ts'
import { openItemsOf } from '#domains/calendar/handover-tasks.ts'
import type { CalendarPieces } from '#domains/calendar/pieces.ts'
import { calendarRoutes, todosOfYear } from '#domains/calendar/routes.tsx'
import type { EvidencePieces } from '#domains/evidence/pieces.ts'
import { evidenceRoutes } from '#domains/evidence/routes.tsx'
import { identityRoutes } from '#domains/identity/routes.tsx'
import type { IdentityPieces } from '#domains/identity/sessions/routes.tsx'
import { movementRoutes } from '#domains/movements/routes.tsx'
import { consultationRoutes, type ConsultationPieces } from '#domains/consultation/routes.ts'
import { holidayRoutes } from '#domains/law/holidays/routes.tsx'
import type { ConferencePieces } from '#domains/conferences/pieces.ts'
import { conferenceRoutes } from '#domains/conferences/routes.tsx'
import { minutesRoutes } from '#domains/conferences/minutes/routes.tsx'
import { paperCountRoutes } from '#domains/conferences/paper-count/routes.tsx'
import { resolutionRoutes } from '#domains/conferences/resolutions/routes.tsx'
import { lawRoutes } from '#domains/law/routes.tsx'
import { newsRoutes } from '#domains/portal/news/routes.tsx'
import { portalRoutes, type PortalPieces } from '#domains/portal/routes.ts'
import { petitionRoutes } from '#domains/scoring/petitions/routes.tsx'
import { resultRoutes } from '#domains/scoring/results/routes.tsx'
import { scoringRoutes } from '#domains/scoring/routes.tsx'
import { tableRoutes } from '#domains/scoring/tables/routes.tsx'
import { boardRoutes } from '#domains/targets/board/routes.tsx'
import { reviewRoutes, type ReviewPieces } from '#domains/targets/review/routes.tsx'
import { periodRoutes } from '#domains/targets/periods/routes.tsx'
import { reportingRoutes } from '#domains/targets/reporting/routes.tsx'
import type { TargetPieces } from '#domains/targets/pieces.ts'
import { targetRoutes } from '#domains/targets/routes.ts'
import { workbookRoutes, type WorkbookPieces } from '#domains/targets/workbook/routes.tsx'
import { certificateRoutes, type CertificateRoutePieces } from '#domains/units/certificates/routes.tsx'
import type { UnitPieces } from '#domains/units/pieces.ts'
import { namesOn, unitsOfAccount } from '#domains/units/queries.ts'
import { unitRoutes } from '#domains/units/routes.tsx'
import { voiceReportRoutes } from '#domains/voices/report-routes.tsx'
import { voiceRoutes, type VoicePieces } from '#domains/voices/routes.ts'
import type { Route } from '#platform/web.ts'
import { dayOf } from '#platform/clock.ts'
import { opinionTopics } from '../../db/seed/opinion-topics.ts'
import { scoreTables } from '../../db/seed/score-tables.ts'
import { logKinds, targets as targetTemplate } from '../../db/seed/year-template.ts'
import { announce } from './announce.ts'
import { apiRoutes } from './api/routes.ts'
import type { AuthenticationPieces } from './api/authenticate.ts'
import { announceIdentity } from './announce-identity.ts'
import { readSubject } from './evidence-subjects.ts'
import { searchSources } from './search-sources.ts'
import { endingsOf } from './endings-of.ts'
import { scopeNames, scopesOf } from './token-scopes.ts'

/** What the domains need from outside; what one domain needs of a higher one is handed in here. */
export type RoutePieces = AgreementPieces &
  AuthenticationPieces &
  ReviewPieces &
  CalendarPieces &
  Omit<ConferencePieces, 'announce'> &
  VoicePieces &
  CertificateRoutePieces &
  ConsultationPieces &
  WorkbookPieces &
  Omit<EvidencePieces, 'readSubject'> &
  Omit<IdentityPieces, 'unitNames' | 'announce' | 'unitsOf' | 'leadsUnit' | 'endingsOf' | 'scopesOf' | 'scopeNames'> &
  Omit<UnitPieces, 'announce' | 'sharesBloc' | 'yearsOfUnit'> &
  Omit<PortalPieces, 'searchSources'>

async function unitNames(...[db, units, day]: Parameters<IdentityPieces['unitNames']>) {
  const names = await namesOn(db, units, day)
  return new Map([...names].map(([unit, name]) => [unit, name.short_name]))
}

async function yearsInWords(...[db, unit, locale]: Parameters<UnitPieces['yearsOfUnit']>) {
  const { offices } = blocWords(locale)
  const years = await yearsOfUnit(db, unit)
  return years.map((row) => ({ ...row, year: yearLabel(row.year), office: row.office && offices[row.office] }))
}

async function unitsOf(...[db, account, now]: Parameters<IdentityPieces['unitsOf']>) {
  return [...new Set((await unitsOfAccount(db, account, dayOf(now))).map(({ unit }) => unit))]
}

async function leadsUnit(...[db, account, now]: Parameters<IdentityPieces['leadsUnit']>) {
  return (await unitsOfAccount(db, account, dayOf(now))).some(({ role }) => role === 'leader')
}

/** The papers of a year in words of the record that hands them over. */
async function papersOf(...[db, blocYear]: Parameters<HandoverPieces['papersOf']>) {
  const { states } = agreementWords('vi')
  return (await papersOfYear(db, blocYear)).map((paper) => ({ ...paper, state: states[paper.state] }))
}

/** What targets need to know of the agreement above them. */
const targetPieces: TargetPieces = {
  announce,
  template: targetTemplate,
  clausesOf: linkedTargets,
  promisesPath: ({ bloc, slug }) => agreementPaths.promises(bloc.slug, slug),
}

/** Every route of the product, a line a domain. */
export function allRoutes(given: RoutePieces): readonly Route[] {
  const pieces = { ...given, announce, sharesBloc, unitNames, todosOfYear, yearsOfUnit: yearsInWords }
  return [
    ...identityRoutes({ ...pieces, announce: announceIdentity, unitsOf, leadsUnit, endingsOf, scopesOf, scopeNames }),
    ...holidayRoutes,
    ...lawRoutes,
    ...certificateRoutes(pieces),
    ...unitRoutes(pieces),
    ...agreementRoutes(pieces),
    // Before the years of a bloc, whose address would take its word for one.
    ...tableRoutes({ templates: scoreTables }),
    ...blocRoutes(pieces),
    ...targetRoutes(targetPieces),
    ...periodRoutes(),
    ...reportingRoutes(pieces),
    ...workbookRoutes(pieces),
    ...boardRoutes,
    ...reviewRoutes(pieces),
    ...scoringRoutes(pieces),
    ...handoverRoutes({ ...pieces, openItemsOf, papersOf }),
    ...conferenceRoutes(pieces),
    ...minutesRoutes(pieces),
    ...paperCountRoutes(pieces),
    ...resolutionRoutes,
    ...resultRoutes(pieces),
    ...petitionRoutes(),
    ...movementRoutes({ logTemplate: logKinds }),
    ...consultationRoutes(pieces),
    // Before the opinions, whose address would take their words for one.
    ...voiceReportRoutes({ ...pieces, topicTemplate: opinionTopics }),
    ...voiceRoutes(pieces),
    ...calendarRoutes(pieces),
    ...evidenceRoutes({ ...pieces, readSubject }),
    ...apiRoutes({ ...pieces, readSubject }),
    ...newsRoutes(pieces),
    ...portalRoutes({ ...pieces, searchSources }),
  ]
}
