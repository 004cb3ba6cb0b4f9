import { paths as agreementPaths } from '#domains/agreement/paths.ts'
import { linkedTargets } from '#domains/agreement/promises/queries.ts'
import { words as promiseWords } from '#domains/agreement/promises/words.ts'
import { papersOfYear } from '#domains/agreement/queries.ts'
import { agreementRoutes, type AgreementPieces } from '#domains/agreement/routes.tsx'
import { words as agreementDateWords } from '#domains/agreement/deadlines/words.ts'
import { words as penWords } from '#domains/agreement/pen/words.ts'
import { words as signingWords } from '#domains/agreement/signing/words.ts'
import { words as agreementWords } from '#domains/agreement/words.ts'
import { yearLabel } from '#domains/blocs/bloc-year.ts'
import { yearsOfUnit } from '#domains/blocs/members/queries.ts'
import type { HandoverPieces } from '#domains/blocs/handover/pieces.ts'
import { sharesBloc } from '#domains/blocs/queries.ts'
import { handoverRoutes } from '#domains/blocs/handover/routes.tsx'
import { words as handoverWords } from '#domains/blocs/handover/words.ts'
import { blocRoutes } from '#domains/blocs/routes.tsx'
import { words as blocWords } from '#domains/blocs/words.ts'
import { openItemsOf } from '#domains/calendar/handover-tasks.ts'
import { words as deadlineWords } from '#domains/calendar/deadlines/words.ts'
import type { CalendarPieces } from '#domains/calendar/pieces.ts'
import { words as reminderWords } from '#domains/calendar/reminders/words.ts'
import { calendarRoutes, todosOfYear } from '#domains/calendar/routes.tsx'
import { words as calendarWords } from '#domains/calendar/words.ts'
import type { EvidencePieces } from '#domains/evidence/pieces.ts'
import { evidenceRoutes } from '#domains/evidence/routes.tsx'
import { words as evidenceSettingWords } from '#domains/evidence/settings/words.ts'
import { words as evidenceWords } from '#domains/evidence/words.ts'
import { words as addressWords } from '#domains/identity/address/words.ts'
import { identityRoutes } from '#domains/identity/routes.tsx'
import type { IdentityPieces } from '#domains/identity/sessions/routes.tsx'
import { words as linkedWords } from '#domains/identity/linked/words.ts'
import { words as passkeyWords } from '#domains/identity/passkeys/words.ts'
import { words as leavingWords } from '#domains/identity/leaving/words.ts'
import { words as recoveryWords } from '#domains/identity/recovery/words.ts'
import { words as secondFactorWords } from '#domains/identity/second-factor/words.ts'
import { words as tokenWords } from '#domains/identity/tokens/words.ts'
import { words as identityWords } from '#domains/identity/words.ts'
import { words as activityWords } from '#domains/movements/activities/words.ts'
import { words as exampleWords } from '#domains/movements/examples/words.ts'
import { words as entryWords } from '#domains/movements/log/words.ts'
import { words as participationWords } from '#domains/movements/participation/words.ts'
import { words as movementWords } from '#domains/movements/register/words.ts'
import { movementRoutes } from '#domains/movements/routes.tsx'
import { consultationRoutes, type ConsultationPieces } from '#domains/consultation/routes.ts'
import { words as supervisionWords } from '#domains/consultation/supervision/words.ts'
import { words as consultationWords } from '#domains/consultation/words.ts'
import { holidayRoutes } from '#domains/law/holidays/routes.tsx'
import { words as holidayWords } from '#domains/law/holidays/words.ts'
import { minutesRoutes } from '#domains/conferences/minutes/routes.tsx'
import { words as minutesWords } from '#domains/conferences/minutes/words.ts'
import { resolutionRoutes } from '#domains/conferences/resolutions/routes.tsx'
import { words as resolutionWords } from '#domains/conferences/resolutions/words.ts'
import { lawRoutes } from '#domains/law/routes.tsx'
import { words as legalRuleWords } from '#domains/law/rules/words.ts'
import { words as lawWords } from '#domains/law/words.ts'
import { newsRoutes } from '#domains/portal/news/routes.tsx'
import { words as newsWords } from '#domains/portal/news/words.ts'
import { words as webhookWords } from '#domains/portal/webhooks/words.ts'
import { portalRoutes, type PortalPieces } from '#domains/portal/routes.ts'
import { words as searchWords } from '#domains/portal/search/words.ts'
import { petitionRoutes } from '#domains/scoring/petitions/routes.tsx'
import { words as petitionWords } from '#domains/scoring/petitions/words.ts'
import { resultRoutes } from '#domains/scoring/results/routes.tsx'
import { words as resultWords } from '#domains/scoring/results/words.ts'
import { words as crossWords } from '#domains/scoring/cross/words.ts'
import { words as judgingWords } from '#domains/scoring/judging/words.ts'
import { words as roundWords } from '#domains/scoring/rounds/words.ts'
import { scoringRoutes } from '#domains/scoring/routes.tsx'
import { words as scoreSheetWords } from '#domains/scoring/sheets/words.ts'
import { words as tableImportWords } from '#domains/scoring/table-import/words.ts'
import { tableRoutes } from '#domains/scoring/tables/routes.tsx'
import { words as scoreTableWords } from '#domains/scoring/tables/words.ts'
import { words as targetChangeWords } from '#domains/targets/changes/words.ts'
import { boardRoutes } from '#domains/targets/board/routes.tsx'
import { reviewRoutes, type ReviewPieces } from '#domains/targets/review/routes.tsx'
import { words as reviewWords } from '#domains/targets/review/words.ts'
import { periodRoutes } from '#domains/targets/periods/routes.tsx'
import { words as periodWords } from '#domains/targets/periods/words.ts'
import { reportingRoutes } from '#domains/targets/reporting/routes.tsx'
import { words as reportingWords } from '#domains/targets/reporting/words.ts'
import type { TargetPieces } from '#domains/targets/pieces.ts'
import { targetRoutes } from '#domains/targets/routes.ts'
import { words as targetWords } from '#domains/targets/words.ts'
import { workbookRoutes, type WorkbookPieces } from '#domains/targets/workbook/routes.tsx'
import { words as workbookWords } from '#domains/targets/workbook/words.ts'
import { certificateRoutes, type CertificateRoutePieces } from '#domains/units/certificates/routes.tsx'
import { words as certificateWords } from '#domains/units/certificates/words.ts'
import { words as lineageWords } from '#domains/units/lineage/words.ts'
import { words as intakeWords } from '#domains/units/intake/words.ts'
import { words as mandateWords } from '#domains/units/mandates/words.ts'
import type { UnitPieces } from '#domains/units/pieces.ts'
import { namesOn, unitsOfAccount } from '#domains/units/queries.ts'
import { unitRoutes } from '#domains/units/routes.tsx'
import { words as unitWords } from '#domains/units/words.ts'
import { voiceReportRoutes } from '#domains/voices/report-routes.tsx'
import { reportWords } from '#domains/voices/report-words.ts'
import { voiceRoutes, type VoicePieces } from '#domains/voices/routes.ts'
import { words as voiceWords } from '#domains/voices/words.ts'
import { words as signatureWords } from '#capabilities/signatures/keeping/words.ts'
import { words as uploadWords } from '#capabilities/signatures/uploads/words.ts'
import { words as sheetWords } from '#capabilities/spreadsheets/words.ts'
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
import type { Violations } from './violations.ts'

