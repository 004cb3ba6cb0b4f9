import type { Child } from 'hono/jsx'
import { HtmlDocument, type PageFrame } from './html-document.tsx'
import { useWords } from './locale.tsx'
import { Logo } from './logo.tsx'
import { LanguageSwitch, type Preferences } from './preferences.tsx'
import { mainId, SkipLink } from './skip-link.tsx'
import { ActingUnit, type Acting } from './top-bar.tsx'

type PlainPageProps = PageFrame & {
  home: string
  heading: Child
  place?: string
  preferences?: Preferences
  /** For whom the person who has signed in works. */
  acting?: Acting | undefined
  /** Under the sheet: where to turn for help. */
  foot?: Child
  children: Child
}

/** One sheet in the middle of the page: sign-in, an answer, an error. */
export const PlainPage = (props: PlainPageProps) => (
  <HtmlDocument {...props} bodyClass="plain-body">
    <SkipLink />
    <div class="plain-page">
      <header class="plain-head">
        <PlainBrand home={props.home} />
        {props.acting ? <ActingUnit acting={props.acting} /> : props.place && <span class="mute">{props.place}</span>}
      </header>
      <main class="plain-sheet" id={mainId} tabindex={-1}>
        <h1>{props.heading}</h1>
        {props.children}
      </main>
      <footer class="plain-foot">
        {props.foot}
        {props.preferences && <LanguageSwitch {...props.preferences} />}
      </footer>
    </div>
  </HtmlDocument>
)

const PlainBrand = ({ home }: { home: string }) => (
  <a class="brand" href={home}>
    <Logo />
    {useWords().brand}
  </a>
)
