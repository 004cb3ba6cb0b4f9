import { words as promiseWords } from '#domains/agreement/promises/words.ts'
import { words as agreementDateWords } from '#domains/agreement/deadlines/words.ts'
import { words as penWords } from '#domains/agreement/pen/words.ts'
import { words as signingWords } from '#domains/agreement/signing/words.ts'
import { words as agreementWords } from '#domains/agreement/words.ts'
import { words as handoverWords } from '#domains/blocs/handover/words.ts'
import { words as blocWords } from '#domains/blocs/words.ts'
import { words as deadlineWords } from '#domains/calendar/deadlines/words.ts'
import { words as reminderWords } from '#domains/calendar/reminders/words.ts'
import { words as calendarWords } from '#domains/calendar/words.ts'
import { words as evidenceSettingWords } from '#domains/evidence/settings/words.ts'
import { words as evidenceWords } from '#domains/evidence/words.ts'
import { words as addressWords } from '#domains/identity/address/words.ts'
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
import { words as supervisionWords } from '#domains/consultation/supervision/words.ts'
import { words as consultationWords } from '#domains/consultation/words.ts'
import { words as holidayWords } from '#domains/law/holidays/words.ts'
import { words as conferenceWords } from '#domains/conferences/words.ts'
import { words as minutesWords } from '#domains/conferences/minutes/words.ts'
import { words as paperCountWords } from '#domains/conferences/paper-count/words.ts'
import { words as resolutionWords } from '#domains/conferences/resolutions/words.ts'
import { words as legalRuleWords } from '#domains/law/rules/words.ts'
import { words as lawWords } from '#domains/law/words.ts'
import { words as newsWords } from '#domains/portal/news/words.ts'
import { words as exchangeWords } from '#domains/portal/exchange/words.ts'
import { words as webhookWords } from '#domains/portal/webhooks/words.ts'
import { words as searchWords } from '#domains/portal/search/words.ts'
import { words as petitionWords } from '#domains/scoring/petitions/words.ts'
import { words as resultWords } from '#domains/scoring/results/words.ts'
import { words as crossWords } from '#domains/scoring/cross/words.ts'
import { words as judgingWords } from '#domains/scoring/judging/words.ts'
import { words as roundWords } from '#domains/scoring/rounds/words.ts'
import { words as scoreSheetWords } from '#domains/scoring/sheets/words.ts'
import { words as tableImportWords } from '#domains/scoring/table-import/words.ts'
import { words as scoreTableWords } from '#domains/scoring/tables/words.ts'
import { words as targetChangeWords } from '#domains/targets/changes/words.ts'
import { words as reviewWords } from '#domains/targets/review/words.ts'
import { words as periodWords } from '#domains/targets/periods/words.ts'
import { words as reportingWords } from '#domains/targets/reporting/words.ts'
import { words as targetWords } from '#domains/targets/words.ts'
import { words as workbookWords } from '#domains/targets/workbook/words.ts'
import { words as certificateWords } from '#domains/units/certificates/words.ts'
import { words as lineageWords } from '#domains/units/lineage/words.ts'
import { words as intakeWords } from '#domains/units/intake/words.ts'
import { words as mandateWords } from '#domains/units/mandates/words.ts'
import { words as unitWords } from '#domains/units/words.ts'
import { reportWords } from '#domains/voices/report-words.ts'
import { words as voiceWords } from '#domains/voices/words.ts'
import { words as signatureWords } from '#capabilities/signatures/keeping/words.ts'
import { words as uploadWords } from '#capabilities/signatures/uploads/words.ts'
import { words as sheetWords } from '#capabilities/spreadsheets/words.ts'
import type { Violations } from './violations.ts'

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
  exchange: exchangeWords,
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
  conferences: conferenceWords,
  minutes: minutesWords,
  paperCount: paperCountWords,
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
