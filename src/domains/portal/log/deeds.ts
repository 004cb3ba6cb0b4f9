import { tellHistory, type Deeds } from '#capabilities/audit/tell-history.ts'
import { words as agreementDateWords } from '#domains/agreement/deadlines/words.ts'
import { words as penWords } from '#domains/agreement/pen/words.ts'
import { words as signingWords } from '#domains/agreement/signing/words.ts'
import { words as promiseWords } from '#domains/agreement/promises/words.ts'
import { words as agreementWords } from '#domains/agreement/words.ts'
import { words as handoverWords } from '#domains/blocs/handover/words.ts'
import { words as conferenceWords } from '#domains/conferences/words.ts'
import { words as minutesWords } from '#domains/conferences/minutes/words.ts'
import { words as paperCountWords } from '#domains/conferences/paper-count/words.ts'
import { words as resolutionWords } from '#domains/conferences/resolutions/words.ts'
import { words as blocWords } from '#domains/blocs/words.ts'
import { words as supervisionWords } from '#domains/consultation/supervision/words.ts'
import { words as consultationWords } from '#domains/consultation/words.ts'
import { words as deadlineWords } from '#domains/calendar/deadlines/words.ts'
import { words as feedWords } from '#domains/calendar/feed/words.ts'
import { words as noticeWords } from '#domains/calendar/notices/words.ts'
import { words as reminderWords } from '#domains/calendar/reminders/words.ts'
import { words as evidenceSettingWords } from '#domains/evidence/settings/words.ts'
import { words as evidenceWords } from '#domains/evidence/words.ts'
import { words as addressWords } from '#domains/identity/address/words.ts'
import { words as leavingWords } from '#domains/identity/leaving/words.ts'
import { words as linkedWords } from '#domains/identity/linked/words.ts'
import { words as passkeyWords } from '#domains/identity/passkeys/words.ts'
import { words as recoveryWords } from '#domains/identity/recovery/words.ts'
import { words as secondFactorWords } from '#domains/identity/second-factor/words.ts'
import { words as tokenWords } from '#domains/identity/tokens/words.ts'
import { words as identityWords } from '#domains/identity/words.ts'
import { words as holidayWords } from '#domains/law/holidays/words.ts'
import { words as legalRuleWords } from '#domains/law/rules/words.ts'
import { words as lawWords } from '#domains/law/words.ts'
import { words as activityWords } from '#domains/movements/activities/words.ts'
import { words as exampleWords } from '#domains/movements/examples/words.ts'
import { words as entryWords } from '#domains/movements/log/words.ts'
import { words as participationWords } from '#domains/movements/participation/words.ts'
import { words as movementWords } from '#domains/movements/register/words.ts'
import { words as petitionWords } from '#domains/scoring/petitions/words.ts'
import { reportDeeds } from '#domains/voices/report-words.ts'
import { words as voiceWords } from '#domains/voices/words.ts'
import { words as resultWords } from '#domains/scoring/results/words.ts'
import { words as crossWords } from '#domains/scoring/cross/words.ts'
import { words as judgingWords } from '#domains/scoring/judging/words.ts'
import { words as roundWords } from '#domains/scoring/rounds/words.ts'
import { words as scoreSheetWords } from '#domains/scoring/sheets/words.ts'
import { words as scoreTableWords } from '#domains/scoring/tables/words.ts'
import { words as workbookWords } from '#domains/targets/workbook/words.ts'
import { words as periodWords } from '#domains/targets/periods/words.ts'
import { words as reportingWords } from '#domains/targets/reporting/words.ts'
import { words as targetChangeWords } from '#domains/targets/changes/words.ts'
import { words as reviewWords } from '#domains/targets/review/words.ts'
import { words as targetWords } from '#domains/targets/words.ts'
import { words as searchDeedWords } from '../search/words.ts'
import { words as exchangeWords } from '../exchange/words.ts'
import { words as webhookWords } from '../webhooks/words.ts'
import { words as certificateWords } from '#domains/units/certificates/words.ts'
import { words as intakeWords } from '#domains/units/intake/words.ts'
import { words as lineageWords } from '#domains/units/lineage/words.ts'
import { words as mandateWords } from '#domains/units/mandates/words.ts'
import { words as unitWords } from '#domains/units/words.ts'
import { words as newsWords } from '../news/words.ts'
import { searchWords } from '#platform/fold.ts'
import type { Locale } from '#platform/words.ts'
import { words } from './words.ts'

