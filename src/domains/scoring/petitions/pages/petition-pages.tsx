import { CitedEvidence } from '#domains/evidence/pages/cited-evidence.tsx'
import type { CitedEvidence as Cited } from '#domains/evidence/queries.ts'
import { Breadcrumb, type Crumb } from '#ui/breadcrumb.tsx'
import { LinkButton, SubmitButton } from '#ui/button.tsx'
import { Empty } from '#ui/empty.tsx'
import { Facts } from '#ui/facts.tsx'
import { fieldOf, PostedForm, type Returned } from '#ui/form/posted-form.tsx'
import { SelectField } from '#ui/form/select-field.tsx'
import { TextArea } from '#ui/form/text-area.tsx'
import { TextField } from '#ui/form/text-field.tsx'
import { formatDay, formatMoment, formatNumber } from '#ui/format.ts'
import { useLocale } from '#ui/locale.tsx'
import { PageHead } from '#ui/page-head.tsx'
import { Sheet } from '#ui/sheet.tsx'
import { State, type StateKind } from '#ui/state.tsx'
import { Table } from '#ui/table.tsx'
import { petitionOutcomes, type Petition, type PetitionOutcome, type PetitionState } from '../petition.ts'
import { words } from '../words.ts'

const shapes = { filed: 'open', answered: 'done', withdrawn: 'none' } satisfies Record<PetitionState, StateKind>
const outcomeShapes = { accepted: 'done', partly: 'soon', refused: 'late' } satisfies Record<PetitionOutcome, StateKind>

/** How a petition stands: its conclusion once there is one. */
const Standing = ({ petition: { state, outcome } }: { petition: Petition }) => {
  const t = words(useLocale())
  return outcome === null ? (
    <State kind={shapes[state]}>{t.states[state]}</State>
  ) : (
    <State kind={outcomeShapes[outcome]}>{t.outcomes[outcome]}</State>
  )
}

interface Named {
  nameOf: (unit: string) => string
  crumbs: readonly Crumb[]
  over: string
}

interface ListProps extends Named {
  petitions: readonly Petition[]
  hrefOf: (petition: Petition) => string
  file: string | undefined
}

/** All petitions of a round, for every member. */
export const PetitionsPage = ({ petitions, hrefOf, nameOf, crumbs, over, file }: ListProps) => {
  const t = words(useLocale())
  return (
    <div class="stack">
      <Breadcrumb crumbs={crumbs} />
      <PageHead
        over={over}
        title={t.heading}
        actions={
          file !== undefined && (
            <LinkButton href={file} look="main" icon="plus">
              {t.file}
            </LinkButton>
          )
        }
      />
      <Sheet flush>
        <Table
          caption={t.heading}
          rows={petitions}
          empty={<Empty title={t.none}>{t.noneBody}</Empty>}
          columns={[
            { key: 'unit', label: t.unit, cell: (one) => <a href={hrefOf(one)}>{nameOf(one.unit_id)}</a> },
            { key: 'about', label: t.about, cell: (one) => nameOf(one.about_unit_id) },
            { key: 'code', label: t.code, cell: ({ code }) => (code === '' ? t.wholeSheet : code) },
            { key: 'filed', label: t.send, cell: (one) => t.filed(one.filed_by_name, formatMoment(one.filed_at)) },
            { key: 'state', label: t.state, cell: (one) => <Standing petition={one} /> },
          ]}
        />
      </Sheet>
    </div>
  )
}

interface FileProps extends Omit<Named, 'nameOf'> {
  form: Returned
  action: string
  back: string
  until: string
  units: readonly { value: string; label: string }[]
  sheets: readonly { value: string; label: string }[]
  codes: readonly { value: string; label: string }[]
}

