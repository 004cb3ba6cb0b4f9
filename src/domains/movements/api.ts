import type { Endpoint } from '#platform/api.ts'
import { activitiesApi } from './activities/api.ts'
import { logApi } from './log/api.ts'
import { participationApi } from './participation/api.ts'
import { registerApi } from './register/api.ts'

export const movementsApi: readonly Endpoint[] = [...registerApi, ...participationApi, ...activitiesApi, ...logApi]
