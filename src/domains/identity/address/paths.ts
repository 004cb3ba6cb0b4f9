import { personPath } from '../paths.ts'

export const addressPath = (account: string) => `${personPath(account)}/dia-chi-thu`
