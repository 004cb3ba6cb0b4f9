import { Icon } from './icon.tsx'
import { useWords } from './locale.tsx'
import { Logo } from './logo.tsx'
import { NavLink, type Place } from './nav-link.tsx'
import { mainId } from './skip-link.tsx'

export const railId = 'muc-luc'

export type NavSection = { label?: string; places: readonly Place[] }

/** Which bloc and which year the workspace shows; `choices` are the others this person may go to. */
export type Switcher = {
  label: string
  current: string
  detail?: string
  choices: readonly { label: string; detail?: string; href: string; current?: boolean }[]
}

type RailProps = { home: string; switcher?: Switcher | undefined; sections: readonly NavSection[] }

/** The left column on a desk; on a phone the page of contents that the bottom bar opens. */
export const Rail = ({ home, switcher, sections }: RailProps) => {
  const t = useWords()
  return (
    <aside class="rail" id={railId} aria-label={t.menu}>
      <div class="rail-inner">
        <div class="rail-head">
          <a class="brand" href={home}>
            <Logo />
            {t.brand}
          </a>
          <a class="rail-close" href={`#${mainId}`}>
            <Icon name="cross" />
            <span class="hidden-text">{t.closeMenu}</span>
          </a>
        </div>
        {switcher && <SwitchBox switcher={switcher} />}
        <nav class="rail-nav" aria-label={t.mainNav}>
          {sections.map((section) => (
            <div class="rail-section">
              {section.label && <p class="rail-label">{section.label}</p>}
              <ul>
                {section.places.map((place) => (
                  <li>
                    <NavLink place={place} />
                  </li>
                ))}
              </ul>
            </div>
          ))}
        </nav>
      </div>
    </aside>
  )
}

const SwitchBox = ({ switcher }: { switcher: Switcher }) => (
  <details class="switch">
    <summary>
      <span class="switch-label">{switcher.label}</span>
      <b>{switcher.current}</b>
      {switcher.detail && <span class="switch-detail">{switcher.detail}</span>}
      <Icon name="down" size={16} />
    </summary>
    <ul>
      {switcher.choices.map((choice) => (
        <li>
          <a href={choice.href} aria-current={choice.current ? 'true' : undefined}>
            {choice.label}
            {choice.detail && <span class="switch-detail">{choice.detail}</span>}
          </a>
        </li>
      ))}
    </ul>
  </details>
)
