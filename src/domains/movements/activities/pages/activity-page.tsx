import type { Child } from 'hono/jsx'
import type { BlocYearRow } from '#domains/blocs/queries.ts'
import { CitedEvidence } from '#domains/evidence/pages/cited-evidence.tsx'
import type { CitedEvidence as Cited } from '#domains/evidence/queries.ts'
import { LinkButton, SubmitButton } from '#ui/button.tsx'
import { Details } from '#ui/details.tsx'
import { Facts } from '#ui/facts.tsx'
import { DayField } from '#ui/form/day-field.tsx'
import { fieldOf, PostedForm, type Returned } from '#ui/form/posted-form.tsx'
import { TextField } from '#ui/form/text-field.tsx'
import { formatDay, formatNumber } from '#ui/format.ts'
import { History, type HistoryEntry } from '#ui/history.tsx'
import { useLocale } from '#ui/locale.tsx'
import { Notice } from '#ui/notice.tsx'
import { Sheet } from '#ui/sheet.tsx'
import { YearFrame } from '../../pages/year-frame.tsx'
import { movementPaths } from '../../register/paths.ts'
import type { ActivityVerb } from '../activity.ts'
import { activityPaths } from '../paths.ts'
import type { ActivityReportRow, ActivityRow } from '../queries.ts'
import { words } from '../words.ts'
import { ActivityStateWord, daysOf } from './list-page.tsx'

export interface ActivityPageProps {
  year: BlocYearRow
  at: readonly [string, string]
  activity: ActivityRow
  cited: readonly Cited[]
  mayCite: boolean
  history: readonly HistoryEntry[]
  may: Record<ActivityVerb, boolean>
  forms: Partial<Record<'act' | 'held' | 'cancellation', Returned>>
}

const empty: Returned = { typed: {}, errors: [] }

const Plan = ({ at, activity }: ActivityPageProps) => {
  const t = words(useLocale())
  const facts: [string, Child][] = [
    [t.days, daysOf(activity)],
    [t.place, activity.place],
    [t.chargeUnit, activity.charge_unit],
    [t.chargePerson, activity.charge_person],
    [t.units, activity.units.map(({ name }) => name).join(', ')],
    [t.greatDay, activity.great_day ?? ''],
    [
      t.movement,
      activity.movement_id === null ? (
        ''
      ) : (
        <a href={movementPaths.one(...at, activity.movement_id)}>{activity.movement_title}</a>
      ),
    ],
    [t.plan, activity.plan],
  ]
  return (
    <Sheet>
      <Facts facts={facts.filter(([, value]) => value !== '').map(([label, value]) => ({ label, value }))} />
    </Sheet>
  )
}

const Report = ({ report }: { report: ActivityReportRow }) => {
  const locale = useLocale()
  const t = words(locale)
  const people = report.participants === null ? t.notSaid : formatNumber(report.participants, locale)
  const money = report.money === null ? t.notSaid : t.moneyOf(formatNumber(report.money, locale))
  return (
    <Sheet title={t.report}>
      <Facts
        facts={[
          { label: t.heldOn, value: formatDay(report.held_on) },
          { label: t.participants, value: people },
          { label: t.money, value: money },
          { label: t.result, value: report.result },
          { label: t.reportedBy, value: report.reported_name },
          ...(report.reason === '' ? [] : [{ label: t.replaceReason, value: report.reason }]),
        ]}
      />
    </Sheet>
  )
}

const Actions = ({ at, activity, may }: ActivityPageProps) => {
  const t = words(useLocale())
  return (
    <>
      {may.report && (
        <LinkButton href={activityPaths.report(...at, activity.id)} look={activity.report === null ? 'main' : 'plain'}>
          {activity.report === null ? t.report : t.reportAgain}
        </LinkButton>
      )}
      {may.correct && <LinkButton href={activityPaths.correct(...at, activity.id)}>{t.correct}</LinkButton>}
      {may.mark && (
        <form method="post" action={activityPaths.news(...at, activity.id)}>
          {!activity.is_news && <input type="hidden" name="isNews" value="on" />}
          <SubmitButton look="plain">{activity.is_news ? t.noNews : t.news}</SubmitButton>
        </form>
      )}
    </>
  )
}

const WhilePlanned = ({ at, activity, forms, may }: ActivityPageProps) => {
  const t = words(useLocale())
  const held = forms.held ?? empty
  const cancellation = forms.cancellation ?? empty
  return (
    <Sheet>
      {may.hold && (
        <Details summary={t.hold} open={forms.held !== undefined}>
          <PostedForm action={activityPaths.held(...at, activity.id)} form={held} submit={t.hold}>
            <DayField {...fieldOf(held, 'heldOn', activity.starts_on)} label={t.heldOn} required />
          </PostedForm>
        </Details>
      )}
      {may.cancel && (
        <Details summary={t.cancelActivity} open={forms.cancellation !== undefined}>
          <p>{t.cancelNote}</p>
          <PostedForm
            action={activityPaths.cancellation(...at, activity.id)}
            form={cancellation}
            submit={t.cancelActivity}
            look="danger"
          >
            <TextField {...fieldOf(cancellation, 'reason')} label={t.reason} maxlength={500} required />
          </PostedForm>
        </Details>
      )}
    </Sheet>
  )
}

/** One joint activity: what was planned, what came of it. */
export const ActivityPage = (props: ActivityPageProps) => {
  const t = words(useLocale())
  const { year, at, activity, cited, mayCite, may, forms } = props
  return (
    <YearFrame
      year={year}
      title={activity.title}
      state={<ActivityStateWord activity={activity} />}
      crumbs={[{ label: t.title, href: activityPaths.list(...at) }]}
      actions={<Actions {...props} />}
    >
      {forms.act?.refused !== undefined && <Notice kind="error">{forms.act.refused}</Notice>}
      {activity.cancel_reason !== null && <Notice kind="warning" title={t.cancelledBecause(activity.cancel_reason)} />}
      <Plan {...props} />
      {activity.report !== null && <Report report={activity.report} />}
      {(may.hold || may.cancel) && <WhilePlanned {...props} />}
      <Sheet title={t.evidence}>
        <CitedEvidence
          bloc={at[0]}
          year={at[1]}
          subject={{ kind: 'activity', id: activity.id }}
          cited={cited}
          mayAdd={mayCite}
        />
      </Sheet>
      <Sheet title={t.history}>
        <History entries={props.history} />
      </Sheet>
    </YearFrame>
  )
}
