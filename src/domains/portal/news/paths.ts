import { categoryAddresses, type NewsCategory } from './article.ts'

const desk = '/bai-viet'
const article = (id: string) => `${desk}/${id}`
const news = '/tin'

/** The record that a draft may be made of, as the address says it: 'activity:…'. */
const from = (kind: string, id: string) => `${desk}/moi?tu=${kind}:${id}`

export const newsPaths = {
  desk,
  start: `${desk}/moi`,
  startFrom: from,
  article,
  edit: (id: string) => `${article(id)}/sua`,
  send: (id: string) => `${article(id)}/gui`,
  returning: (id: string) => `${article(id)}/tra-lai`,
  publish: (id: string) => `${article(id)}/dang`,
  withdraw: (id: string) => `${article(id)}/go`,
  keeping: (id: string) => `${article(id)}/giu-tiep`,
  pictures: (id: string) => `${article(id)}/anh`,
  removal: (id: string, picture: string) => `${article(id)}/anh/${picture}/bo`,
  picture: (id: string, name: string) => `${article(id)}/anh/${name}`,
  consents: (id: string) => `${article(id)}/dong-y`,
  consentEnd: (id: string, consent: string) => `${article(id)}/dong-y/${consent}/rut`,
}

/** What anybody reads. */
export const publicNews = {
  list: news,
  category: (category: string) => `${news}/chuyen-muc/${category}`,
  ofCategory: (category: NewsCategory) => `${news}/chuyen-muc/${categoryAddresses[category]}`,
  year: (year: number | string) => `${news}/${year}`,
  article: (year: number | string, slug: string) => `${news}/${year}/${slug}`,
  picture: (name: string) => `${news}/anh/${name}`,
  rss: `${news}/rss.xml`,
  atom: `${news}/atom.xml`,
}

/** The states and words of a list stand in its address. */
export function newsList(path: string, page: number, more: Readonly<Record<string, string>> = {}): string {
  const given = Object.entries(more).filter(([, value]) => value !== '')
  const query = new URLSearchParams([...given, ...(page > 1 ? [['trang', `${page}`]] : [])])
  return query.size === 0 ? path : `${path}?${query.toString()}`
}
