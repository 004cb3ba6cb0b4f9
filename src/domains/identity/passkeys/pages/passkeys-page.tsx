import { Breadcrumb } from '#ui/breadcrumb.tsx'
import { LinkButton } from '#ui/button.tsx'
import { Empty } from '#ui/empty.tsx'
import { fieldOf, type Returned } from '#ui/form/posted-form.tsx'
import { ErrorSummary } from '#ui/form/error-summary.tsx'
import { TextField } from '#ui/form/text-field.tsx'
import { formatMoment } from '#ui/format.ts'
import { useLocale } from '#ui/locale.tsx'
import { Notice } from '#ui/notice.tsx'
import { PageHead } from '#ui/page-head.tsx'
import { Sheet } from '#ui/sheet.tsx'
import { State } from '#ui/state.tsx'
import { Table } from '#ui/table.tsx'
import { ownAccountPath, stepUpPath } from '../../paths.ts'
import { secondFactorPath } from '../../second-factor/paths.ts'
import { words as factorWords } from '../../second-factor/words.ts'
import { words as identityWords } from '../../words.ts'
import { passkeyPath, passkeysPath, registerOptionsPath } from '../paths.ts'
import type { PasskeyRow } from '../queries.ts'
import { words } from '../words.ts'
import { PasskeyForm } from './passkey-form.tsx'

export type PasskeyDone = keyof ReturnType<typeof words>['done']

interface PasskeysPageProps {
  passkeys: readonly PasskeyRow[]
  /** Nothing else can be done before: the plain page has its own heading. */
  isLed: boolean
  isSteppedUp: boolean
  /** Whether devices make keys for this address at all. */
  isPossible: boolean
  done: PasskeyDone | undefined
  form: Returned
}

export const PasskeysPage = ({ passkeys, isLed, isSteppedUp, isPossible, done, form }: PasskeysPageProps) => {
  const locale = useLocale()
  const t = words(locale)
  const crumb = isLed
    ? { label: factorWords(locale).title, href: secondFactorPath }
    : { label: identityWords(locale).account.title, href: ownAccountPath }
  return (
    <>
      <Breadcrumb crumbs={[crumb]} />
      {!isLed && <PageHead title={t.title} />}
      <div class="stack">
        {done && <Notice kind="success" title={t.done[done]} />}
        {form.refused && <Notice kind="error">{form.refused}</Notice>}
        <p>{t.what}</p>
        <p>{t.countsAsBoth}</p>
        <Sheet flush>
          <PasskeyTable passkeys={passkeys} />
        </Sheet>
        <Sheet title={t.add}>
          <div class="stack">
            {!isPossible && <Notice kind="warning">{t.violations.noSite}</Notice>}
            {isPossible && !isSteppedUp && <ConfirmFirst />}
            {isPossible && isSteppedUp && <AddPasskey form={form} />}
          </div>
        </Sheet>
      </div>
    </>
  )
}

const ConfirmFirst = () => (
  <p>
    <LinkButton href={stepUpPath(passkeysPath)} icon="lock">
      {words(useLocale()).confirmFirst}
    </LinkButton>
  </p>
)

const AddPasskey = ({ form }: { form: Returned }) => {
  const t = words(useLocale())
  return (
    <>
      <ErrorSummary errors={form.errors} />
      <PasskeyForm ceremony="create" options={registerOptionsPath} action={passkeysPath} submit={t.submit} look="main">
        <p>{t.addHelp}</p>
        <TextField {...fieldOf(form, 'name')} label={t.name} help={t.nameHelp} example={t.nameExample} required />
      </PasskeyForm>
      <p class="mute">{t.noScript}</p>
    </>
  )
}

export const PasskeyState = ({ passkey }: { passkey: PasskeyRow }) => {
  const { states } = words(useLocale())
  if (passkey.halted_at !== null) return <State kind="late">{states.halted}</State>
  return <State kind="done">{states.good}</State>
}

const PasskeyTable = ({ passkeys }: { passkeys: readonly PasskeyRow[] }) => {
  const t = words(useLocale())
  return (
    <Table
      caption={t.title}
      rows={passkeys}
      empty={
        <Empty title={t.none} icon="lock">
          {t.noneBody}
        </Empty>
      }
      columns={[
        { key: 'name', label: t.name, cell: (row) => <a href={passkeyPath(row.id)}>{row.name}</a> },
        { key: 'made', label: t.made, cell: (row) => formatMoment(row.made_at) },
        { key: 'used', label: t.used, cell: (row) => (row.used_at ? formatMoment(row.used_at) : t.unused) },
        { key: 'state', label: t.state, cell: (row) => <PasskeyState passkey={row} /> },
      ]}
    />
  )
}
