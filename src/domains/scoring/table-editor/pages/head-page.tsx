import { Breadcrumb } from '#ui/breadcrumb.tsx'
import { Checkbox } from '#ui/form/checkbox.tsx'
import { DayField } from '#ui/form/day-field.tsx'
import { Fieldset } from '#ui/form/fieldset.tsx'
import { fieldOf, PostedForm, tickOf, type Returned } from '#ui/form/posted-form.tsx'
import { RadioGroup } from '#ui/form/radio-group.tsx'
import { SelectField } from '#ui/form/select-field.tsx'
import { TextArea } from '#ui/form/text-area.tsx'
import { TextField } from '#ui/form/text-field.tsx'
import { useLocale } from '#ui/locale.tsx'
import { PageHead } from '#ui/page-head.tsx'
import { Sheet } from '#ui/sheet.tsx'
import { factTypes } from '../../table/score-table.ts'
import { tablePaths, type VersionAt } from '../../tables/paths.ts'
import { words as tableWords } from '../../tables/words.ts'
import { factRows } from '../head-draft.ts'
import type { Typed } from '../rule-draft.ts'
import { words } from '../words.ts'
import { ConflictNotice } from './conflict-notice.tsx'

interface HeadPageProps {
  at: VersionAt
  edition: number
  title: string
  given: Typed
  form: Returned
  conflict?: string | undefined
}

const Names = ({ given, form }: HeadPageProps) => {
  const t = words(useLocale()).head
  return (
    <>
      <TextArea {...fieldOf(form, 'title', given['title'])} label={t.name} rows={2} maxlength={300} required />
      <TextField {...fieldOf(form, 'code', given['code'])} label={t.code} maxlength={60} narrow required />
      <TextField
        {...fieldOf(form, 'version', given['version'])}
        label={t.versionLabel}
        maxlength={60}
        narrow
        required
      />
      <DayField {...fieldOf(form, 'validFrom', given['validFrom'])} label={t.validFrom} />
      <DayField {...fieldOf(form, 'validTo', given['validTo'])} label={t.validTo} />
      <TextArea {...fieldOf(form, 'source', given['source'])} label={t.source} rows={2} maxlength={4000} />
    </>
  )
}

const decimals = ['0', '1', '2', '3', '4'].map((value) => ({ value, label: value }))

const Counting = ({ given, form }: HeadPageProps) => {
  const t = words(useLocale()).head
  return (
    <>
      <TextField {...fieldOf(form, 'baseTotal', given['baseTotal'])} label={t.baseTotal} inputmode="decimal" narrow />
      <RadioGroup
        {...fieldOf(form, 'allowExceed', given['allowExceed'] || 'bonus')}
        label={t.allowExceed}
        required
        choices={(['bonus', 'no', 'yes'] as const).map((value) => ({ value, label: t.exceeds[value] }))}
      />
      <SelectField {...fieldOf(form, 'leaf', given['leaf'])} label={t.leaf} options={decimals} narrow required />
      <SelectField
        {...fieldOf(form, 'total', given['total'])}
        label={t.totalPlaces}
        options={decimals}
        narrow
        required
      />
      <RadioGroup
        {...fieldOf(form, 'rankBy', given['rankBy'])}
        label={t.rankBy}
        required
        choices={(['total', 'percent'] as const).map((value) => ({ value, label: t.ranks[value] }))}
      />
      <TextArea
        {...fieldOf(form, 'assessors', given['assessors'])}
        label={t.assessors}
        help={t.assessorsHelp}
        rows={4}
      />
    </>
  )
}

const Days = ({ given, form }: HeadPageProps) => {
  const t = words(useLocale()).head
  return (
    <Fieldset legend={t.days} help={t.daysHelp}>
      <Checkbox {...tickOf(form, 'fillDays')} label={t.fillDays} />
      <TextArea {...fieldOf(form, 'holidays', given['holidays'])} label={t.holidays} rows={4} />
      <TextArea {...fieldOf(form, 'workdays', given['workdays'])} label={t.workdays} rows={2} />
    </Fieldset>
  )
}

const FactRow = ({ given, form, row }: HeadPageProps & { row: number }) => {
  const t = words(useLocale()).head
  const name = (field: string) => `fact.${row}.${field}`
  const of = (field: string) => fieldOf(form, name(field), given[name(field)])
  return (
    <fieldset class="rule-row">
      <legend>{given[name('key')] || row + 1}</legend>
      <TextField {...of('key')} label={t.factKey} maxlength={120} />
      <TextField {...of('label')} label={t.factLabel} maxlength={400} />
      <SelectField
        {...of('type')}
        label={t.factType}
        none={t.factTypes.number}
        options={factTypes.map((value) => ({ value, label: t.factTypes[value] }))}
      />
      <TextField {...of('measure')} label={t.factMeasure} maxlength={60} />
      <TextField {...of('from')} label={t.factFrom} maxlength={120} />
      <input type="hidden" name={name('was')} value={form.typed[name('was')] ?? given[name('was')] ?? ''} />
    </fieldset>
  )
}

/** What a table says besides its tree. */
export const HeadPage = (props: HeadPageProps) => {
  const locale = useLocale()
  const t = words(locale).head
  const { at, form } = props
  return (
    <div class="stack">
      <Breadcrumb crumbs={[{ label: props.title, href: tablePaths.version(...at) }]} />
      <PageHead title={t.title} under={props.title} />
      <ConflictNotice who={props.conflict} />
      <Sheet>
        <PostedForm
          action={tablePaths.head(...at)}
          form={form}
          submit={t.save}
          cancel={{ label: tableWords(locale).cancel, href: tablePaths.version(...at) }}
        >
          <input type="hidden" name="edition" value={String(props.edition)} />
          <Names {...props} />
          <Counting {...props} />
          <Days {...props} />
          <Fieldset legend={t.facts} help={t.factsHelp}>
            {Array.from({ length: factRows(props.given) }, (_none, row) => (
              <FactRow {...props} row={row} />
            ))}
          </Fieldset>
        </PostedForm>
      </Sheet>
    </div>
  )
}

interface TextPageProps {
  at: VersionAt
  edition: number
  title: string
  text: string
  form: Returned
  conflict?: string | undefined
}

/** The whole draft as JSON, for many changes at once. */
export const TextPage = ({ at, edition, title, text, form, conflict }: TextPageProps) => {
  const locale = useLocale()
  const t = words(locale).textPage
  return (
    <div class="stack">
      <Breadcrumb crumbs={[{ label: title, href: tablePaths.version(...at) }]} />
      <PageHead title={t.title} under={t.intro} />
      <ConflictNotice who={conflict} />
      <Sheet>
        <PostedForm
          action={tablePaths.text(...at)}
          form={form}
          submit={t.save}
          cancel={{ label: tableWords(locale).cancel, href: tablePaths.version(...at) }}
        >
          <input type="hidden" name="edition" value={String(edition)} />
          <TextArea {...fieldOf(form, 'text', text)} label={t.field} rows={28} required />
        </PostedForm>
      </Sheet>
    </div>
  )
}
