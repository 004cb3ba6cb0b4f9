import type { Locale } from '#platform/words.ts'
import { PageHead } from '#ui/page-head.tsx'
import { Pagination } from '#ui/pagination.tsx'
import { Sheet } from '#ui/sheet.tsx'
import { Tabs } from '#ui/tabs.tsx'
import { mandateStates, type MandateState } from '../mandate.ts'
import { mandatePaths } from '../paths.ts'
import type { MandateRow } from '../queries.ts'
import { words } from '../words.ts'
import { MandateTable } from './mandate-table.tsx'

export const stateSlugs: Record<MandateState, string> = {
  asked: 'cho',
  confirmed: 'da-xac-nhan',
  refused: 'tu-choi',
  withdrawn: 'da-rut',
  ended: 'da-cham-dut',
}

interface ListPageProps {
  locale: Locale
  state: MandateState
  mandates: readonly MandateRow[]
  unitNames: ReadonlyMap<string, string>
  page: number
  last: number
}

const address = (state: MandateState, page = 1) =>
  `${mandatePaths.list}?xem=${stateSlugs[state]}${page > 1 ? `&trang=${page}` : ''}`

export const ListPage = (props: ListPageProps) => {
  const t = words(props.locale)
  return (
    <div class="stack">
      <PageHead title={t.mandates} under={t.listNote} />
      <Tabs
        label={t.view}
        tabs={mandateStates.map((state) => ({
          label: t.views[state],
          href: address(state),
          current: state === props.state,
        }))}
      />
      <Sheet flush>
        <MandateTable locale={props.locale} mandates={props.mandates} unitNames={props.unitNames} />
      </Sheet>
      <Pagination page={props.page} last={props.last} href={(page) => address(props.state, page)} />
    </div>
  )
}
