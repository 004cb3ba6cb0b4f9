import { raw } from 'hono/html'
import { blocksOf, type Block } from '../../news/body.ts'
import type { NewsPicture } from '../../news-pictures/picture.ts'
import { NewsFigure, type PictureAddress } from './news-picture.tsx'

interface BodyProps {
  body: string
  pictures: readonly NewsPicture[]
  address: PictureAddress
}

/** Clean HTML as `read-body.ts` left it in the store: of it alone may anything be pasted. */
const Inline = ({ html }: { html: string }) => <>{raw(html)}</>

const columnWidth = '(max-width: 760px) 100vw, 720px'

const BodyBlock = ({ block, pictures, address }: Omit<BodyProps, 'body'> & { block: Block }) => {
  if (block.kind === 'picture') {
    const picture = pictures.find(({ id }) => id === block.picture)
    return picture === undefined ? null : <NewsFigure picture={picture} address={address} across={columnWidth} />
  }
  if ('items' in block) {
    const items = block.items.map((item) => (
      <li>
        <Inline html={item} />
      </li>
    ))
    return block.kind === 'bullets' ? <ul>{items}</ul> : <ol>{items}</ol>
  }
  const inside = <Inline html={block.inline} />
  if (block.kind === 'heading') return <h2>{inside}</h2>
  if (block.kind === 'subheading') return <h3>{inside}</h3>
  return block.kind === 'quote' ? (
    <blockquote>
      <p>{inside}</p>
    </blockquote>
  ) : (
    <p>{inside}</p>
  )
}

/** The text of an article with its pictures where they were placed; those that were not stand first and last. */
export const ArticleBody = ({ body, pictures, address }: BodyProps) => {
  const blocks = blocksOf(body)
  const placed = new Set(blocks.flatMap((block) => (block.kind === 'picture' ? [block.picture] : [])))
  const [first, ...rest] = pictures.filter(({ id }) => !placed.has(id))
  const show = { address, across: columnWidth }
  return (
    <div class="news-text">
      {first && <NewsFigure picture={first} {...show} isFirst />}
      {blocks.map((block) => (
        <BodyBlock block={block} pictures={pictures} address={address} />
      ))}
      {rest.map((picture) => (
        <NewsFigure picture={picture} {...show} />
      ))}
    </div>
  )
}
