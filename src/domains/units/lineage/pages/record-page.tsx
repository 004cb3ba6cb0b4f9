import type { Locale } from '#platform/words.ts'
import { Breadcrumb } from '#ui/breadcrumb.tsx'
import { Checkbox } from '#ui/form/checkbox.tsx'
import { DayField } from '#ui/form/day-field.tsx'
import { FileField } from '#ui/form/file-field.tsx'
import { fieldOf, PostedForm, tickOf, type Returned } from '#ui/form/posted-form.tsx'
import { SelectField } from '#ui/form/select-field.tsx'
import { TextArea } from '#ui/form/text-area.tsx'
import { ListTools } from '#ui/list-tools.tsx'
import { Notice } from '#ui/notice.tsx'
import { PageHead } from '#ui/page-head.tsx'
import { Sheet } from '#ui/sheet.tsx'
import { Table, type Column } from '#ui/table.tsx'
import type { UnitInList } from '../../unit.ts'
import { ruleOf, type DeedKind } from '../deed.ts'
import { lineagePaths, recordPath } from '../paths.ts'
import { words, type LineageWords } from '../words.ts'
import { DocumentFields } from './document-fields.tsx'

interface Chosen {
  id: string
  full_name: string
}

export interface RecordPageProps {
  locale: Locale
  kind: DeedKind
  form: Returned
  before: readonly Chosen[]
  after: readonly Chosen[]
  search: { text: string; units: readonly UnitInList[]; total: number }
  levels: readonly { code: string; name: string; name_en: string }[]
}

const idsOf = (units: readonly Chosen[]) => units.map(({ id }) => id)

/** What is chosen stands in the address, so that it survives a search, a reload and a form that came back. */
const stateOf = ({ kind, before, after, search }: RecordPageProps) => ({
  kind,
  before: idsOf(before),
  after: idsOf(after),
  text: search.text,
})

interface SideProps {
  t: LineageWords
  title: string
  units: readonly Chosen[]
  dropHref: (unit: string) => string
}

const Side = ({ t, title, units, dropHref }: SideProps) => (
  <div>
    <h3>{title}</h3>
    {units.length === 0 && <p class="mute">{t.noneChosen}</p>}
    <ul class="columns">
      {units.map(({ id, full_name }) => (
        <li>
          {full_name}{' '}
          <a href={dropHref(id)} aria-label={t.dropUnit(full_name)}>
            {t.drop}
          </a>
        </li>
      ))}
    </ul>
  </div>
)

const without = (units: readonly string[], unit: string) => units.filter((one) => one !== unit)

const beforeWord = (t: LineageWords, kind: DeedKind) =>
  kind === 'rename' || kind === 'move' ? t.asBefore[kind] : t.asBefore.other
const afterWord = (t: LineageWords, kind: DeedKind) => (kind === 'move' ? t.asAfter.move : t.asAfter.other)

function foundColumns(props: RecordPageProps, t: LineageWords): Column<UnitInList>[] {
  const state = stateOf(props)
  const takesAfter = ruleOf(props.kind).after_is.includes('existing')
  const asBefore = (unit: string) => recordPath({ ...state, before: [...without(state.before, unit), unit] })
  const asAfter = (unit: string) => recordPath({ ...state, after: [...without(state.after, unit), unit] })
  return [
    { key: 'name', label: t.unit, cell: (unit) => unit.full_name },
    {
      key: 'choose',
      label: t.choose,
      cell: (unit) => (
        <span class="row">
          <a href={asBefore(unit.id)}>{beforeWord(t, props.kind)}</a>
          {takesAfter && <a href={asAfter(unit.id)}>{afterWord(t, props.kind)}</a>}
        </span>
      ),
    },
  ]
}

