import { Breadcrumb } from '#ui/breadcrumb.tsx'
import { Confirm } from '#ui/confirm.tsx'
import { fieldOf, PostedForm, type Returned } from '#ui/form/posted-form.tsx'
import { TextArea } from '#ui/form/text-area.tsx'
import { TextField } from '#ui/form/text-field.tsx'
import { formatDay } from '#ui/format.ts'
import { useLocale } from '#ui/locale.tsx'
import { Notice } from '#ui/notice.tsx'
import { PageHead } from '#ui/page-head.tsx'
import { Sheet } from '#ui/sheet.tsx'
import { targetPaths } from '../../paths.ts'
import type { Target } from '../../target.ts'
import { writeValue } from '../../value.ts'
import { words } from '../../words.ts'

interface ActPageProps {
  at: readonly [bloc: string, year: string]
  target: Target
  form: Returned
}

const Above = ({ at, target }: Pick<ActPageProps, 'at' | 'target'>) => {
  const t = words(useLocale())
  const crumbs = [
    { label: t.title, href: targetPaths.list(...at) },
    { label: target.code, href: targetPaths.card(...at, target.code) },
  ]
  return <Breadcrumb crumbs={crumbs} />
}

export const RemovePage = ({ at, target, form }: ActPageProps) => {
  const t = words(useLocale())
  return (
    <>
      <Above at={at} target={target} />
      {form.refused && <Notice kind="error">{form.refused}</Notice>}
      <Confirm
        title={t.remove}
        what={t.removeWhat(target.code, target.name)}
        whom={t.removeWhom}
        undo={t.removeUndo}
        action={targetPaths.removal(...at, target.code)}
        submit={t.remove}
        cancel={targetPaths.card(...at, target.code)}
        danger
      />
    </>
  )
}

export const WithdrawPage = ({ at, target, form }: ActPageProps) => {
  const t = words(useLocale())
  return (
    <>
      <Above at={at} target={target} />
      {form.refused && <Notice kind="error">{form.refused}</Notice>}
      <Confirm
        title={t.withdraw}
        what={t.withdrawWhat(target.code, target.name)}
        whom={t.withdrawWhom}
        undo={t.withdrawUndo}
        action={targetPaths.withdrawal(...at, target.code)}
        submit={t.withdraw}
        cancel={targetPaths.card(...at, target.code)}
        danger
      >
        <TextArea {...fieldOf(form, 'reason')} label={t.reason} rows={3} required />
      </Confirm>
    </>
  )
}

interface AdoptPageProps {
  at: readonly [bloc: string, year: string]
  drafts: readonly Target[]
  withoutPlan: readonly string[]
  form: Returned
}

export const AdoptPage = ({ at, drafts, withoutPlan, form }: AdoptPageProps) => {
  const t = words(useLocale())
  return (
    <>
      <Breadcrumb crumbs={[{ label: t.title, href: targetPaths.list(...at) }]} />
      {form.refused && <Notice kind="error">{form.refused}</Notice>}
      {withoutPlan.length > 0 && <Notice kind="warning">{t.withoutPlan(withoutPlan.join(', '))}</Notice>}
      <Confirm
        title={t.adoptTitle}
        what={t.adoptWhat(String(drafts.length))}
        whom={t.adoptWhom}
        undo={t.adoptUndo}
        action={targetPaths.adoption(...at)}
        submit={t.adopt}
        cancel={targetPaths.list(...at)}
      />
    </>
  )
}

interface MilestonesPageProps extends ActPageProps {
  unit: string
  unitName: string
  marks: readonly { by_on: string; planned: string }[]
}

export const MilestonesPage = ({ at, target, form, unit, unitName, marks }: MilestonesPageProps) => {
  const locale = useLocale()
  const t = words(locale)
  return (
    <>
      <Above at={at} target={target} />
      <PageHead over={target.name} title={t.milestones.title(unitName)} under={t.milestones.body} />
      <Sheet>
        <PostedForm
          action={targetPaths.milestones(...at, target.code, unit)}
          form={form}
          submit={t.save}
          cancel={{ label: t.cancel, href: targetPaths.card(...at, target.code) }}
        >
          {marks.map(({ by_on: day, planned }) => (
            <TextField
              {...fieldOf(form, `planned.${day}`, writeValue(planned, target, locale))}
              label={t.milestones.by(formatDay(day))}
              narrow
              required
            />
          ))}
        </PostedForm>
      </Sheet>
    </>
  )
}
