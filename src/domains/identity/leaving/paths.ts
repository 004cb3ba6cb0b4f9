import { personPath } from '../paths.ts'

/** For the leaders of units too, who do not keep people. */
export const leavingPath = (account: string) => `/nguoi/${account}/roi-di`
export const inviteBackPath = (account: string) => `${personPath(account)}/moi-lai`
