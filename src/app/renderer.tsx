import type { MiddlewareHandler } from 'hono'
import { getCookie } from 'hono/cookie'
import type { Child } from 'hono/jsx'
import { preferencesPath } from '#domains/identity/paths.ts'
import { themeCookie } from '#domains/identity/sessions/preference-cookies.ts'
import { publicNews } from '#domains/portal/news/paths.ts'
import { words as newsWords } from '#domains/portal/news/words.ts'
import type { PageHead, Web, WebContext } from '#platform/web.ts'
import type { PageFrame, Theme } from '#ui/html-document.tsx'
import { PlainPage } from '#ui/plain-page.tsx'
import { PublicPage } from '#ui/public-page.tsx'
import { WorkspacePage } from '#ui/workspace-page.tsx'
import type { Assets } from './assets.ts'
import { entryOwner } from './own-entries.ts'
import { publicHeaders } from './public-cache.ts'
import { words } from './words.ts'
import { actingOf, workspaceProps } from './workspace.ts'

function themeOf(c: WebContext): Theme {
  const theme = getCookie(c, themeCookie)
  return theme === 'light' || theme === 'dark' ? theme : undefined
}

const here = (c: WebContext) => c.req.path + new URL(c.req.url).search

const helpPath = (slug: string) => `/huong-dan/${slug}`

function publicPlaces(c: WebContext) {
  const t = words(c.var.locale).nav
  const places = [
    { label: t.blocs, href: '/' },
    { label: t.news, href: publicNews.list },
    { label: t.opinions, href: '/gui-y-kien' },
    { label: t.openDrafts, href: '/gop-y' },
    { label: t.lookUp, href: '/tra-cuu' },
    { label: t.check, href: '/kiem-tra' },
    { label: t.help, href: '/huong-dan' },
  ]
  return places.map((place) => ({ ...place, current: place.href === c.req.path }))
}

function sharedOf(c: WebContext, { description, article }: PageHead) {
  if (description === undefined) return {}
  const shared = { url: c.var.origin + here(c), description }
  return { shared: article === undefined ? shared : { ...shared, ...article, kind: 'article' as const } }
}

function renderPublic(c: WebContext, content: Child, head: PageHead, frame: PageFrame) {
  const nav = publicPlaces(c)
  c.header('cache-control', publicHeaders['cache-control'])
  return (
    <PublicPage
      {...frame}
      place={c.var.tenant.name}
      home="/"
      nav={nav}
      foot={nav}
      signIn="/dang-nhap"
      feed={{ title: newsWords(c.var.locale).open.feedTitle(c.var.tenant.name), href: publicNews.rss }}
      {...sharedOf(c, head)}
      preferences={{ action: preferencesPath, returnTo: here(c) }}
    >
      {content}
    </PublicPage>
  )
}

/** An error's page asks the database for nothing more. */
const actingShown = async (c: WebContext) => (c.error === undefined ? actingOf(c) : undefined)

const renderPlain = async (c: WebContext, content: Child, head: PageHead, frame: PageFrame) => (
  <PlainPage
    {...frame}
    home="/"
    heading={head.title}
    place={c.var.tenant.name}
    acting={await actingShown(c)}
    foot={head.help && <a href={helpPath(head.help)}>{words(c.var.locale).nav.help}</a>}
    preferences={{ action: preferencesPath, returnTo: here(c) }}
  >
    {content}
  </PlainPage>
)

async function renderWorkspace(c: WebContext, content: Child, head: PageHead, frame: PageFrame) {
  const theme = frame.theme === undefined ? {} : { theme: frame.theme }
  return (
    <WorkspacePage
      {...frame}
      {...await workspaceProps(c, head)}
      help={head.help === undefined ? undefined : helpPath(head.help)}
      preferences={{ action: preferencesPath, returnTo: here(c), ...theme }}
    >
      {content}
    </WorkspacePage>
  )
}

const scriptsOf = (head: PageHead, assets: Assets) => [
  ...(head.shell === 'workspace' ? [assets.script] : []),
  ...(head.uploads === true ? [assets.uploadScript] : []),
  ...(head.entry === true ? [assets.entryScript] : []),
  ...(head.editor === true ? [assets.editorScript] : []),
  ...(head.live === true ? [assets.screenScript] : []),
  ...(head.passkeys === true ? [assets.passkeyScript] : []),
]

const ownerOf = (c: WebContext) =>
  c.var.actor === null ? {} : { owner: entryOwner(c.var.tenant.slug, c.var.actor.account) }

function frameOf(c: WebContext, head: PageHead, assets: Assets): PageFrame {
  const isPublic = head.shell === 'public'
  const theme = isPublic ? undefined : themeOf(c)
  return {
    title: words(c.var.locale).page(head.title),
    locale: c.var.locale,
    stylesheet: isPublic ? assets.publicStyle : assets.workspaceStyle,
    ...(theme === undefined ? {} : { theme }),
    ...(isPublic ? {} : { scripts: scriptsOf(head, assets) }),
    ...(head.shell === 'workspace' ? ownerOf(c) : {}),
  }
}

/** Puts the shell around what a route renders. */
export function renderer(assets: Assets, isSample: boolean): MiddlewareHandler<Web> {
  return async (c, next) => {
    c.setRenderer(async (content, head) => {
      const frame = { ...frameOf(c, head, assets), isSample }
      if (head.shell !== 'public') c.header('cache-control', 'no-store')
      if (head.shell === 'public') return c.html(renderPublic(c, content, head, frame))
      if (head.shell === 'plain' || c.var.actor === null) return c.html(await renderPlain(c, content, head, frame))
      return c.html(await renderWorkspace(c, content, head, frame))
    })
    await next()
  }
}
