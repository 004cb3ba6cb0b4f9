import { Icon, type IconName } from './icon.tsx'
import { useWords } from './locale.tsx'
import { Waiting, type Place } from './nav-link.tsx'
import { railId } from './rail.tsx'

export type IconPlace = Place & { icon: IconName }

/** The bottom bar of a phone: three places of the page's choice, and the page of contents. */
export const PlacesBar = ({ places }: { places: readonly IconPlace[] }) => {
  const t = useWords()
  return (
    <nav class="places" aria-label={t.places}>
      {places.slice(0, 3).map((place) => (
        <a href={place.href} aria-current={place.current ? 'page' : undefined}>
          <Icon name={place.icon} size={22} />
          <span>{place.label}</span>
          <Waiting count={place.count} />
        </a>
      ))}
      <a href={`#${railId}`}>
        <Icon name="menu" size={22} />
        <span>{t.menu}</span>
      </a>
    </nav>
  )
}
