import { signInPath, stepUpPath } from '../paths.ts'

const withBack = (path: string, back: string | undefined) =>
  back === undefined ? path : `${path}?ve=${encodeURIComponent(back)}`

export const passkeysPath = '/tai-khoan/khoa-truy-cap'
export const passkeyPath = (id: string) => `${passkeysPath}/${id}`
export const renamePasskeyPath = (id: string) => `${passkeyPath(id)}/ten`
export const removePasskeyPath = (id: string) => `${passkeyPath(id)}/bo`

/** A script asks there what the device shall sign. */
export const registerOptionsPath = `${passkeysPath}/thach-thuc`
export const passkeySignInPath = (back?: string) => withBack(`${signInPath()}/khoa-truy-cap`, back)
export const signInOptionsPath = `${passkeySignInPath()}/thach-thuc`
export const passkeyStepUpPath = (back?: string) => withBack(`${stepUpPath()}/khoa-truy-cap`, back)
export const stepUpOptionsPath = `${passkeyStepUpPath()}/thach-thuc`
