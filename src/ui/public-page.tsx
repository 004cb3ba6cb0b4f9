import { raw } from 'hono/html'
import type { Child } from 'hono/jsx'
import { HtmlDocument, type PageFrame } from './html-document.tsx'
import { useWords } from './locale.tsx'
import { Logo } from './logo.tsx'
import type { Place } from './nav-link.tsx'
import { LanguageSwitch, type Preferences } from './preferences.tsx'
import { mainId, SkipLink } from './skip-link.tsx'

/** How the page looks when it is shared: Open Graph. */
export type Shared = {
  url: string
  description: string
  image?: { url: string; alt: string }
  kind?: 'website' | 'article'
  /** JSON-LD of schema.org: data, which no browser runs. */
  jsonLd?: string
}

type PublicPageProps = Omit<PageFrame, 'scripts'> & {
  /** Whose portal this is: "Tỉnh Nam Định". */
  place: string
  home: string
  nav: readonly Place[]
  foot: readonly Place[]
  footNote?: Child
  signIn?: string
  shared?: Shared
  feed?: { title: string; href: string }
  preferences: Preferences
  children: Child
}

/** The shell of the public side: no script, one small stylesheet. */
export const PublicPage = (props: PublicPageProps) => (
  <HtmlDocument {...props} bodyClass="public-body" head={<PublicHead {...props} />}>
    <SkipLink />
    <div class="public">
      <header class="public-head">
        <PublicBrand home={props.home} place={props.place} />
        <PublicNav nav={props.nav} />
      </header>
      <main id={mainId} tabindex={-1}>
        {props.children}
      </main>
      <PublicFoot {...props} />
    </div>
  </HtmlDocument>
)

const PublicHead = ({ title, shared, feed }: Pick<PublicPageProps, 'title' | 'shared' | 'feed'>) => (
  <>
    {feed && <link rel="alternate" type="application/rss+xml" title={feed.title} href={feed.href} />}
    {shared && (
      <>
        <meta name="description" content={shared.description} />
        <link rel="canonical" href={shared.url} />
        <meta property="og:type" content={shared.kind ?? 'website'} />
        <meta property="og:title" content={title} />
        <meta property="og:description" content={shared.description} />
        <meta property="og:url" content={shared.url} />
      </>
    )}
    {shared?.jsonLd && <script type="application/ld+json">{raw(shared.jsonLd)}</script>}
    {shared?.image && (
      <>
        <meta property="og:image" content={shared.image.url} />
        <meta property="og:image:alt" content={shared.image.alt} />
      </>
    )}
  </>
)

const PublicBrand = ({ home, place }: { home: string; place: string }) => (
  <>
    <a class="brand" href={home}>
      <Logo />
      {useWords().brand}
    </a>
    <span class="public-place">{place}</span>
  </>
)

const PublicNav = ({ nav }: { nav: readonly Place[] }) => (
  <nav class="public-nav" aria-label={useWords().mainNav}>
    {nav.map((place) => (
      <a href={place.href} aria-current={place.current ? 'page' : undefined}>
        {place.label}
      </a>
    ))}
  </nav>
)

const PublicFoot = (props: Pick<PublicPageProps, 'foot' | 'footNote' | 'signIn' | 'preferences'>) => (
  <footer class="public-foot">
    {props.footNote && <p>{props.footNote}</p>}
    <ul>
      {props.foot.map((place) => (
        <li>
          <a href={place.href}>{place.label}</a>
        </li>
      ))}
      {props.signIn && (
        <li>
          <a href={props.signIn}>{useWords().signIn}</a>
        </li>
      )}
      <li>
        <LanguageSwitch {...props.preferences} />
      </li>
    </ul>
  </footer>
)
