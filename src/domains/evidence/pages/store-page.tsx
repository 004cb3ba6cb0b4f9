import { LinkButton } from '#ui/button.tsx'
import { Empty } from '#ui/empty.tsx'
import { formatDay } from '#ui/format.ts'
import { ListTools } from '#ui/list-tools.tsx'
import { useLocale } from '#ui/locale.tsx'
import { PageHead } from '#ui/page-head.tsx'
import { Pagination } from '#ui/pagination.tsx'
import { Sheet } from '#ui/sheet.tsx'
import { State } from '#ui/state.tsx'
import { Table } from '#ui/table.tsx'
import { dayOf } from '#platform/clock.ts'
import { media } from '../evidence.ts'
import { evidencePaths } from '../paths.ts'
import type { StoredPiece } from '../store/queries.ts'
import { words } from '../words.ts'
import { Thumbnail } from './cited-evidence.tsx'

interface StorePageProps {
  bloc: string
  year: string
  over: string
  pieces: readonly StoredPiece[]
  total: number
  page: number
  last: number
  /** As they stand in the address; '' is all. */
  chosen: { q: string; 'don-vi': string; loai: string; 'danh-gia': string }
  units: readonly { value: string; label: string }[]
  mayAdd: boolean
}

const Standing = ({ piece }: { piece: StoredPiece }) => {
  const t = words(useLocale())
  if (piece.withdrawn_at !== null) return <State kind="none">{t.withdrawn}</State>
  if (piece.cited === 0) return <State kind="none">{t.uncited}</State>
  if (piece.insufficient > 0) return <State kind="late">{t.standings.insufficient}</State>
  if (piece.valid === piece.cited) return <State kind="done">{t.standings.valid}</State>
  return <State kind="open">{t.standings.waiting}</State>
}

const Pieces = ({ bloc, year, pieces }: Pick<StorePageProps, 'bloc' | 'year' | 'pieces'>) => {
  const t = words(useLocale())
  return (
    <Table
      caption={t.heading}
      rows={pieces}
      empty={<Empty title={t.list.none}>{t.list.noneBody}</Empty>}
      columns={[
        {
          key: 'piece',
          label: t.list.piece,
          cell: (piece) => (
            <span class="evidence-name">
              <a href={evidencePaths.piece(bloc, year, piece.id)}>{piece.title}</a>
              <Thumbnail bloc={bloc} year={year} piece={piece} />
            </span>
          ),
        },
        { key: 'unit', label: t.list.unit, cell: (piece) => piece.unit_name },
        { key: 'medium', label: t.list.medium, cell: (piece) => t.media[piece.medium] },
        { key: 'cited', label: t.list.cited, cell: (piece) => t.list.citedTimes(piece.cited) },
        { key: 'standing', label: t.list.standing, cell: (piece) => <Standing piece={piece} /> },
        { key: 'brought', label: t.list.brought, cell: (piece) => formatDay(dayOf(piece.brought_at)) },
      ]}
    />
  )
}

const Tools = ({ bloc, year, chosen, units, pieces, total }: StorePageProps) => {
  const t = words(useLocale())
  const standings = Object.entries({ ...t.standings, uncited: t.uncited })
  return (
    <ListTools
      action={evidencePaths.store(bloc, year)}
      search={{ label: t.list.search, value: chosen.q }}
      filters={[
        { name: 'don-vi', label: t.list.unit, value: chosen['don-vi'], options: units },
        {
          name: 'loai',
          label: t.list.medium,
          value: chosen.loai,
          options: media.map((value) => ({ value, label: t.media[value] })),
        },
        {
          name: 'danh-gia',
          label: t.list.standing,
          value: chosen['danh-gia'],
          options: standings.map(([value, label]) => ({ value, label })),
        },
      ]}
      shown={pieces.length}
      total={total}
      count={t.list.count(pieces.length, total)}
      clearHref={Object.values(chosen).every((value) => value === '') ? undefined : evidencePaths.store(bloc, year)}
    />
  )
}

/** Every piece of the bloc-year. */
export const StorePage = (props: StorePageProps) => {
  const { bloc, year, over, chosen, page, last } = props
  const t = words(useLocale())
  const kept = Object.entries(chosen).filter(([, value]) => value !== '')
  const href = (to: number) =>
    `${evidencePaths.store(bloc, year)}?${new URLSearchParams([...kept, ['trang', String(to)]]).toString()}`
  return (
    <>
      <PageHead
        over={over}
        title={t.heading}
        under={t.intro}
        actions={
          props.mayAdd && (
            <LinkButton href={evidencePaths.add(bloc, year)} look="main" icon="plus">
              {t.add.do}
            </LinkButton>
          )
        }
      />
      <Tools {...props} />
      <Sheet flush>
        <Pieces {...props} />
      </Sheet>
      <Pagination page={page} last={last} href={href} />
    </>
  )
}
