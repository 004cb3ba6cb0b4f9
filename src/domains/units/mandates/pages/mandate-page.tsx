import type { CertificateRow } from '#capabilities/signatures/keeping/certificates.ts'
import type { Locale } from '#platform/words.ts'
import { Breadcrumb } from '#ui/breadcrumb.tsx'
import { LinkButton, SubmitButton } from '#ui/button.tsx'
import { Details } from '#ui/details.tsx'
import { Facts, type Fact } from '#ui/facts.tsx'
import { DayField } from '#ui/form/day-field.tsx'
import { fieldOf, PostedForm, type Returned } from '#ui/form/posted-form.tsx'
import { TextArea } from '#ui/form/text-area.tsx'
import { formatDay, formatMoment } from '#ui/format.ts'
import { History, type HistoryEntry } from '#ui/history.tsx'
import { Views, type ViewShown } from '#ui/views.tsx'
import { PageHead } from '#ui/page-head.tsx'
import { Sheet } from '#ui/sheet.tsx'
import { CertificateList } from '../../certificates/pages/certificate-list.tsx'
import { unitPaths } from '../../paths.ts'
import { words as unitWords } from '../../words.ts'
import { mandatePaths } from '../paths.ts'
import type { MandateRow } from '../queries.ts'
import { words, type MandateWords } from '../words.ts'
import { MandateStateMark, rightsOf } from './mandate-table.tsx'

export interface MandatePageProps {
  locale: Locale
  mandate: MandateRow
  unit: { id: string; full_name: string; short_name: string }
  history: readonly HistoryEntry[]
  views: readonly ViewShown[] | null
  certificates: readonly CertificateRow[]
  now: Date
  may: { decide: boolean; withdraw: boolean; end: boolean }
  /** The form that came back, and which of the page's forms it was. */
  returned: { of: 'refuse' | 'end'; form: Returned } | undefined
  today: string
}

const blank: Returned = { typed: {}, errors: [] }

function factsOf({ mandate, unit }: MandatePageProps, t: MandateWords): Fact[] {
  const facts: (Fact | false)[] = [
    { label: t.unit, value: <a href={unitPaths.unit(unit.id)}>{unit.full_name}</a> },
    { label: t.person, value: mandate.person },
    { label: t.post, value: mandate.post },
    { label: t.rights, value: rightsOf(mandate, t) },
    { label: t.term, value: `${formatDay(mandate.from_on)} – ${formatDay(mandate.to_on)}` },
    { label: t.documentName, value: mandate.document_name },
    { label: t.askedAt, value: formatMoment(mandate.asked_at) },
    mandate.decided_at !== null && { label: t.decidedAt, value: formatMoment(mandate.decided_at) },
    mandate.decision_reason !== null && { label: t.reason, value: mandate.decision_reason },
    mandate.ended_on !== null && { label: t.endedOn, value: formatDay(mandate.ended_on) },
    mandate.ended_reason !== null && { label: t.reason, value: mandate.ended_reason },
  ]
  return facts.filter((fact) => fact !== false)
}

const Decide = ({ mandate, returned, t }: MandatePageProps & { t: MandateWords }) => (
  <Sheet title={t.decide}>
    <div class="stack">
      <p>{t.decideNote}</p>
      <form method="post" action={mandatePaths.confirm(mandate.id)}>
        <SubmitButton icon="check">{t.confirm}</SubmitButton>
      </form>
      <Details summary={t.refuse} open={returned?.of === 'refuse'}>
        <p>{t.refuseNote}</p>
        <PostedForm
          action={mandatePaths.refuse(mandate.id)}
          form={returned?.of === 'refuse' ? returned.form : blank}
          submit={t.refuse}
          look="danger"
        >
          <TextArea
            {...fieldOf(returned?.form ?? blank, 'reason')}
            label={t.reason}
            example={t.reasonExample}
            rows={3}
            required
          />
        </PostedForm>
      </Details>
    </div>
  </Sheet>
)

const Withdraw = ({ mandate, t }: MandatePageProps & { t: MandateWords }) => (
  <Sheet title={t.withdrawTitle}>
    <form method="post" action={mandatePaths.withdraw(mandate.id)}>
      <SubmitButton look="plain">{t.withdraw}</SubmitButton>
    </form>
  </Sheet>
)

const End = ({ mandate, returned, today, t }: MandatePageProps & { t: MandateWords }) => (
  <Details summary={t.end} open={returned?.of === 'end'}>
    <p>{t.endWhat}</p>
    <p>{t.endUndo}</p>
    <PostedForm
      action={mandatePaths.end(mandate.id)}
      form={returned?.of === 'end' ? returned.form : blank}
      submit={t.end}
      look="danger"
    >
      <DayField {...fieldOf(returned?.form ?? blank, 'endedOn', today)} label={t.endedOn} required />
      <TextArea
        {...fieldOf(returned?.form ?? blank, 'reason')}
        label={t.reason}
        example={t.endReasonExample}
        rows={3}
        required
      />
    </PostedForm>
  </Details>
)

export const MandatePage = (props: MandatePageProps) => {
  const { mandate, unit, may } = props
  const t = words(props.locale)
  return (
    <div class="stack">
      <Breadcrumb
        crumbs={[
          { label: unitWords(props.locale).units, href: unitPaths.list },
          { label: unit.short_name, href: unitPaths.unit(unit.id) },
        ]}
      />
      <PageHead
        title={t.mandate(mandate.person, unit.short_name)}
        over={mandate.is_sample ? t.sample : undefined}
        state={<MandateStateMark state={mandate.state} t={t} />}
        actions={
          mandate.document_sha256 && (
            <LinkButton icon="download" href={mandatePaths.document(mandate.id)}>
              {t.openDocument}
            </LinkButton>
          )
        }
      />
      <Facts facts={factsOf(props, t)} />
      {props.certificates.length > 0 && (
        <Sheet title={t.certificates}>
          <CertificateList certificates={props.certificates} now={props.now} />
        </Sheet>
      )}
      {may.decide && <Decide {...props} t={t} />}
      {may.withdraw && <Withdraw {...props} t={t} />}
      {may.end && <End {...props} t={t} />}
      <Sheet title={t.history}>
        <History entries={props.history} />
        <Views views={props.views} />
      </Sheet>
    </div>
  )
}
