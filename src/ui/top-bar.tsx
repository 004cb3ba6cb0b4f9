import { Icon } from './icon.tsx'
import { useWords } from './locale.tsx'
import { Waiting, type Place } from './nav-link.tsx'
import { LanguageSwitch, ThemeSwitch, type Preferences } from './preferences.tsx'

/** For whom this person works at present, and by what right; always on screen. */
export type Acting = { unit: string; mandate: string; href?: string }

export type Account = { name: string; detail?: string; links: readonly Place[]; signOut: string }

export type TopBarProps = {
  search: { action: string; hint: string; value?: string }
  /** Left out where nothing is told in the page. */
  notifications?: { href: string; unread: number }
  acting?: Acting | undefined
  account: Account
  preferences: Preferences
}

export const TopBar = (props: TopBarProps) => (
  <header class="topbar">
    <SearchBox search={props.search} />
    {props.acting && <ActingUnit acting={props.acting} />}
    {props.notifications && <Bell notifications={props.notifications} />}
    <AccountMenu account={props.account} preferences={props.preferences} />
  </header>
)

/** `search-key` shows the "/" hint once a script has taught the key its meaning. */
const SearchBox = ({ search }: { search: TopBarProps['search'] }) => {
  const t = useWords()
  return (
    <search class="search">
      <form method="get" action={search.action}>
        <Icon name="search" size={18} />
        <input
          type="search"
          name="q"
          id="site-search"
          value={search.value}
          placeholder={search.hint}
          aria-label={t.search}
        />
        <search-key for="site-search">
          <kbd aria-hidden="true">/</kbd>
        </search-key>
      </form>
      <a class="top-icon" href={search.action}>
        <Icon name="search" />
        <span class="hidden-text">{t.search}</span>
      </a>
    </search>
  )
}

/** Stands in the bar of the workspace, and on the plain pages of whoever has signed in. */
export const ActingUnit = ({ acting }: { acting: Acting }) => (
  <div class="acting">
    <span class="acting-label">{useWords().acting} </span>
    <b>{acting.href ? <a href={acting.href}>{acting.unit}</a> : acting.unit}</b>
    <span class="acting-mandate">{acting.mandate}</span>
  </div>
)

const Bell = ({ notifications }: { notifications: NonNullable<TopBarProps['notifications']> }) => (
  <a class="top-icon" href={notifications.href}>
    <Icon name="bell" size={22} />
    <span class="hidden-text">{useWords().notifications(notifications.unread)}</span>
    {notifications.unread > 0 && (
      <span class="bell-count" aria-hidden="true">
        {notifications.unread > 99 ? '99+' : notifications.unread}
      </span>
    )}
  </a>
)

/** The last two words of a Vietnamese name carry the person: 'Trần Thị Ngọc Ánh' → 'NÁ'. */
const initials = (name: string) =>
  name
    .trim()
    .split(/\s+/u)
    .slice(-2)
    .map((word) => word.slice(0, 1).toLocaleUpperCase('vi'))
    .join('')

const AccountMenu = ({ account, preferences }: { account: Account; preferences: Preferences }) => {
  const t = useWords()
  return (
    <details class="account">
      <summary>
        <span class="avatar" aria-hidden="true">
          {initials(account.name)}
        </span>
        <span class="hidden-text">
          {t.account}: {account.name}
        </span>
      </summary>
      <div class="account-menu">
        <p class="account-name">
          <b>{account.name}</b>
          {account.detail && <span>{account.detail}</span>}
        </p>
        <ul>
          {account.links.map((link) => (
            <li>
              <a href={link.href}>
                {link.label}
                <Waiting count={link.count} />
              </a>
            </li>
          ))}
        </ul>
        <ThemeSwitch {...preferences} />
        <div class="account-foot">
          <LanguageSwitch {...preferences} />
          <form method="post" action={account.signOut}>
            <button class="as-link" type="submit">
              {t.signOut}
            </button>
          </form>
        </div>
      </div>
    </details>
  )
}