/** Which points, what should stand instead, and why. */
export const FilePetitionPage = ({ form, action, back, until, units, sheets, codes, crumbs, over }: FileProps) => {
  const t = words(useLocale())
  return (
    <div class="stack">
      <Breadcrumb crumbs={crumbs} />
      <PageHead over={over} title={t.file} under={t.fileUnder(formatDay(until))} />
      <Sheet>
        <PostedForm action={action} form={form} submit={t.send} cancel={{ label: t.heading, href: back }}>
          <SelectField {...fieldOf(form, 'unit', units[0]?.value)} label={t.unit} options={units} required />
          <SelectField {...fieldOf(form, 'sheet', sheets[0]?.value)} label={t.about} options={sheets} required />
          <SelectField {...fieldOf(form, 'code', '')} label={t.code} options={codes} />
          <TextField {...fieldOf(form, 'wanted')} label={t.wanted} help={t.wantedHelp} maxlength={40} narrow />
          <TextArea {...fieldOf(form, 'text')} label={t.text} rows={6} maxlength={4000} required />
        </PostedForm>
      </Sheet>
    </div>
  )
}

export interface PetitionPageProps extends Named {
  petition: Petition
  /** The criterion as printed, and what counts for it now. */
  criterion: string
  pointsNow: string | null
  cited: readonly Cited[]
  place: { bloc: string; year: string }
  mayAdd: boolean
  mayAnswer: boolean
  mayWithdraw: boolean
  form: Returned
  hrefs: { answer: string; withdrawal: string }
}

function factsOf({ petition, nameOf, criterion, pointsNow }: PetitionPageProps, locale: 'vi' | 'en') {
  const t = words(locale)
  const figure = (text: string) => formatNumber(text as `${number}`, locale)
  const { wanted, points, answered_at } = petition
  return [
    { label: t.unit, value: nameOf(petition.unit_id) },
    { label: t.about, value: nameOf(petition.about_unit_id) },
    { label: t.code, value: criterion === '' ? t.wholeSheet : criterion },
    ...(pointsNow === null ? [] : [{ label: t.pointsNow, value: figure(pointsNow) }]),
    ...(wanted === null ? [] : [{ label: t.wanted, value: figure(wanted) }]),
    { label: t.text, value: petition.text },
    { label: t.send, value: t.filed(petition.filed_by_name, formatMoment(petition.filed_at)) },
    ...(answered_at === null
      ? []
      : [
          { label: t.answerText, value: petition.answer },
          ...(points === null ? [] : [{ label: t.points, value: figure(points) }]),
          { label: t.answeredBy, value: t.filed(petition.answered_by_name, formatMoment(answered_at)) },
        ]),
  ]
}

const AnswerForm = ({ form, hrefs }: PetitionPageProps) => {
  const t = words(useLocale())
  const options = petitionOutcomes.map((outcome) => ({ value: outcome, label: t.outcomes[outcome] }))
  return (
    <Sheet title={t.answer}>
      <PostedForm action={hrefs.answer} form={form} submit={t.answerDo}>
        <SelectField {...fieldOf(form, 'outcome')} label={t.outcome} options={options} required />
        <TextField {...fieldOf(form, 'points')} label={t.points} help={t.pointsHelp} maxlength={40} narrow />
        <TextArea {...fieldOf(form, 'answer')} label={t.answerText} rows={5} maxlength={4000} required />
      </PostedForm>
    </Sheet>
  )
}

/** A petition with its evidence, and its reasoned answer. */
export const PetitionPage = (props: PetitionPageProps) => {
  const locale = useLocale()
  const t = words(locale)
  const { petition } = props
  return (
    <div class="stack">
      <Breadcrumb crumbs={props.crumbs} />
      <PageHead over={props.over} title={t.heading} state={<Standing petition={petition} />} />
      <Sheet>
        <Facts facts={factsOf(props, locale)} />
      </Sheet>
      <Sheet title={t.evidence}>
        <CitedEvidence
          {...props.place}
          subject={{ kind: 'petition', id: petition.id }}
          cited={props.cited}
          mayAdd={props.mayAdd}
        />
      </Sheet>
      {props.mayAnswer && <AnswerForm {...props} />}
      {petition.state === 'filed' && !props.mayAnswer && <p class="mute">{t.apart}</p>}
      {props.mayWithdraw && (
        <form method="post" action={props.hrefs.withdrawal}>
          <SubmitButton look="quiet">{t.withdraw}</SubmitButton>
        </form>
      )}
    </div>
  )
}