type Plain = Readonly<Record<string, string>>

/** Sentences that say nothing of the facts. */
const plain = (locale: Locale): Plain => ({
  ...words(locale).deeds,
  ...searchDeedWords(locale).deeds,
  ...identityWords(locale).actions,
  ...addressWords(locale).actions,
  ...leavingWords(locale).actions,
  ...recoveryWords(locale).actions,
  ...secondFactorWords(locale).actions,
  ...lawWords(locale).actions,
  ...holidayWords(locale).deeds,
  ...feedWords(locale).actions,
  ...noticeWords(locale).actions,
  ...reminderWords(locale).actions,
  ...agreementWords(locale).actions,
  ...signingWords(locale).actions,
  ...penWords(locale).actions,
  ...agreementDateWords(locale).actions,
})

/** Those of scoring and of what came after it. */
const laterDeeds = (locale: Locale): Deeds => ({
  ...scoreTableWords(locale).deeds,
  ...crossWords(locale).deeds,
  ...judgingWords(locale).deeds,
  ...roundWords(locale).deeds,
  ...resultWords(locale).deeds,
  ...petitionWords(locale).deeds,
  ...voiceWords(locale).deeds,
  ...reportDeeds(locale),
  ...scoreSheetWords(locale).deeds,
  ...newsWords(locale).deeds,
  ...webhookWords(locale).deeds,
  ...exchangeWords(locale).deeds,
})

/** The sentence of every deed of every domain, by action. */
function deedsOf(locale: Locale): Deeds {
  const spoken = Object.entries(plain(locale)).map(([action, sentence]) => [action, () => sentence] as const)
  return {
    ...Object.fromEntries(spoken),
    ...tokenWords(locale).deeds,
    ...legalRuleWords(locale).deeds,
    ...linkedWords(locale).deeds,
    ...passkeyWords(locale).deeds,
    ...unitWords(locale).deeds,
    ...lineageWords(locale).deeds,
    ...intakeWords(locale).deeds,
    ...mandateWords(locale).deeds,
    ...certificateWords(locale).deeds,
    ...blocWords(locale).deeds,
    ...handoverWords(locale).deeds,
    ...conferenceWords(locale).deeds,
    ...minutesWords(locale).deeds,
    ...resolutionWords(locale).deeds,
    ...paperCountWords(locale).deeds,
    ...targetWords(locale).deeds,
    ...reviewWords(locale).deeds,
    ...targetChangeWords(locale).deeds,
    ...promiseWords(locale).deeds,
    ...deadlineWords(locale).deeds,
    ...movementWords(locale).deeds,
    ...participationWords(locale).deeds,
    ...exampleWords(locale).deeds,
    ...activityWords(locale).deeds,
    ...entryWords(locale).deeds,
    ...consultationWords(locale).deeds,
    ...supervisionWords(locale).deeds,
    ...evidenceWords(locale).deeds,
    ...evidenceSettingWords(locale).deeds,
    ...periodWords(locale).deeds,
    ...reportingWords(locale).deeds,
    ...workbookWords(locale).deeds,
    ...laterDeeds(locale),
  }
}

/** Facts that a sentence without facts leaves out and a reader wants. */
const worthTelling = ['unit', 'reason', 'number', 'name', 'title'] as const

type Entry = Parameters<typeof tellHistory>[0][number]

function detailOf(facts: unknown): string | undefined {
  const known = new Map(Object.entries(Object(facts) as Record<string, unknown>))
  const told = worthTelling.map((name) => known.get(name))
  return told.find((value): value is string => typeof value === 'string' && value !== '')
}

/** Tells entries as sentences without their subject: "đổi tên …". */
export function deedTeller(locale: Locale): (entry: Entry) => string {
  const [deeds, bare] = [deedsOf(locale), plain(locale)]
  return (entry) => {
    const what = tellHistory([entry], deeds)[0]?.what ?? entry.action
    const detail = entry.action in bare ? detailOf(entry.facts) : undefined
    return detail === undefined ? what : `${what}: ${detail}`
  }
}

/** The deeds whose sentence, in either language, has a word that begins so, with or without marks: "ký", "thu hoi". */
export function deedsSaying(word: string): string[] {
  const sentences = (['vi', 'en'] as const).flatMap((locale) => Object.entries(deedsOf(locale)))
  const said = sentences.filter(([, tell]) => searchWords(tell({})).some((one) => one.startsWith(word)))
  return [...new Set(said.map(([action]) => action))]
}
