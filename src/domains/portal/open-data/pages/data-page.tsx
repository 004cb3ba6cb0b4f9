import { useLocale } from '#ui/locale.tsx'
import { Hero } from '#ui/hero.tsx'
import { PublicSection } from '#ui/public-section.tsx'
import { Table, type Column as TableColumn } from '#ui/table.tsx'
import { paths } from '../../paths.ts'
import { dataSetNames, dataSets, type Column, type DataSet } from '../dictionary.ts'
import { words } from '../words.ts'

interface DataProps {
  bloc: { slug: string; name: string }
  place: string
}

const Set = ({ name, bloc }: { name: DataSet; bloc: string }) => {
  const locale = useLocale()
  const t = words(locale)
  const columns: TableColumn<Column>[] = [
    { key: 'name', label: t.column, cell: (column) => <code>{column.name}</code> },
    { key: 'kind', label: t.kind, cell: (column) => t.kinds[column.kind] },
    { key: 'says', label: t.says, cell: (column) => column.says[locale] },
  ]
  return (
    <PublicSection title={t.sets[name]} id={name}>
      <p>
        {t.files}: <a href={paths.dataFile(bloc, `${name}.csv`)}>{t.csv}</a>,{' '}
        <a href={paths.dataFile(bloc, `${name}.json`)}>{t.json}</a>
      </p>
      <Table caption={t.sets[name]} columns={columns} rows={dataSets[name]} />
    </PublicSection>
  )
}

/** The files of a bloc's open data, and what each column says. */
export const DataPage = ({ bloc, place }: DataProps) => {
  const t = words(useLocale())
  return (
    <>
      <Hero title={t.title(bloc.name)} lead={t.lead} />
      <p>
        <a href={paths.bloc(bloc.slug)}>{bloc.name}</a>
      </p>
      <p class="public-note">{t.license}</p>
      <p class="public-note">{t.source(place, bloc.name)}</p>
      <p class="public-note">{t.empty}</p>
      {dataSetNames.map((name) => (
        <Set name={name} bloc={bloc.slug} />
      ))}
    </>
  )
}
