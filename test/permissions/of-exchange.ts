import { authority, keepers, type Permissions } from './rights.ts'

const list = '/trao-doi-du-lieu'
const profile = `${list}/:profile`

/** The authority's alone, but for what reorganised units, which the administrator records too. */
export const permissionsOfExchange: Permissions = {
  [`get ${list}`]: { who: keepers },
  [`get ${profile}`]: { who: keepers },
  [`post ${profile}/tai-ve`]: { who: keepers },
  [`get ${profile}/luoc-do.json`]: { who: keepers },
  [`get ${profile}/ban-moi`]: { who: authority },
  [`post ${profile}/ban-moi`]: { who: authority },
  [`post ${profile}/kiem-chung`]: { who: authority },
}
