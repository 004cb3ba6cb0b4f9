import { Confirm } from '#ui/confirm.tsx'
import { ErrorSummary } from '#ui/form/error-summary.tsx'
import { fieldOf, type Returned } from '#ui/form/posted-form.tsx'
import { TextArea } from '#ui/form/text-area.tsx'
import { useLocale } from '#ui/locale.tsx'
import { Notice } from '#ui/notice.tsx'
import { PageHead } from '#ui/page-head.tsx'
import { Sheet } from '#ui/sheet.tsx'
import { sayDoubt, type TableDoubt } from '../../table/doubt.ts'
import { tablePaths, type VersionAt } from '../paths.ts'
import type { TableVersion } from '../queries.ts'
import { words } from '../words.ts'

interface ActProps {
  at: VersionAt
  version: TableVersion
  form: Returned
}

const Doubts = ({
  title,
  kind,
  doubts,
}: {
  title: string
  kind: 'error' | 'warning'
  doubts: readonly TableDoubt[]
}) => {
  const locale = useLocale()
  if (doubts.length === 0) return null
  return (
    <Notice kind={kind} title={title}>
      <ul>
        {doubts.map((doubt) => (
          <li>
            {doubt.code !== null && <b>{doubt.code}: </b>}
            {sayDoubt(doubt, locale)}
          </li>
        ))}
      </ul>
    </Notice>
  )
}

const Faults = ({ form }: { form: Returned }) => (
  <>
    <ErrorSummary errors={form.errors} />
    {form.refused && <Notice kind="error">{form.refused}</Notice>}
  </>
)

export const AdoptPage = (props: ActProps & { doubts: readonly TableDoubt[]; hasSheets: boolean }) => {
  const t = words(useLocale()).adoption
  const { at, version, form, doubts } = props
  return (
    <div class="stack">
      <PageHead title={t.title} under={version.title} />
      <Faults form={form} />
      <Doubts title={t.errors} kind="error" doubts={doubts.filter(({ severity }) => severity === 'error')} />
      <Doubts title={t.warnings} kind="warning" doubts={doubts.filter(({ severity }) => severity === 'doubt')} />
      <Sheet>
        <Confirm
          title={t.title}
          what={t.what(version.title, String(version.number))}
          whom={props.hasSheets ? t.whomChange : t.whom}
          undo={t.undo}
          action={tablePaths.adoption(...at)}
          submit={t.submit}
          cancel={tablePaths.version(...at)}
        >
          <input type="hidden" name="edition" value={String(version.edition)} />
          <TextArea {...fieldOf(form, 'note')} label={t.note} rows={2} maxlength={1000} />
        </Confirm>
      </Sheet>
    </div>
  )
}

export const WithdrawPage = ({ at, version, form }: ActProps) => {
  const t = words(useLocale()).withdrawal
  return (
    <div class="stack">
      <PageHead title={t.title} under={version.title} />
      <Faults form={form} />
      <Sheet>
        <Confirm
          title={t.title}
          what={t.what(String(version.number))}
          whom={t.whom}
          undo={t.undo}
          action={tablePaths.withdrawal(...at)}
          submit={t.submit}
          cancel={tablePaths.version(...at)}
          danger
        >
          <TextArea {...fieldOf(form, 'reason')} label={t.reason} rows={3} maxlength={1000} required />
        </Confirm>
      </Sheet>
    </div>
  )
}

export const RemovePage = ({ at, version, form }: ActProps) => {
  const t = words(useLocale()).removal
  return (
    <div class="stack">
      <PageHead title={t.title} under={version.title} />
      <Faults form={form} />
      <Sheet>
        <Confirm
          title={t.title}
          what={t.what(String(version.number))}
          whom={t.whom}
          undo={t.undo}
          action={tablePaths.removal(...at)}
          submit={t.submit}
          cancel={tablePaths.version(...at)}
          danger
        />
      </Sheet>
    </div>
  )
}
