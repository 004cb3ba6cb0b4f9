import { Breadcrumb, type Crumb } from '#ui/breadcrumb.tsx'
import { Fieldset } from '#ui/form/fieldset.tsx'
import { fieldOf, PostedForm, tickOf, type Returned } from '#ui/form/posted-form.tsx'
import { Checkbox } from '#ui/form/checkbox.tsx'
import { RadioGroup } from '#ui/form/radio-group.tsx'
import { TextArea } from '#ui/form/text-area.tsx'
import { TextField } from '#ui/form/text-field.tsx'
import { useLocale } from '#ui/locale.tsx'
import { Notice } from '#ui/notice.tsx'
import { PageHead } from '#ui/page-head.tsx'
import { Sheet } from '#ui/sheet.tsx'
import { crossMethods, crossSpans } from '../assignment.ts'
import type { CrossPlanRow } from '../queries.ts'
import { words } from '../words.ts'

interface PlanPageProps {
  crumbs: readonly Crumb[]
  over: string
  plan: CrossPlanRow | undefined
  hasBegun: boolean
  /** Codes of assessors of the tables, with what they are called, and the units that hold each now. */
  fields: readonly { code: string; name: string; holders: readonly string[] }[]
  /** Units that may hold a field. */
  units: readonly { unit: string; name: string }[]
  form: Returned
  action: string
  back: string
}

export const fieldName = (code: string, unit: string) => `field.${code}.${unit}`

const Fields = ({ fields, units, form }: Pick<PlanPageProps, 'fields' | 'units' | 'form'>) => {
  const p = words(useLocale()).plan
  return (
    <>
      {fields.map(({ code, name, holders }) => (
        <Fieldset legend={p.fieldOf(`${code} · ${name}`)} help={p.fieldHelp}>
          {units.map(({ unit, name: label }) => (
            <Checkbox {...tickOf(form, fieldName(code, unit), holders.includes(unit))} label={label} />
          ))}
        </Fieldset>
      ))}
    </>
  )
}

const PlanForm = ({ plan, fields, units, form, action, back }: Omit<PlanPageProps, 'crumbs' | 'over' | 'hasBegun'>) => {
  const t = words(useLocale())
  const p = t.plan
  return (
    <PostedForm action={action} form={form} submit={p.do} cancel={{ label: t.back, href: back }}>
      <RadioGroup
        {...fieldOf(form, 'span', plan?.span ?? 'sheet')}
        label={p.span}
        required
        choices={crossSpans
          .filter((span) => span !== 'field' || fields.length > 0)
          .map((value) => ({ value, label: p.spans[value] }))}
      />
      <TextField
        {...fieldOf(form, 'perUnit', String(plan?.per_unit ?? 2))}
        label={p.perUnit}
        help={fields.length > 0 ? p.perUnitHelp : undefined}
        inputmode="numeric"
        narrow
        required
      />
      <RadioGroup
        {...fieldOf(form, 'method', plan?.method ?? 'median')}
        label={p.method}
        required
        choices={crossMethods.map((value) => ({ value, label: p.methods[value] }))}
      />
      <TextField
        {...fieldOf(form, 'minimumSample', String(plan?.minimum_sample ?? 5))}
        label={p.minimumSample}
        inputmode="numeric"
        narrow
        required
      />
      <Fields fields={fields} units={units} form={form} />
      <TextField {...fieldOf(form, 'seed')} label={p.seed} help={p.seedHelp} maxlength={60} narrow />
      {plan !== undefined && (
        <TextArea {...fieldOf(form, 'reason')} label={p.reason} help={p.reasonHelp} rows={2} maxlength={1000} />
      )}
    </PostedForm>
  )
}

/** How sheets are shared out among assessors. */
export const PlanPage = ({ plan, fields, units, form, ...props }: PlanPageProps) => {
  const p = words(useLocale()).plan
  return (
    <div class="stack">
      <Breadcrumb crumbs={props.crumbs} />
      <PageHead over={props.over} title={plan === undefined ? p.title : p.again} under={p.note} />
      {props.hasBegun ? (
        <Notice kind="info" title={p.locked} />
      ) : (
        <Sheet>
          <PlanForm plan={plan} fields={fields} units={units} form={form} {...props} />
        </Sheet>
      )}
    </div>
  )
}
