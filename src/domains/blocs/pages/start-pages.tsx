import type { Child } from 'hono/jsx'
import type { Locale } from '#platform/words.ts'
import { Breadcrumb, type Crumb } from '#ui/breadcrumb.tsx'
import { Checkbox } from '#ui/form/checkbox.tsx'
import { DayField } from '#ui/form/day-field.tsx'
import { fieldOf, PostedForm, tickOf, type Returned } from '#ui/form/posted-form.tsx'
import { RadioGroup } from '#ui/form/radio-group.tsx'
import { TextField } from '#ui/form/text-field.tsx'
import { PageHead } from '#ui/page-head.tsx'
import { blocKinds, type Bloc } from '../bloc.ts'
import { nextInTurn, stopStates, usualDays, yearKinds, type Stop } from '../bloc-year.ts'
import { blocPaths } from '../paths.ts'
import type { BlocYearRow, MemberRow } from '../queries.ts'
import { words } from '../words.ts'

interface FormSheetProps {
  crumbs: readonly Crumb[]
  title: string
  over?: string
  under?: string
  children: Child
}

/** The frame of every page that changes a bloc or a year. */
export const FormSheet = ({ crumbs, title, over, under, children }: FormSheetProps) => (
  <div class="stack">
    <Breadcrumb crumbs={crumbs} />
    <PageHead title={title} over={over} under={under} />
    {children}
  </div>
)

/** The way up from a page of a year. */
export const yearCrumbs = (year: BlocYearRow, locale: Locale): Crumb[] => {
  const t = words(locale)
  return [
    { label: t.blocs, href: blocPaths.list },
    { label: year.bloc.short_name, href: blocPaths.bloc(year.bloc.slug) },
    { label: t.year(year.label), href: blocPaths.year(year.bloc.slug, year.slug) },
  ]
}

interface Shared {
  locale: Locale
  form: Returned
}

export const FoundPage = ({
  locale,
  form,
  levels,
}: Shared & { levels: readonly { code: string; label: string }[] }) => {
  const t = words(locale)
  return (
    <FormSheet crumbs={[{ label: t.blocs, href: blocPaths.list }]} title={t.foundTitle}>
      <PostedForm
        action={blocPaths.found}
        form={form}
        submit={t.foundBloc}
        cancel={{ label: t.cancel, href: blocPaths.list }}
      >
        <TextField {...fieldOf(form, 'name')} label={t.name} example={t.nameExample} maxlength={200} required />
        <TextField
          {...fieldOf(form, 'shortName')}
          label={t.shortName}
          example={t.shortNameExample}
          maxlength={80}
          required
        />
        <TextField {...fieldOf(form, 'code')} label={t.code} example={t.codeExample} maxlength={40} narrow required />
        <RadioGroup
          {...fieldOf(form, 'kind', 'khoi')}
          label={t.kind}
          choices={blocKinds.map((kind) => ({ value: kind, label: t.kinds[kind] }))}
          required
        />
        <RadioGroup
          {...fieldOf(form, 'level')}
          label={t.level}
          choices={levels.map((level) => ({ value: level.code, label: level.label }))}
          required
        />
        <TextField
          {...fieldOf(form, 'foundingNumber')}
          label={t.foundingNumber}
          example={t.foundingNumberExample}
          maxlength={80}
          required
        />
        <DayField {...fieldOf(form, 'foundingOn')} label={t.foundingOn} required />
        <TextField
          {...fieldOf(form, 'foundingIssuer')}
          label={t.foundingIssuer}
          example={t.foundingIssuerExample}
          maxlength={200}
          required
        />
      </PostedForm>
    </FormSheet>
  )
}

interface StartPageProps extends Shared {
  bloc: Bloc
  last: BlocYearRow | undefined
  members: readonly MemberRow[]
  today: string
}

export const StartPage = ({ locale, form, bloc, last, members, today }: StartPageProps) => {
  const t = words(locale)
  const kind = last?.kind ?? 'calendar'
  const days = usualDays(kind, Number((last?.starts_on ?? today).slice(0, 4)) + (last ? 1 : 0))
  const choices = members.map((member) => ({
    value: member.unit,
    label: member.full_name,
    ...(member.office === null ? {} : { help: `${t.offices[member.office]}, ${last?.label ?? ''}` }),
  }))
  return (
    <FormSheet
      crumbs={[
        { label: t.blocs, href: blocPaths.list },
        { label: bloc.short_name, href: blocPaths.bloc(bloc.slug) },
      ]}
      title={t.startTitle(bloc.short_name)}
      {...(last ? { under: t.startNote(last.label) } : {})}
    >
      <PostedForm
        action={blocPaths.start(bloc.slug)}
        form={form}
        submit={t.start}
        cancel={{ label: t.cancel, href: blocPaths.bloc(bloc.slug) }}
      >
        <RadioGroup
          {...fieldOf(form, 'kind', kind)}
          label={t.yearKind}
          choices={yearKinds.map((each) => ({ value: each, label: t.yearKinds[each] }))}
          required
        />
        <DayField {...fieldOf(form, 'startsOn', days.startsOn)} label={t.startsOn} required />
        <DayField {...fieldOf(form, 'endsOn', days.endsOn)} label={t.endsOn} required />
        {choices.length > 0 && (
          <RadioGroup
            {...fieldOf(form, 'head', nextInTurn(members)?.unit ?? '')}
            label={t.head}
            help={t.headHelp}
            choices={[...choices, { value: '', label: t.headLater }]}
          />
        )}
        {last && <Checkbox {...tickOf(form, 'moveDates')} label={t.moveDates} />}
      </PostedForm>
    </FormSheet>
  )
}

export const StopPage = ({ locale, form, year, stop }: Shared & { year: BlocYearRow; stop: Stop }) => {
  const t = words(locale)
  return (
    <FormSheet crumbs={yearCrumbs(year, locale)} title={t.stopTitle(t.stops[stop.stop])} over={year.bloc.short_name}>
      <PostedForm
        action={blocPaths.stop(year.bloc.slug, year.slug, stop.stop)}
        form={form}
        submit={t.save}
        cancel={{ label: t.cancel, href: blocPaths.year(year.bloc.slug, year.slug) }}
      >
        <RadioGroup
          {...fieldOf(form, 'state', stop.state)}
          label={t.stopState}
          choices={stopStates.map((state) => ({ value: state, label: t.stopStates[state] }))}
          required
        />
        <DayField {...fieldOf(form, 'dueOn', stop.due_on ?? undefined)} label={t.dueField} />
        <DayField {...fieldOf(form, 'doneOn', stop.done_on ?? undefined)} label={t.doneField} />
        <TextField {...fieldOf(form, 'note', stop.note)} label={t.note} help={t.noteHelp} maxlength={200} />
      </PostedForm>
    </FormSheet>
  )
}
