import { useWords } from './locale.tsx'
import { pageWindow } from './page-window.ts'

type PaginationProps = { page: number; last: number; href: (page: number) => string }

/** Nothing at all when one page holds everything. */
export const Pagination = ({ page, last, href }: PaginationProps) => {
  const t = useWords()
  if (last <= 1) return null
  return (
    <nav class="pagination" aria-label={t.pages}>
      {page > 1 && (
        <a class="pagination-step" rel="prev" href={href(page - 1)}>
          {t.previous}
        </a>
      )}
      <ol>
        {pageWindow(page, last).map((number) => (
          <li>{number === null ? '…' : <PageLink number={number} current={number === page} href={href(number)} />}</li>
        ))}
      </ol>
      {page < last && (
        <a class="pagination-step" rel="next" href={href(page + 1)}>
          {t.next}
        </a>
      )}
    </nav>
  )
}

const PageLink = (props: { number: number; current: boolean; href: string }) => (
  <a href={props.href} aria-label={useWords().page(props.number)} aria-current={props.current ? 'page' : undefined}>
    {props.number}
  </a>
)
