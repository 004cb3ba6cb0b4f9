import type { BlocYearRow, MemberRow } from '#domains/blocs/queries.ts'
import { CitedEvidence } from '#domains/evidence/pages/cited-evidence.tsx'
import type { CitedEvidence as Cited } from '#domains/evidence/queries.ts'
import { LinkButton, SubmitButton } from '#ui/button.tsx'
import { Details } from '#ui/details.tsx'
import { Facts } from '#ui/facts.tsx'
import { DayField } from '#ui/form/day-field.tsx'
import { fieldOf, PostedForm, type Returned } from '#ui/form/posted-form.tsx'
import { SelectField } from '#ui/form/select-field.tsx'
import { TextArea } from '#ui/form/text-area.tsx'
import { TextField } from '#ui/form/text-field.tsx'
import { formatDay } from '#ui/format.ts'
import { History, type HistoryEntry } from '#ui/history.tsx'
import { useLocale } from '#ui/locale.tsx'
import { Notice } from '#ui/notice.tsx'
import { Sheet } from '#ui/sheet.tsx'
import { Table } from '#ui/table.tsx'
import { memberOptions, YearFrame } from '../../pages/year-frame.tsx'
import { movementPaths } from '../../register/paths.ts'
import type { ExampleVerb } from '../example.ts'
import { examplePaths } from '../paths.ts'
import type { ExampleRow, replicationsOf } from '../queries.ts'
import { words } from '../words.ts'
import { ExampleStateWord } from './list-page.tsx'
import { Consent } from './story-page.tsx'

export interface ExamplePageProps {
  year: BlocYearRow
  at: readonly [string, string]
  example: ExampleRow
  replications: Awaited<ReturnType<typeof replicationsOf>>
  cited: readonly Cited[]
  /** Members of which the reader may say that they did likewise. */
  replicators: readonly MemberRow[]
  history: readonly HistoryEntry[]
  may: Record<ExampleVerb, boolean>
  forms: Partial<Record<'act' | 'refusal' | 'consent' | 'replication', Returned>>
}

const empty: Returned = { typed: {}, errors: [] }

const Card = ({ at, example }: ExamplePageProps) => {
  const t = words(useLocale())
  const movement = example.movement_id !== null && {
    label: t.movement,
    value: <a href={movementPaths.one(...at, example.movement_id)}>{example.movement_title}</a>,
  }
  const consent =
    example.consent_on === null ? t.consentMissing : t.consentGiven(formatDay(example.consent_on), example.consent_way)
  return (
    <Sheet>
      <Facts
        facts={[
          { label: t.kind, value: t.kinds[example.kind] },
          { label: t.unit, value: example.unit },
          ...(example.place === '' ? [] : [{ label: t.place, value: example.place }]),
          ...(movement === false ? [] : [movement]),
          ...(example.kind === 'person' ? [{ label: t.consent, value: consent }] : []),
        ]}
      />
      <p class="prose">{example.story}</p>
    </Sheet>
  )
}

const Judging = ({ at, example, forms, may }: ExamplePageProps) => {
  const t = words(useLocale())
  if (!may.judge) return null
  return (
    <Sheet title={t.confirm}>
      <p>{t.confirmNote}</p>
      <form method="post" action={examplePaths.confirmation(...at, example.id)}>
        <SubmitButton>{t.confirm}</SubmitButton>
      </form>
      <Details summary={t.refuse} open={forms.refusal !== undefined}>
        <PostedForm
          action={examplePaths.refusal(...at, example.id)}
          form={forms.refusal ?? empty}
          submit={t.refuse}
          look="danger"
        >
          <TextField {...fieldOf(forms.refusal ?? empty, 'reason')} label={t.reason} maxlength={500} required />
        </PostedForm>
      </Details>
    </Sheet>
  )
}

const Publishing = ({ at, example, may }: ExamplePageProps) => {
  const t = words(useLocale())
  if (!may.publish) return null
  return (
    <form method="post" action={examplePaths.publication(...at, example.id)}>
      {!example.is_public && <input type="hidden" name="isPublic" value="on" />}
      <SubmitButton look={example.is_public ? 'plain' : 'main'}>{example.is_public ? t.hide : t.publish}</SubmitButton>
    </form>
  )
}

