import { ownAccountPath, personPath, signInPath } from '../paths.ts'

/** Leads to the other place. */
export const linkedSignInPath = (back?: string) =>
  `${signInPath()}/lien-ket${back === undefined ? '' : `?ve=${encodeURIComponent(back)}`}`
/** Where the other place sends people back to; the operator registers it there. */
export const linkedReturnPath = `${signInPath()}/lien-ket/ve`

export const linkedPath = `${ownAccountPath}/lien-ket`
export const beginLinkPath = `${linkedPath}/noi`
export const unlinkPath = (id: string) => `${linkedPath}/${id}/bo`
export const refuseExpectedPath = `${linkedPath}/tu-choi`

export const expectedPath = (account: string) => `${personPath(account)}/lien-ket`
export const withdrawExpectedPath = (account: string) => `${expectedPath(account)}/rut`
