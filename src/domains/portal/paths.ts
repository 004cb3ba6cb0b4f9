import { slugOf } from '#platform/fold.ts'

const bloc = (slug: string) => `/khoi-thi-dua/${slug}`
const story = (slug: string, year: string) => `${bloc(slug)}/${year}`
const agreement = (slug: string, year: string) => `${story(slug, year)}/giao-uoc`

const unitPage = (address: string) => `/don-vi-thi-dua/${address}`

/** `:bloc` and `:year` are slugs: /khoi-thi-dua/mat-tran-va-doan-the/2023. */
export const paths = {
  home: '/',
  bloc,
  story,
  /** Open data of a bloc: what there is, and each file. */
  data: (slug: string) => `${bloc(slug)}/du-lieu`,
  dataFile: (slug: string, file: string) => `${bloc(slug)}/du-lieu/${file}`,
  agreement,
  agreementPdf: (slug: string, year: string) => `${agreement(slug, year)}.pdf`,
  canonicalText: (slug: string, year: string) => `${story(slug, year)}/van-ban.json`,
  lookUp: '/tra-cuu',
  unitPage,
  /** By name and the last part of its id: the name may change, the address still leads there. */
  unit: (id: string, name: string) => unitPage(`${slugOf(name)}-${id.slice(-12)}`),
  check: '/kiem-tra',
  /** The root certificates of this tenant, PEM: what an outsider's own program trusts. */
  roots: '/kiem-tra/chung-thu-goc.pem',
  /** Where the QR code of a paper leads. */
  checkCode: (code: string) => `/kiem-tra/${code}`,
  help: '/huong-dan',
  helpPage: (page: string) => `/huong-dan/${page}`,
  helpPicture: (name: string) => `/huong-dan/anh/${name}`,
  robots: '/robots.txt',
  sitemap: '/sitemap.xml',
}

/** Which bloc list: its search and page stand in the address. */
export function homeList(text: string, page = 1): string {
  const query = new URLSearchParams({ ...(text === '' ? {} : { q: text }), ...(page > 1 ? { trang: `${page}` } : {}) })
  return query.size === 0 ? paths.home : `${paths.home}?${query.toString()}`
}

/** The look-up of units: its search and page stand in the address. */
export function lookUpList(text: string, page = 1): string {
  const query = new URLSearchParams({ ...(text === '' ? {} : { q: text }), ...(page > 1 ? { trang: `${page}` } : {}) })
  return query.size === 0 ? paths.lookUp : `${paths.lookUp}?${query.toString()}`
}
