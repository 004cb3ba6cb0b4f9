import { SubmitButton } from '#ui/button.tsx'
import { DiffText } from '#ui/diff.tsx'
import { Empty } from '#ui/empty.tsx'
import { Facts } from '#ui/facts.tsx'
import { SelectField, type Option } from '#ui/form/select-field.tsx'
import { useLocale } from '#ui/locale.tsx'
import { Notice } from '#ui/notice.tsx'
import { PageHead } from '#ui/page-head.tsx'
import { Sheet } from '#ui/sheet.tsx'
import { State } from '#ui/state.tsx'
import { paths } from '../../paths.ts'
import { words as agreementWords } from '../../words.ts'
import type { LineChange } from '../compare-lists.ts'
import type { FieldChange, TextComparison } from '../compare-texts.ts'
import { words } from '../words.ts'

interface ComparePageProps {
  bloc: string
  year: string
  blocName: string
  /** The versions one may choose from, the newest first. */
  options: readonly Option[]
  chosen: { older: string; newer: string } | null
  comparison: TextComparison | null
}

type Words = ReturnType<typeof words>['compare']

const shapes = { changed: 'soon', moved: 'open', removed: 'late', added: 'done' } as const

const Choose = ({ bloc, year, options, chosen }: ComparePageProps) => {
  const t = words(useLocale()).compare
  return (
    <form method="get" action={paths.comparison(bloc, year)} class="fields no-print">
      <div class="row">
        <SelectField name="cu" label={t.older} options={options} value={chosen?.older} required />
        <SelectField name="moi" label={t.newer} options={options} value={chosen?.newer} required />
      </div>
      <div class="row">
        <SubmitButton look="plain">{t.do}</SubmitButton>
      </div>
    </form>
  )
}

function placeOf(change: LineChange, t: Words): string {
  if (change.kind === 'removed') return t.at(change.from)
  if (change.kind === 'added') return t.at(change.to)
  return change.from === change.to ? t.at(change.to) : t.movedFrom(change.from, change.to)
}

const textsOf = (change: LineChange): { older: string; newer: string } => {
  if (change.kind === 'changed') return change
  if (change.kind === 'removed') return { older: change.text, newer: '' }
  if (change.kind === 'added') return { older: '', newer: change.text }
  return { older: change.text, newer: change.text }
}

const Line = ({ change }: { change: LineChange }) => {
  const t = words(useLocale()).compare
  if (change.kind === 'same') return null
  return (
    <li>
      <p class="row small">
        <State kind={shapes[change.kind]}>{t.kinds[change.kind]}</State>
        <span class="mute">{placeOf(change, t)}</span>
      </p>
      <DiffText {...textsOf(change)} />
    </li>
  )
}

const Lines = ({ title, changes }: { title: string; changes: readonly LineChange[] }) => {
  const t = words(useLocale()).compare
  const same = changes.filter(({ kind }) => kind === 'same').length
  if (same === changes.length) return null
  return (
    <Sheet title={title}>
      <ul class="changes">
        {changes.map((change) => (
          <Line change={change} />
        ))}
      </ul>
      {same > 0 && <p class="mute">{t.unchanged(same)}</p>}
    </Sheet>
  )
}

const Fields = ({ fields }: { fields: readonly FieldChange[] }) => {
  const t = words(useLocale()).compare
  if (fields.length === 0) return null
  const shown = ({ field }: FieldChange, value: string) => {
    if (field === 'substitutes') return value === 'true' ? t.yes : t.no
    return value === '' ? t.empty : value
  }
  return (
    <Sheet title={t.head}>
      <Facts
        facts={fields.map((change) => ({
          label: t.fields[change.field],
          value: <DiffText older={shown(change, change.older)} newer={shown(change, change.newer)} />,
        }))}
      />
    </Sheet>
  )
}

const Result = ({ comparison }: { comparison: TextComparison }) => {
  const locale = useLocale()
  const t = words(locale).compare
  if (comparison.isSame)
    return (
      <Notice kind="success" title={t.same}>
        <p>{t.sameBody}</p>
      </Notice>
    )
  const names = agreementWords(locale).sections
  return (
    <>
      <p class="mute">{t.legend}</p>
      <Fields fields={comparison.fields} />
      <Lines title={t.parties} changes={comparison.parties} />
      {comparison.sections.map(({ section, changes }) => (
        <Lines title={names[section]} changes={changes} />
      ))}
    </>
  )
}

/** Two versions word by word: what was taken out, added, rewritten or only moved. */
export const ComparePage = (props: ComparePageProps) => {
  const { blocName, options, chosen, comparison } = props
  const t = words(useLocale()).compare
  const labelOf = (id: string) => options.find(({ value }) => value === id)?.label ?? ''
  return (
    <>
      <PageHead
        over={blocName}
        title={t.heading}
        under={chosen === null ? undefined : t.result(labelOf(chosen.older), labelOf(chosen.newer))}
      />
      <div class="stack">
        {options.length < 2 ? <Empty title={t.onlyOne}>{t.onlyOneBody}</Empty> : <Choose {...props} />}
        {comparison !== null && <Result comparison={comparison} />}
      </div>
    </>
  )
}