const OfPerson = ({ at, example, forms, may }: ExamplePageProps) => {
  const t = words(useLocale())
  return (
    <Sheet title={t.consent}>
      {may.consent && example.consent_on === null && (
        <PostedForm
          action={examplePaths.consent(...at, example.id)}
          form={forms.consent ?? empty}
          submit={t.recordConsent}
        >
          <Consent form={forms.consent ?? empty} />
        </PostedForm>
      )}
      {may.withdraw && (
        <Details summary={t.withdrawConsent}>
          <p>{t.withdrawNote}</p>
          <form method="post" action={examplePaths.withdrawal(...at, example.id)}>
            <SubmitButton look="danger">{t.withdrawConsent}</SubmitButton>
          </form>
        </Details>
      )}
    </Sheet>
  )
}

const Replications = ({ at, example, replications, replicators, forms, may }: ExamplePageProps) => {
  const t = words(useLocale())
  const form = forms.replication ?? empty
  return (
    <Sheet title={t.replications}>
      {replications.length === 0 ? (
        <p class="mute">{t.replicationsNone}</p>
      ) : (
        <Table
          caption={t.replications}
          columns={[
            { key: 'who', label: t.who, heading: true, cell: (row) => row.who },
            { key: 'place', label: t.place, cell: (row) => row.place },
            { key: 'day', label: t.replicatedOn, cell: (row) => formatDay(row.replicated_on) },
            { key: 'result', label: t.result, cell: (row) => row.result },
          ]}
          rows={replications}
        />
      )}
      {may.replicate && (
        <Details summary={t.addReplication} open={forms.replication !== undefined}>
          <PostedForm action={examplePaths.replication(...at, example.id)} form={form} submit={t.doReplicate}>
            <SelectField
              {...fieldOf(form, 'unit')}
              label={t.whoUnit}
              none={t.whoUnitNone}
              options={memberOptions(replicators)}
            />
            <TextField
              {...fieldOf(form, 'who')}
              label={t.whoOther}
              help={t.whoOtherHelp}
              example={t.whoExample}
              maxlength={200}
            />
            <TextField {...fieldOf(form, 'place')} label={t.place} example={t.placeExample} maxlength={200} />
            <DayField {...fieldOf(form, 'replicatedOn')} label={t.replicatedOn} required />
            <TextArea {...fieldOf(form, 'result')} label={t.result} rows={3} maxlength={2000} required />
          </PostedForm>
        </Details>
      )}
    </Sheet>
  )
}

const Notices = ({ example, forms }: ExamplePageProps) => {
  const t = words(useLocale())
  return (
    <>
      {forms.act?.refused !== undefined && <Notice kind="error">{forms.act.refused}</Notice>}
      {example.refusal_reason !== null && <Notice kind="warning" title={t.refusedBecause(example.refusal_reason)} />}
      {example.consent_withdrawn_on !== null && (
        <Notice kind="info" title={t.withdrawnBody(formatDay(example.consent_withdrawn_on))} />
      )}
    </>
  )
}

const Story = (props: ExamplePageProps) => {
  const t = words(useLocale())
  const { at, example, may } = props
  return (
    <>
      <Card {...props} />
      <Judging {...props} />
      <Sheet title={t.photo}>
        <CitedEvidence
          bloc={at[0]}
          year={at[1]}
          subject={{ kind: 'example', id: example.id }}
          cited={props.cited}
          mayAdd={may.consent}
        />
      </Sheet>
      {example.kind === 'person' && (may.consent || may.withdraw) && <OfPerson {...props} />}
    </>
  )
}

/** One example: what was done, who confirmed it, who did likewise. */
export const ExamplePage = (props: ExamplePageProps) => {
  const t = words(useLocale())
  const { year, at, example, may } = props
  return (
    <YearFrame
      year={year}
      title={example.name === '' ? t.emptied : example.name}
      state={<ExampleStateWord example={example} />}
      crumbs={[{ label: t.title, href: examplePaths.list(...at) }]}
      actions={
        <>
          <Publishing {...props} />
          {may.correct && <LinkButton href={examplePaths.correct(...at, example.id)}>{t.correct}</LinkButton>}
        </>
      }
    >
      <Notices {...props} />
      {example.state !== 'withdrawn' && <Story {...props} />}
      <Replications {...props} />
      <Sheet title={t.history}>
        <History entries={props.history} />
      </Sheet>
    </YearFrame>
  )
}