const Choose = (props: RecordPageProps) => {
  const t = words(props.locale)
  const { search, before, after, kind } = props
  const state = stateOf(props)
  return (
    <Sheet title={t.people} id="don-vi">
      <div class="stack">
        <div class="halves">
          <Side
            t={t}
            title={t.before}
            units={before}
            dropHref={(unit) => recordPath({ ...state, before: without(state.before, unit) })}
          />
          {ruleOf(kind).after_is.includes('existing') && (
            <Side
              t={t}
              title={kind === 'move' ? t.parent : t.after}
              units={after}
              dropHref={(unit) => recordPath({ ...state, after: without(state.after, unit) })}
            />
          )}
        </div>
        <p class="mute">{t.findNote}</p>
        <ListTools
          action={lineagePaths.record(kind)}
          keep={{ truoc: state.before.join(','), sau: state.after.join(',') }}
          search={{ label: t.findUnit, value: search.text }}
          shown={search.units.length}
          total={search.total}
          count={t.foundUnits(search.units.length, search.total)}
        />
        <Table
          caption={t.findUnit}
          columns={foundColumns(props, t)}
          rows={search.units}
          empty={<p class="mute">{t.nothingFound}</p>}
        />
      </div>
    </Sheet>
  )
}

const NewUnits = ({ kind, form, levels, locale }: RecordPageProps) => {
  const t = words(locale)
  if (!ruleOf(kind).after_is.includes('new')) return null
  const isRename = kind === 'rename'
  return (
    <>
      <TextArea
        {...fieldOf(form, 'afterNew')}
        label={isRename ? t.newName : t.newUnits}
        help={isRename ? t.newNameHelp : t.newUnitsHelp}
        example={t.newUnitsExample}
        rows={isRename ? 2 : 3}
        required={isRename}
        maxlength={4000}
      />
      {!isRename && (
        <SelectField
          {...fieldOf(form, 'level')}
          label={t.level}
          help={t.levelHelp}
          options={levels.map((level) => ({ value: level.code, label: locale === 'vi' ? level.name : level.name_en }))}
        />
      )}
    </>
  )
}

const Elsewhere = ({ kind, form, locale }: RecordPageProps) => {
  const t = words(locale)
  const { ends, after_is } = ruleOf(kind)
  const shared = { help: t.foreignHelp, example: t.foreignExample, rows: 2, maxlength: 4000 }
  return (
    <>
      {ends && <TextArea {...fieldOf(form, 'beforeElsewhere')} label={t.foreignBefore} {...shared} />}
      {after_is.includes('elsewhere') && (
        <TextArea {...fieldOf(form, 'afterElsewhere')} label={t.foreignAfter} {...shared} />
      )}
    </>
  )
}

/** One deed on one page: which units, what becomes of them, from when, by which document. */
export const RecordPage = (props: RecordPageProps) => {
  const { locale, kind, form, before, after } = props
  const t = words(locale)
  return (
    <div class="stack">
      <Breadcrumb
        crumbs={[
          { label: t.title, href: lineagePaths.list },
          { label: t.record, href: lineagePaths.kinds },
        ]}
      />
      <PageHead title={t.recordTitle(t.kinds[kind])} under={t.kindNotes[kind]} />
      <Choose {...props} />
      <PostedForm
        action={recordPath(stateOf(props))}
        form={form}
        submit={t.save}
        cancel={{ label: t.cancel, href: lineagePaths.list }}
        upload
      >
        <input type="hidden" name="before" value={idsOf(before).join(',')} />
        <input type="hidden" name="after" value={idsOf(after).join(',')} />
        <NewUnits {...props} />
        <Elsewhere {...props} />
        <DayField {...fieldOf(form, 'effectiveOn')} label={t.effectiveOn} help={t.effectiveHelp} required />
        <DocumentFields locale={locale} form={form} />
        <FileField
          {...fieldOf(form, 'document')}
          label={t.documentFile}
          help={t.documentFileHelp}
          accept="application/pdf,image/png,image/jpeg"
        />
        {form.refused && kind !== 'rename' && ruleOf(kind).after_is.includes('new') && (
          <Checkbox {...tickOf(form, 'anotherUnit')} label={t.anotherUnit} />
        )}
        {ruleOf(kind).ends && <Notice kind="warning">{t.endsNote}</Notice>}
      </PostedForm>
    </div>
  )
}
