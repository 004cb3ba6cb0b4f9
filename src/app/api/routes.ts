import { blocsApi } from '#domains/blocs/api.ts'
import { calendarApi } from '#domains/calendar/api.ts'
import { evidenceApi } from '#domains/evidence/api.ts'
import type { EvidencePieces } from '#domains/evidence/pieces.ts'
import { factsApi } from '#domains/facts/api.ts'
import { movementsApi } from '#domains/movements/api.ts'
import { crossApi } from '#domains/scoring/cross/api.ts'
import { scoreTablesApi } from '#domains/scoring/tables/api.ts'
import { scoringApi } from '#domains/scoring/api.ts'
import { targetsApi } from '#domains/targets/api.ts'
import { reportingApi, type ReportingApiPieces } from '#domains/targets/reporting/api.ts'
import { unitsApi } from '#domains/units/api.ts'
import type { Endpoint } from '#platform/api.ts'
import { get, type Route } from '#platform/web.ts'
import type { AuthenticationPieces } from './authenticate.ts'
import { describeApi } from './describe-api.ts'
import { apiPath } from './problem.ts'
import { serve } from './serve.ts'

export type ApiPieces = EvidencePieces & ReportingApiPieces & AuthenticationPieces

/** Every route of the API, a line a domain. */
export const endpointsOf = (pieces: EvidencePieces & ReportingApiPieces): readonly Endpoint[] => [
  ...blocsApi,
  ...unitsApi,
  ...targetsApi,
  ...scoreTablesApi,
  ...reportingApi(pieces),
  ...factsApi,
  ...scoringApi,
  ...crossApi,
  ...movementsApi,
  ...evidenceApi(pieces),
  ...calendarApi,
]

export function apiRoutes(pieces: ApiPieces): Route[] {
  const endpoints = endpointsOf(pieces)
  return [
    get(`${apiPath}/openapi.json`, 'public', (c) => c.json(describeApi(endpoints, c.var.origin))),
    ...endpoints.map((endpoint) => serve(endpoint, pieces)),
  ]
}
