import type { BlocYearRow } from '#domains/blocs/queries.ts'
import { DayField } from '#ui/form/day-field.tsx'
import { fieldOf, PostedForm, type Returned } from '#ui/form/posted-form.tsx'
import { SelectField, type Option } from '#ui/form/select-field.tsx'
import { TextField } from '#ui/form/text-field.tsx'
import { useLocale } from '#ui/locale.tsx'
import { Notice } from '#ui/notice.tsx'
import { conferencePatterns } from '../conference.ts'
import { conferencePaths } from '../paths.ts'
import type { ConferenceRow, PersonOfBloc } from '../queries.ts'
import { words } from '../words.ts'
import { YearFrame } from './conference-frame.tsx'

interface FormPageProps {
  year: BlocYearRow
  /** Absent when one is planned. */
  conference: ConferenceRow | undefined
  people: readonly (PersonOfBloc & { of: string })[]
  otherYears: readonly BlocYearRow[]
  form: Returned
}

const When = ({ form, conference, otherYears }: FormPageProps) => {
  const t = words(useLocale())
  return (
    <>
      <DayField {...fieldOf(form, 'heldOn', conference?.held_on)} label={t.heldOn} required />
      <TextField
        {...fieldOf(form, 'startsAt', conference?.starts_at.slice(0, 5))}
        label={t.startsAt}
        help={t.timeHelp}
        example={t.timeExample}
        narrow
        required
      />
      <TextField {...fieldOf(form, 'endsAt', conference?.ends_at?.slice(0, 5))} label={t.endsAt} narrow />
      <TextField
        {...fieldOf(form, 'place', conference?.place)}
        label={t.place}
        example={t.placeExample}
        maxlength={300}
      />
      {otherYears.length > 0 && (
        <SelectField
          {...fieldOf(form, 'otherYear', conference?.other_year_id ?? undefined)}
          label={t.otherYear}
          help={t.otherYearHelp}
          none={t.otherYearNone}
          options={otherYears.map((year) => ({ value: year.id, label: year.label }))}
        />
      )}
    </>
  )
}

const People = ({ form, conference, people }: FormPageProps) => {
  const t = words(useLocale())
  const options: Option[] = people.map(({ account, name, of }) => ({ value: account, label: name, group: of }))
  return (
    <>
      <SelectField
        {...fieldOf(form, 'chair', conference?.chair_account_id ?? undefined)}
        label={t.chair}
        none={t.notChosen}
        options={options}
      />
      <TextField {...fieldOf(form, 'chairPost', conference?.chair_post)} label={t.chairPost} maxlength={200} />
      <SelectField
        {...fieldOf(form, 'secretary', conference?.secretary_account_id ?? undefined)}
        label={t.secretary}
        none={t.notChosen}
        options={options}
      />
      <TextField
        {...fieldOf(form, 'secretaryPost', conference?.secretary_post)}
        label={t.secretaryPost}
        maxlength={200}
      />
    </>
  )
}

const Quorum = ({ form, conference }: FormPageProps) => {
  const t = words(useLocale())
  return (
    <>
      <TextField
        {...fieldOf(form, 'quorumShare', conference?.quorum_share)}
        label={t.quorumShare}
        help={t.quorumShareHelp}
        narrow
      />
      <TextField
        {...fieldOf(form, 'quorumSource', conference?.quorum_source)}
        label={t.quorumSource}
        example={t.quorumSourceExample}
        maxlength={300}
      />
    </>
  )
}

/** A conference, new or to be changed. */
export const ConferenceFormPage = (props: FormPageProps) => {
  const t = words(useLocale())
  const { year, conference, form } = props
  const at = [year.bloc.slug, year.slug] as const
  const isNew = conference === undefined
  const patterns = conferencePatterns.map((value) => ({ value, label: t.patterns[value] }))
  return (
    <YearFrame
      year={year}
      title={isNew ? t.plan : t.change}
      under={isNew ? t.planNote : undefined}
      crumbs={[{ label: t.title, href: conferencePaths.list(...at) }]}
    >
      {conference?.state === 'invited' && <Notice kind="info" title={t.changeNote} />}
      <PostedForm
        action={isNew ? conferencePaths.plan(...at) : conferencePaths.change(...at, conference.id)}
        form={form}
        submit={t.save}
        cancel={{
          label: t.cancel,
          href: isNew ? conferencePaths.list(...at) : conferencePaths.one(...at, conference.id),
        }}
      >
        {isNew ? (
          <SelectField {...fieldOf(form, 'pattern', 'signing')} label={t.pattern} options={patterns} required />
        ) : (
          <input type="hidden" name="version" value={String(conference.version)} />
        )}
        <TextField
          {...fieldOf(form, 'title', conference?.title)}
          label={t.name}
          example={t.nameExample}
          maxlength={300}
          required
        />
        <When {...props} />
        <People {...props} />
        <Quorum {...props} />
      </PostedForm>
    </YearFrame>
  )
}
