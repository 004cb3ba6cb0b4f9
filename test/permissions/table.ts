import { permissionsOfAgreements } from './of-agreements.ts'
import { permissionsOfApi } from './of-api.ts'
import { permissionsOfBlocs } from './of-blocs.ts'
import { permissionsOfBoards } from './of-boards.ts'
import { permissionsOfCalendar } from './of-calendar.ts'
import { permissionsOfConsultation } from './of-consultation.ts'
import { permissionsOfEvidence } from './of-evidence.ts'
import { permissionsOfExchange } from './of-exchange.ts'
import { permissionsOfJudging } from './of-judging.ts'
import { permissionsOfConferences } from './of-conferences.ts'
import { permissionsOfMinutes } from './of-minutes.ts'
import { permissionsOfMovements } from './of-movements.ts'
import { permissionsOfNews } from './of-news.ts'
import { permissionsOfPeople } from './of-people.ts'
import { permissionsOfProgress, permissionsOfReports } from './of-reports.ts'
import { permissionsOfScoring } from './of-scoring.ts'
import { permissionsOfSearch } from './of-search.ts'
import { permissionsOfTables } from './of-tables.ts'
import { permissionsOfResults } from './of-results.ts'
import { permissionsOfTargets } from './of-targets.ts'
import { permissionsOfUnits } from './of-units.ts'
import { permissionsOfDigests } from './of-digests.ts'
import { permissionsOfVoices } from './of-voices.ts'
import { permissionsOfWebhooks } from './of-webhooks.ts'
import type { Permissions } from './rights.ts'

/** Who may do what: every route of the product, as `method pattern`. A route that is not here fails the test. */
export const permissions: Permissions = {
  ...permissionsOfPeople,
  ...permissionsOfUnits,
  ...permissionsOfAgreements,
  ...permissionsOfBlocs,
  ...permissionsOfBoards,
  ...permissionsOfCalendar,
  ...permissionsOfConsultation,
  ...permissionsOfEvidence,
  ...permissionsOfExchange,
  ...permissionsOfMovements,
  ...permissionsOfConferences,
  ...permissionsOfMinutes,
  ...permissionsOfVoices,
  ...permissionsOfDigests,
  ...permissionsOfJudging,
  ...permissionsOfNews,
  ...permissionsOfReports,
  ...permissionsOfApi,
  ...permissionsOfProgress,
  ...permissionsOfScoring,
  ...permissionsOfSearch,
  ...permissionsOfTables,
  ...permissionsOfResults,
  ...permissionsOfTargets,
  ...permissionsOfWebhooks,
}
