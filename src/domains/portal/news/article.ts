import { z } from 'zod'
import type { NewsCategory, NewsConsentWay, NewsState } from '../../../../db/types.ts'

export type { NewsCategory, NewsConsentWay, NewsState }

/** Which acts a state allows; predicate and list come from the same table. */
export const allowedIn = {
  change: ['draft', 'published'],
  send: ['draft'],
  return: ['review', 'scheduled'],
  publish: ['review', 'scheduled'],
  withdraw: ['draft', 'review', 'scheduled', 'published'],
} as const satisfies Record<string, readonly NewsState[]>

export type NewsVerb = keyof typeof allowedIn

export const newsCan = (verb: NewsVerb, article: { state: NewsState }): boolean =>
  (allowedIn[verb] as readonly NewsState[]).includes(article.state)

export const newsStates = ['draft', 'review', 'scheduled', 'published', 'withdrawn'] as const satisfies NewsState[]

/** Each category with its piece of the address. */
export const categoryAddresses = {
  agreement: 'giao-uoc',
  movement: 'phong-trao',
  activity: 'hoat-dong',
  example: 'dien-hinh',
  conference: 'hoi-nghi',
  result: 'ket-qua',
  announcement: 'thong-bao',
} as const satisfies Record<NewsCategory, string>

export const newsCategories = Object.keys(categoryAddresses) as NewsCategory[]

export const categoryAt = (address: string): NewsCategory | undefined =>
  newsCategories.find((category) => categoryAddresses[category] === address)

export const consentWays = ['written', 'spoken', 'public_event'] as const satisfies NewsConsentWay[]

/** What an article may be about, each by its id. */
export const linkKinds = ['clause', 'movement', 'target', 'activity', 'conference'] as const
export type LinkKind = (typeof linkKinds)[number]

const link = z.uuid().nullable()

/** An article's text as one edition keeps it. */
export const newsContent = z.object({
  category: z.enum(newsCategories),
  title: z.string(),
  lead: z.string(),
  body: z.string(),
  author: z.string(),
  photographer: z.string(),
  sources: z.string(),
  namesPersons: z.boolean(),
  links: z.object({ clause: link, movement: link, target: link, activity: link, conference: link }),
})
export type NewsContent = z.output<typeof newsContent>

export const noLinks: NewsContent['links'] = {
  clause: null,
  movement: null,
  target: null,
  activity: null,
  conference: null,
}

/** "Tin: Mai Hoa. Ảnh: Văn Nam"; one name for both is said once. */
export function creditOf(
  { author, photographer }: Pick<NewsContent, 'author' | 'photographer'>,
  t: { both: string; text: string; photos: string },
): string {
  if (author !== '' && author === photographer) return `${t.both}: ${author}`
  return [author !== '' && `${t.text}: ${author}`, photographer !== '' && `${t.photos}: ${photographer}`]
    .filter((part) => part !== false)
    .join('. ')
}
