import { words } from '../../news/words.ts'
import { pictureName, sizeNear, type NewsPicture } from '../../news-pictures/picture.ts'
import { useLocale } from '#ui/locale.tsx'

export type PictureAddress = (name: string) => string

const sourcesOf = (picture: NewsPicture, format: 'webp' | 'jpeg', address: PictureAddress) =>
  picture.sizes
    .filter((size) => size.format === format)
    .map((size) => `${address(pictureName(size))} ${size.width}w`)
    .join(', ')

interface SizedProps {
  picture: NewsPicture
  address: PictureAddress
  /** How wide it is shown, as `sizes` says it. */
  across: string
  /** Of the first picture of a page, which nothing should keep waiting. */
  isFirst?: boolean
}

/** One picture in the size that the screen needs, with its place kept while it comes. */
export const SizedPicture = ({ picture, address, across, isFirst = false }: SizedProps) => {
  const shown = sizeNear(picture, 'jpeg', 960)
  if (shown === undefined) return null
  return (
    <picture>
      <source type="image/webp" srcset={sourcesOf(picture, 'webp', address)} sizes={across} />
      <img
        src={address(pictureName(shown))}
        srcset={sourcesOf(picture, 'jpeg', address)}
        sizes={across}
        width={shown.width}
        height={shown.height}
        alt={picture.alt}
        loading={isFirst ? undefined : 'lazy'}
        decoding="async"
      />
    </picture>
  )
}

/** A picture with its caption and who took it. */
export const NewsFigure = (props: SizedProps) => {
  const t = words(useLocale()).open
  const { caption, photographer } = props.picture
  const said = [caption, photographer !== '' && t.photo(photographer)].filter((part) => part !== '' && part !== false)
  return (
    <figure class="news-figure">
      <SizedPicture {...props} />
      {said.length > 0 && <figcaption>{said.join('. ').replaceAll('..', '.')}</figcaption>}
    </figure>
  )
}
