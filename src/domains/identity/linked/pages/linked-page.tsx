import { Breadcrumb } from '#ui/breadcrumb.tsx'
import { LinkButton, SubmitButton } from '#ui/button.tsx'
import { Empty } from '#ui/empty.tsx'
import { formatMoment } from '#ui/format.ts'
import { useLocale } from '#ui/locale.tsx'
import { Notice } from '#ui/notice.tsx'
import { PageHead } from '#ui/page-head.tsx'
import { Sheet } from '#ui/sheet.tsx'
import { Table } from '#ui/table.tsx'
import { ownAccountPath, stepUpPath } from '../../paths.ts'
import { words as identityWords } from '../../words.ts'
import { beginLinkPath, linkedPath, refuseExpectedPath, unlinkPath } from '../paths.ts'
import type { Expected, IdentityRow } from '../queries.ts'
import { words } from '../words.ts'

export type LinkedDone = keyof ReturnType<typeof words>['done']

interface LinkedPageProps {
  /** What accounts of the other place are called. */
  label: string
  identities: readonly IdentityRow[]
  expected: Expected | undefined
  isSteppedUp: boolean
  done: LinkedDone | undefined
  refused: string | undefined
}

export const LinkedPage = (props: LinkedPageProps) => {
  const locale = useLocale()
  const t = words(locale)
  return (
    <>
      <Breadcrumb crumbs={[{ label: identityWords(locale).account.title, href: ownAccountPath }]} />
      <PageHead title={t.title} />
      <div class="stack">
        {props.done && <Notice kind="success" title={t.done[props.done]} />}
        {props.refused && <Notice kind="error">{props.refused}</Notice>}
        {props.expected && <SomebodyExpected expected={props.expected} />}
        <p>{t.what(props.label)}</p>
        <Sheet flush>
          <IdentityTable identities={props.identities} />
        </Sheet>
        {props.isSteppedUp ? <BeginLink label={props.label} /> : <ConfirmFirst />}
      </div>
    </>
  )
}

/** What an administrator recorded is the person's to refuse. */
export const SomebodyExpected = ({ expected }: { expected: Expected }) => {
  const { own } = words(useLocale())
  return (
    <Notice kind="warning" title={own.title}>
      <p>{own.body(expected.recorder, expected.value, formatMoment(expected.recordedAt))}</p>
      <form method="post" action={refuseExpectedPath}>
        <SubmitButton look="danger">{own.refuse}</SubmitButton>
      </form>
    </Notice>
  )
}

const BeginLink = ({ label }: { label: string }) => {
  const t = words(useLocale())
  return (
    <form class="stack tight" method="post" action={beginLinkPath}>
      <p>{t.linkHelp}</p>
      <div class="row">
        <SubmitButton icon="plus">{t.link(label)}</SubmitButton>
      </div>
    </form>
  )
}

const ConfirmFirst = () => (
  <p>
    <LinkButton href={stepUpPath(linkedPath)} icon="lock">
      {words(useLocale()).confirmFirst}
    </LinkButton>
  </p>
)

const IdentityTable = ({ identities }: { identities: readonly IdentityRow[] }) => {
  const t = words(useLocale())
  const act = (row: IdentityRow) => (
    <form method="post" action={unlinkPath(row.id)}>
      <button class="as-link" type="submit" aria-label={t.unlinkOf(row.label)}>
        {t.unlink}
      </button>
    </form>
  )
  return (
    <Table
      caption={t.title}
      rows={identities}
      empty={
        <Empty title={t.none} icon="people">
          {t.noneBody}
        </Empty>
      }
      columns={[
        { key: 'label', label: t.label, cell: (row) => row.label },
        { key: 'way', label: t.way, cell: (row) => t.ways[row.way] },
        { key: 'linked', label: t.linkedAt, cell: (row) => formatMoment(row.linked_at) },
        { key: 'used', label: t.used, cell: (row) => (row.used_at ? formatMoment(row.used_at) : t.unused) },
        { key: 'act', label: t.act, cell: act },
      ]}
    />
  )
}
