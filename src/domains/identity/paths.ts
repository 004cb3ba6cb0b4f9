export const signInPath = (back?: string) => withBack('/dang-nhap', back)
export const signOutPath = '/dang-xuat'
export const stepUpPath = (back?: string) => withBack('/xac-nhan', back)
export const typeCodePath = '/loi-moi'
export const invitationPath = (code: string) => `/loi-moi/${code}`
/** A visitor's choice stays in a cookie, a signed-in person's in the account. */
export const preferencesPath = '/tuy-chon'

export const ownAccountPath = '/tai-khoan'
export const changePasswordPath = '/tai-khoan/mat-khau'
/** Where one chooses for whom one works. */
export const chooseUnitPath = `${ownAccountPath}#don-vi`
export const actingUnitPath = '/tai-khoan/don-vi'
export const otherSessionsEndPath = '/tai-khoan/phien/ket-thuc'
export const sessionEndPath = (session: string) => `/tai-khoan/phien/${session}/ket-thuc`

export const peoplePath = '/quan-tri/nguoi-dung'
export const invitePath = '/quan-tri/nguoi-dung/moi'
export const personPath = (account: string) => `${peoplePath}/${account}`
export const renewInvitationPath = (account: string) => `${personPath(account)}/loi-moi`
export const withdrawInvitationPath = (account: string) => `${personPath(account)}/loi-moi/rut`
export const grantRolePath = (account: string) => `${personPath(account)}/vai-tro`
export const endRolePath = (account: string, role: string) => `${personPath(account)}/vai-tro/${role}/ket-thuc`

/** The workspace's home, where one lands without a better place to go. */
export const homePath = '/viec-can-lam'

function withBack(path: string, back: string | undefined): string {
  return back === undefined ? path : `${path}?ve=${encodeURIComponent(back)}`
}

/** Where to return to: a path of this site and nothing else, so that no link leads a person elsewhere. */
export function safeBack(asked: string | undefined): string {
  if (asked === undefined || !/^\/(?![/\\])/.test(asked) || /[\s\\]/.test(asked)) return homePath
  const url = new URL(asked, 'http://here.invalid')
  // Dots that are resolved away can leave two slashes in front, which name another host.
  return url.host === 'here.invalid' && !url.pathname.startsWith('//')
    ? `${url.pathname}${url.search}${url.hash}`
    : homePath
}
