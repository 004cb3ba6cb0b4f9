export const recoveriesPath = '/khoi-phuc-tai-khoan'
export const openRecoveryPath = (login?: string) =>
  login === undefined ? `${recoveriesPath}/moi` : `${recoveriesPath}/moi?ten=${encodeURIComponent(login)}`
export const recoveryPath = (recovery: string) => `${recoveriesPath}/${recovery}`
export const confirmRecoveryPath = (recovery: string) => `${recoveryPath(recovery)}/xac-nhan`
export const withdrawRecoveryPath = (recovery: string) => `${recoveryPath(recovery)}/rut`

/** For the person concerned: where the slip's code is typed. */
export const typeSlipPath = '/khoi-phuc'
export const slipPath = (code: string) => `${typeSlipPath}/${code}`