/** What the domains need from outside; what one domain needs of a higher one is handed in here. */
export type RoutePieces = AgreementPieces &
  AuthenticationPieces &
  ReviewPieces &
  CalendarPieces &
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
    ...minutesRoutes(pieces),
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

/** The sentences of every domain's rules, by the first word of their keys. */
export const violations: Violations = {
  review: reviewWords,
  activities: activityWords,
  address: addressWords,
  entries: entryWords,
  examples: exampleWords,
  movements: movementWords,
  tokens: tokenWords,
  webhooks: webhookWords,
  participation: participationWords,
  agreement: agreementWords,
  agreementDates: agreementDateWords,
  blocs: blocWords,
  calendar: calendarWords,
  certificates: certificateWords,
  consultation: consultationWords,
  policyComments: consultationWords,
  supervision: supervisionWords,
  deadlines: deadlineWords,
  reminders: reminderWords,
  evidence: evidenceWords,
  evidenceSettings: evidenceSettingWords,
  handover: handoverWords,
  holidays: holidayWords,
  identity: identityWords,
  intake: intakeWords,
  law: lawWords,
  legalRules: legalRuleWords,
  lineage: lineageWords,
  mandates: mandateWords,
  minutes: minutesWords,
  resolutions: resolutionWords,
  news: newsWords,
  leaving: leavingWords,
  linked: linkedWords,
  passkeys: passkeyWords,
  recovery: recoveryWords,
  secondFactor: secondFactorWords,
  pen: penWords,
  petitions: petitionWords,
  promises: promiseWords,
  results: resultWords,
  periods: periodWords,
  reporting: reportingWords,
  cross: crossWords,
  judging: judgingWords,
  rounds: roundWords,
  sheets: scoreSheetWords,
  scoreTables: scoreTableWords,
  search: searchWords,
  tableImport: tableImportWords,
  sheet: sheetWords,
  signatures: signatureWords,
  signing: signingWords,
  units: unitWords,
  targetChanges: targetChangeWords,
  targets: targetWords,
  uploads: uploadWords,
  voices: voiceWords,
  ...reportWords,
  workbook: workbookWords,
}
