export const tokensPath = '/tai-khoan/ma-truy-cap'
export const issueTokenPath = '/tai-khoan/ma-truy-cap/tao'
export const revokeTokenPath = (id: string) => `${tokensPath}/${id}/thu-hoi`
/** All tokens of the tenant, for its administrator. */
export const allTokensPath = '/quan-tri/ma-truy-cap'
