import { raw } from 'hono/html'
import type { Child } from 'hono/jsx'
import type { Locale } from '#platform/words.ts'
import { FieldLabels } from './form/field-labels.ts'
import { LocaleContext, useWords } from './locale.tsx'

/** A person's choice; `undefined` follows the device. */
export type Theme = 'light' | 'dark' | undefined

/** What each page says of itself to the browser. The addresses of assets carry their hash, so the app hands them in. */
export type PageFrame = {
  title: string
  locale: Locale
  theme?: Theme
  stylesheet: string
  scripts?: readonly string[]
  /** Made up, to look at: each page says so. */
  isSample?: boolean
  /** Who is signed in, for scripts that keep something on this machine. */
  owner?: string
}

type DocumentProps = PageFrame & { bodyClass: string; head?: Child; children: Child }

/** The two files that hold nearly every letter of running text; the heavier weights may come a moment later. */
const firstFonts = [
  '/assets/fonts/be-vietnam-pro-latin-400-normal.woff2',
  '/assets/fonts/be-vietnam-pro-vietnamese-400-normal.woff2',
]

const colours = { light: '#fdfbf7', dark: '#171513' }

/** The frame of every page: the doctype, the head, the language of all parts inside. */
export const HtmlDocument = (props: DocumentProps) => (
  <LocaleContext.Provider value={props.locale}>
    {raw('<!doctype html>')}
    <html lang={props.locale} data-theme={props.theme}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
        <title>{props.title}</title>
        {firstFonts.map((font) => (
          <link rel="preload" href={font} as="font" type="font/woff2" crossorigin="" />
        ))}
        <link rel="stylesheet" href={props.stylesheet} />
        <link rel="icon" href="/assets/icon.svg" type="image/svg+xml" />
        <ThemeColours theme={props.theme} />
        {props.owner !== undefined && <meta name="gu-owner" content={props.owner} />}
        {props.head}
        {props.scripts?.map((script) => (
          <script type="module" src={script} />
        ))}
      </head>
      <body class={props.bodyClass}>
        {props.isSample && <SampleBand />}
        <FieldLabels.Provider value={new Map()}>{props.children}</FieldLabels.Provider>
      </body>
    </html>
  </LocaleContext.Provider>
)

const SampleBand = () => {
  const t = useWords()
  return (
    <aside class="sample-band" aria-label={t.sample}>
      <b>{t.sample}</b> {t.sampleMeans}
    </aside>
  )
}

const ThemeColours = ({ theme }: { theme: Theme }) =>
  theme ? (
    <meta name="theme-color" content={colours[theme]} />
  ) : (
    <>
      <meta name="theme-color" content={colours.light} media="(prefers-color-scheme: light)" />
      <meta name="theme-color" content={colours.dark} media="(prefers-color-scheme: dark)" />
    </>
  )
