import { useWords } from './locale.tsx'

export type Crumb = { label: string; href: string }

/** The way up from this page; the page itself is its h1. */
export const Breadcrumb = ({ crumbs }: { crumbs: readonly Crumb[] }) => (
  <nav class="breadcrumb" aria-label={useWords().breadcrumb}>
    <ol>
      {crumbs.map((crumb) => (
        <li>
          <a href={crumb.href}>{crumb.label}</a>
        </li>
      ))}
    </ol>
  </nav>
)
