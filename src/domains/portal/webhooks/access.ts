import { isAdministrator } from '#platform/actor.ts'

/** Who connects other programs to the tenant. */
export const mayKeepWebhooks = isAdministrator
