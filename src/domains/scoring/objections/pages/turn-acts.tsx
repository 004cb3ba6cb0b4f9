import { Breadcrumb, type Crumb } from '#ui/breadcrumb.tsx'
import { Facts } from '#ui/facts.tsx'
import { fieldOf, PostedForm, type Returned } from '#ui/form/posted-form.tsx'
import { RadioGroup } from '#ui/form/radio-group.tsx'
import { SelectField } from '#ui/form/select-field.tsx'
import { TextArea } from '#ui/form/text-area.tsx'
import { formatMoment } from '#ui/format.ts'
import { useLocale } from '#ui/locale.tsx'
import { Notice } from '#ui/notice.tsx'
import { PageHead } from '#ui/page-head.tsx'
import { Sheet } from '#ui/sheet.tsx'
import type { AssignmentRow, ObjectionRow } from '../../cross/queries.ts'
import { words } from '../../cross/words.ts'

interface ActProps {
  crumbs: readonly Crumb[]
  over: string
  unit: string
  assessor: string
  form: Returned
  action: string
  back: string
}

/** A member says why an assessor should not assess this unit. */
export const ObjectPage = ({ form, ...props }: ActProps) => {
  const t = words(useLocale())
  return (
    <div class="stack">
      <Breadcrumb crumbs={props.crumbs} />
      <PageHead over={props.over} title={t.objecting.title(props.assessor, props.unit)} under={t.objecting.note} />
      <Sheet>
        <PostedForm
          action={props.action}
          form={form}
          submit={t.objecting.do}
          cancel={{ label: t.back, href: props.back }}
        >
          <TextArea {...fieldOf(form, 'reason')} label={t.objecting.reason} rows={4} maxlength={1000} required />
        </PostedForm>
      </Sheet>
    </div>
  )
}

interface ChangeProps extends ActProps {
  turn: AssignmentRow
  units: readonly { value: string; label: string }[]
}

/** Who leads gives a turn to another unit. */
export const ChangePage = ({ form, turn, units, ...props }: ChangeProps) => {
  const t = words(useLocale())
  return (
    <div class="stack">
      <Breadcrumb crumbs={props.crumbs} />
      <PageHead over={props.over} title={t.changing.title(props.unit)} under={t.changing.note(props.assessor)} />
      <Sheet>
        <PostedForm
          action={props.action}
          form={form}
          submit={t.changing.do}
          cancel={{ label: t.back, href: props.back }}
        >
          <input type="hidden" name="edition" value={String(turn.edition)} />
          <SelectField
            {...fieldOf(form, 'assessor')}
            label={t.changing.assessor}
            none={t.changing.choose}
            options={units}
            required
          />
          <TextArea {...fieldOf(form, 'reason')} label={t.changing.reason} rows={3} maxlength={1000} required />
        </PostedForm>
      </Sheet>
    </div>
  )
}

interface ObjectionProps extends ActProps {
  objection: ObjectionRow
  mayDecide: boolean
}

/** An objection with its decision, or where it is decided. */
export const ObjectionPage = ({ objection, mayDecide, form, ...props }: ObjectionProps) => {
  const t = words(useLocale())
  const o = t.objecting
  const decided =
    objection.decided_at === null
      ? []
      : [
          { label: o.decision, value: o.states[objection.state] },
          { label: o.decisionReason, value: objection.decision_reason ?? '' },
          { label: o.raisedBy, value: `${objection.decided_name}, ${formatMoment(objection.decided_at)}` },
        ]
  return (
    <div class="stack">
      <Breadcrumb crumbs={props.crumbs} />
      <PageHead over={props.over} title={o.title(props.assessor, props.unit)} />
      {form.refused !== undefined && !mayDecide && <Notice kind="error" title={form.refused} />}
      <Sheet>
        <Facts
          facts={[
            { label: o.reason, value: objection.reason },
            { label: o.raisedBy, value: `${objection.raised_name}, ${formatMoment(objection.raised_at)}` },
            ...decided,
          ]}
        />
      </Sheet>
      {objection.state === 'asked' && !mayDecide && <p class="mute">{o.waits}</p>}
      {mayDecide && (
        <Sheet title={o.decide}>
          <PostedForm action={props.action} form={form} submit={o.decide}>
            <RadioGroup
              {...fieldOf(form, 'outcome')}
              label={o.outcome}
              required
              choices={[
                { value: 'upheld', label: o.upheld },
                { value: 'dismissed', label: o.dismissed },
              ]}
            />
            <TextArea {...fieldOf(form, 'reason')} label={o.decisionReason} rows={3} maxlength={1000} required />
          </PostedForm>
        </Sheet>
      )}
    </div>
  )
}
