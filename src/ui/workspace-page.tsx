import type { Child } from 'hono/jsx'
import { Breadcrumb, type Crumb } from './breadcrumb.tsx'
import { HtmlDocument, type PageFrame } from './html-document.tsx'
import { Icon } from './icon.tsx'
import { useWords } from './locale.tsx'
import { PlacesBar, type IconPlace } from './places-bar.tsx'
import { Rail, type NavSection, type Switcher } from './rail.tsx'
import { mainId, SkipLink } from './skip-link.tsx'
import { TopBar, type TopBarProps } from './top-bar.tsx'

type WorkspacePageProps = PageFrame &
  TopBarProps & {
    home: string
    switcher?: Switcher | undefined
    sections: readonly NavSection[]
    places: readonly IconPlace[]
    crumbs?: readonly Crumb[]
    /** The page of `/huong-dan` about this screen. */
    help?: string | undefined
    /** Wider than text needs: for tables with many columns. */
    wide?: boolean
    children: Child
  }

/** The shell of everything behind sign-in. */
export const WorkspacePage = (props: WorkspacePageProps) => (
  <HtmlDocument {...props} bodyClass="workspace">
    <SkipLink />
    <div class="app">
      <Rail home={props.home} switcher={props.switcher} sections={props.sections} />
      <div class="app-page">
        <TopBar {...props} />
        <main class={props.wide ? 'app-main wide' : 'app-main'} id={mainId} tabindex={-1}>
          {props.crumbs && <Breadcrumb crumbs={props.crumbs} />}
          {props.children}
          {props.help && <HelpLink href={props.help} />}
        </main>
      </div>
      <PlacesBar places={props.places} />
    </div>
  </HtmlDocument>
)

const HelpLink = ({ href }: { href: string }) => (
  <p class="help-link">
    <a class="with-icon" href={href}>
      <Icon name="help" size={18} />
      {useWords().help}
    </a>
  </p>
)
