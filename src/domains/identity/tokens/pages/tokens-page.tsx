import { Breadcrumb } from '#ui/breadcrumb.tsx'
import { LinkButton } from '#ui/button.tsx'
import { Empty } from '#ui/empty.tsx'
import { dayOf, formatDay, formatMoment } from '#ui/format.ts'
import { useLocale } from '#ui/locale.tsx'
import { Notice } from '#ui/notice.tsx'
import { PageHead } from '#ui/page-head.tsx'
import { Sheet } from '#ui/sheet.tsx'
import { State, type StateKind } from '#ui/state.tsx'
import { Table } from '#ui/table.tsx'
import { ownAccountPath, peoplePath } from '../../paths.ts'
import { words as identityWords } from '../../words.ts'
import { issueTokenPath, revokeTokenPath } from '../paths.ts'
import type { TokenRow } from '../queries.ts'
import type { TokenState } from '../token.ts'
import { words } from '../words.ts'

export interface TokenShown extends TokenRow {
  state: TokenState
  scopeName: string
}

interface TokensPageProps {
  tokens: readonly TokenShown[]
  /** Everyone's, for the administrator. */
  isAll: boolean
  isRevoked: boolean
}

const kinds = { open: 'done', expired: 'none', ended: 'none' } satisfies Record<TokenState, StateKind>

export const TokensPage = ({ tokens, isAll, isRevoked }: TokensPageProps) => {
  const locale = useLocale()
  const [t, up] = [words(locale), identityWords(locale)]
  const crumb = isAll ? { label: up.people.title, href: peoplePath } : { label: up.account.title, href: ownAccountPath }
  return (
    <>
      <Breadcrumb crumbs={[crumb]} />
      <PageHead
        title={isAll ? t.allTitle : t.title}
        actions={
          !isAll && (
            <LinkButton href={issueTokenPath} look="main" icon="plus">
              {t.make}
            </LinkButton>
          )
        }
      />
      <div class="stack">
        {isRevoked && <Notice kind="success" title={t.revoked} />}
        {!isAll && <p>{t.what}</p>}
        <Sheet flush>
          <TokenTable tokens={tokens} isAll={isAll} />
        </Sheet>
      </div>
    </>
  )
}

const Standing = ({ token }: { token: TokenShown }) => {
  const t = words(useLocale())
  const ended = token.ended_at && formatDay(dayOf(token.ended_at))
  const how = token.ended_by === null ? t.endedAlone : (day: string) => t.endedBy(day, token.ended_by ?? '')
  return (
    <>
      <State kind={kinds[token.state]}>{t.states[token.state]}</State>
      {ended && <div class="quiet">{how(ended)}</div>}
    </>
  )
}

const TokenTable = ({ tokens, isAll }: Pick<TokensPageProps, 'tokens' | 'isAll'>) => {
  const t = words(useLocale())
  const act = (token: TokenShown) =>
    token.state === 'open' ? (
      <form method="post" action={revokeTokenPath(token.id)}>
        {isAll && <input type="hidden" name="from" value="all" />}
        <button class="as-link" type="submit" aria-label={t.revokeOf(token.name)}>
          {t.revoke}
        </button>
      </form>
    ) : (
      ''
    )
  const owner = { key: 'owner', label: t.owner, cell: (token: TokenShown) => token.owner }
  return (
    <Table
      caption={isAll ? t.allTitle : t.title}
      rows={tokens}
      empty={
        <Empty title={t.none} icon="lock">
          {t.noneBody}
        </Empty>
      }
      columns={[
        { key: 'name', label: t.name, cell: (token) => token.name },
        ...(isAll ? [owner] : []),
        { key: 'scope', label: t.scope, cell: (token) => token.scopeName },
        { key: 'rights', label: t.rights, cell: (token) => t.rightNames[token.may_write ? 'write' : 'read'] },
        { key: 'until', label: t.until, cell: (token) => formatDay(token.until_on) },
        { key: 'used', label: t.used, cell: (token) => (token.used_at ? formatMoment(token.used_at) : t.unused) },
        { key: 'state', label: t.state, cell: (token) => <Standing token={token} /> },
        { key: 'act', label: t.act, cell: act },
      ]}
    />
  )
}
