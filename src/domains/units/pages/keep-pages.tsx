import type { Child } from 'hono/jsx'
import type { Locale } from '#platform/words.ts'
import { Breadcrumb } from '#ui/breadcrumb.tsx'
import { Checkbox } from '#ui/form/checkbox.tsx'
import { DayField } from '#ui/form/day-field.tsx'
import { fieldOf, PostedForm, tickOf, type Returned } from '#ui/form/posted-form.tsx'
import { RadioGroup } from '#ui/form/radio-group.tsx'
import { TextField } from '#ui/form/text-field.tsx'
import { PageHead } from '#ui/page-head.tsx'
import { unitPaths } from '../paths.ts'
import { words, type UnitWords } from '../words.ts'
import { levelName, type Level } from './list-page.tsx'

interface Shared {
  locale: Locale
  form: Returned
}

interface Named {
  id: string
  full_name: string
  short_name: string
}

interface SheetProps {
  t: UnitWords
  title: string
  under?: string
  unit?: Named
  children: Child
}

/** The frame of every page that changes a unit. */
export const KeepSheet = ({ t, title, under, unit, children }: SheetProps) => {
  const list = { label: t.units, href: unitPaths.list }
  const crumbs = unit ? [list, { label: unit.short_name, href: unitPaths.unit(unit.id) }] : [list]
  return (
    <div class="stack">
      <Breadcrumb crumbs={crumbs} />
      <PageHead title={title} under={under} />
      {children}
    </div>
  )
}

const Names = ({ t, form, unit }: { t: UnitWords; form: Returned; unit?: Named }) => (
  <>
    <TextField
      {...fieldOf(form, 'fullName', unit?.full_name)}
      label={t.fullName}
      example={t.nameExample}
      maxlength={200}
      required
    />
    <TextField
      {...fieldOf(form, 'shortName', unit?.short_name)}
      label={t.shortName}
      help={t.shortNameHelp}
      example={t.shortNameExample}
      maxlength={80}
      required
    />
  </>
)

const Basis = ({ t, form, required = true }: { t: UnitWords; form: Returned; required?: boolean }) => (
  <TextField
    {...fieldOf(form, 'document')}
    label={t.document}
    help={t.documentHelp}
    example={t.documentExample}
    maxlength={200}
    required={required}
  />
)

export const AddPage = ({ locale, form, levels }: Shared & { levels: readonly Level[] }) => {
  const t = words(locale)
  return (
    <KeepSheet t={t} title={t.addTitle}>
      <PostedForm action={unitPaths.add} form={form} submit={t.save} cancel={{ label: t.cancel, href: unitPaths.list }}>
        <Names t={t} form={form} />
        <RadioGroup
          {...fieldOf(form, 'level')}
          label={t.level}
          choices={levels.map((level) => ({ value: level.code, label: levelName(level, locale) }))}
          required
        />
        <TextField {...fieldOf(form, 'code')} label={t.stateCode} help={t.stateCodeHelp} maxlength={40} />
        <DayField {...fieldOf(form, 'fromOn')} label={t.since} required />
        <Basis t={t} form={form} required={false} />
        {form.refused && <Checkbox {...tickOf(form, 'anotherUnit')} label={t.anotherUnit} />}
      </PostedForm>
    </KeepSheet>
  )
}

/** Replaces a code that was typed wrongly, or gives one to a unit without. */
export const CodePage = ({ locale, form, unit }: Shared & { unit: Named & { code: string | null } }) => {
  const t = words(locale)
  return (
    <KeepSheet t={t} title={t.correctCode} under={unit.full_name} unit={unit}>
      <PostedForm
        action={unitPaths.code(unit.id)}
        form={form}
        submit={t.save}
        cancel={{ label: t.cancel, href: unitPaths.unit(unit.id) }}
      >
        <TextField
          {...fieldOf(form, 'code', unit.code ?? '')}
          label={t.stateCode}
          help={t.stateCodeHelp}
          maxlength={40}
          narrow
        />
      </PostedForm>
    </KeepSheet>
  )
}
