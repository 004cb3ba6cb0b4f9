/** What search engines are told of an article. */
interface Told {
  title: string
  description: string
  url: string
  images: readonly string[]
  publishedAt: Date
  changedAt: Date
  author: string
  publisher: string
  section: string
  locale: string
}

/** A NewsArticle of schema.org as JSON-LD; no sign in it can end the element that carries it. */
export function articleAsJsonLd(told: Told): string {
  const data = {
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    headline: told.title,
    description: told.description,
    url: told.url,
    mainEntityOfPage: told.url,
    image: told.images,
    datePublished: told.publishedAt.toISOString(),
    dateModified: told.changedAt.toISOString(),
    inLanguage: told.locale,
    articleSection: told.section,
    ...(told.author === '' ? {} : { author: { '@type': 'Person', name: told.author } }),
    publisher: { '@type': 'GovernmentOrganization', name: told.publisher },
  }
  return JSON.stringify(data).replaceAll('<', String.raw`\u003c`)
}
