import type { Locale } from '#platform/words.ts'
import { Breadcrumb } from '#ui/breadcrumb.tsx'
import { Empty } from '#ui/empty.tsx'
import { DayField } from '#ui/form/day-field.tsx'
import { fieldOf, PostedForm, type Returned } from '#ui/form/posted-form.tsx'
import { SelectField } from '#ui/form/select-field.tsx'
import { formatDay } from '#ui/format.ts'
import { ListTools } from '#ui/list-tools.tsx'
import { PageHead } from '#ui/page-head.tsx'
import { Sheet } from '#ui/sheet.tsx'
import { Table, type Column } from '#ui/table.tsx'
import { unitPaths } from '../../paths.ts'
import type { UnitInList } from '../../unit.ts'
import { lineagePaths } from '../paths.ts'
import type { awardingOffices } from '../queries.ts'
import { words, type LineageWords } from '../words.ts'

type Office = Awaited<ReturnType<typeof awardingOffices>>[number]

interface OfficePageProps {
  locale: Locale
  offices: readonly Office[]
  mayKeep: boolean
  search: { text: string; units: readonly UnitInList[]; total: number }
  form: Returned
}

const columns = (t: LineageWords): Column<Office>[] => [
  { key: 'name', label: t.fullName, cell: (row) => <a href={unitPaths.unit(row.unit)}>{row.full_name}</a> },
  {
    key: 'days',
    label: t.days,
    cell: (row) => t.until(formatDay(row.from_on), row.to_on === null ? t.now : formatDay(row.to_on)),
  },
]

/** Which unit is the awarding office, under which name on which days. */
export const OfficePage = ({ locale, offices, mayKeep, search, form }: OfficePageProps) => {
  const t = words(locale)
  return (
    <div class="stack">
      <Breadcrumb crumbs={[{ label: t.title, href: lineagePaths.list }]} />
      <PageHead title={t.awardingOffice} under={t.awardingNote} />
      <Sheet flush>
        <Table
          caption={t.awardingOffice}
          columns={columns(t)}
          rows={offices}
          empty={<Empty title={t.noOffice}>{t.noOfficeBody}</Empty>}
        />
      </Sheet>
      {mayKeep && (
        <Sheet title={t.nameOffice}>
          <div class="stack">
            <ListTools
              action={lineagePaths.office}
              search={{ label: t.findUnit, value: search.text }}
              shown={search.units.length}
              total={search.total}
              count={t.foundUnits(search.units.length, search.total)}
            />
            <PostedForm
              action={`${lineagePaths.office}?q=${encodeURIComponent(search.text)}`}
              form={form}
              submit={t.saveOffice}
            >
              <SelectField
                {...fieldOf(form, 'unit')}
                label={t.unit}
                options={search.units.map((unit) => ({ value: unit.id, label: unit.full_name }))}
                required
              />
              <DayField {...fieldOf(form, 'fromOn')} label={t.fromOn} required />
            </PostedForm>
          </div>
        </Sheet>
      )}
    </div>
  )
}
