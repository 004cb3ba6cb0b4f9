/** The second page of signing in. */
export const giveCodePath = (back?: string) =>
  back === undefined ? '/dang-nhap/ma' : `/dang-nhap/ma?ve=${encodeURIComponent(back)}`

export const secondFactorPath = '/tai-khoan/xac-thuc-hai-buoc'
export const switchOnPath = `${secondFactorPath}/bat`
export const switchOffPath = `${secondFactorPath}/tat`
export const recoveryCodesPath = `${secondFactorPath}/ma-khoi-phuc`
export const secondFactorRulesPath = '/quan-tri/xac-thuc-hai-buoc'
