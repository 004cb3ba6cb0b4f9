import { LinkButton } from '#ui/button.tsx'
import { Empty } from '#ui/empty.tsx'
import { formatNumber } from '#ui/format.ts'
import { ListTools } from '#ui/list-tools.tsx'
import { useLocale } from '#ui/locale.tsx'
import { PageHead } from '#ui/page-head.tsx'
import { Pagination } from '#ui/pagination.tsx'
import { Sheet } from '#ui/sheet.tsx'
import { State, type StateKind } from '#ui/state.tsx'
import { Table } from '#ui/table.tsx'
import { invitePath, peoplePath, personPath } from '../../paths.ts'
import { peoplePerPage, type AccountShown } from '../../queries.ts'
import { recoveriesPath } from '../../recovery/paths.ts'
import { words as recoveryWords } from '../../recovery/words.ts'
import { secondFactorRulesPath } from '../../second-factor/paths.ts'
import { words as factorWords } from '../../second-factor/words.ts'
import { allTokensPath } from '../../tokens/paths.ts'
import { words as tokenWords } from '../../tokens/words.ts'
import { words } from '../../words.ts'

interface PeoplePageProps {
  people: readonly AccountShown[]
  total: number
  search: string
  page: number
  /** Says who must have a second factor. */
  mayRule: boolean
}

const kinds = { invited: 'open', active: 'done', closed: 'none' } satisfies Record<AccountShown['state'], StateKind>

/** Whether a person can sign in. */
export const AccountState = ({ state }: { state: AccountShown['state'] }) => (
  <State kind={kinds[state]}>{words(useLocale()).people.states[state]}</State>
)

export const PeoplePage = (props: PeoplePageProps) => {
  const locale = useLocale()
  const t = words(locale)
  const pageHref = (page: number) => `${peoplePath}?${new URLSearchParams({ q: props.search, trang: String(page) })}`
  return (
    <>
      <PageHead
        title={t.people.title}
        actions={
          <>
            <LinkButton href={recoveriesPath}>{recoveryWords(locale).title}</LinkButton>
            {props.mayRule && <LinkButton href={allTokensPath}>{tokenWords(locale).title}</LinkButton>}
            {props.mayRule && <LinkButton href={secondFactorRulesPath}>{factorWords(locale).rules.link}</LinkButton>}
            <LinkButton href={invitePath} look="main" icon="plus">
              {t.people.invite}
            </LinkButton>
          </>
        }
      />
      <ListTools
        action={peoplePath}
        search={{ label: t.people.search, value: props.search }}
        shown={props.people.length}
        total={props.total}
        count={t.people.count(formatNumber(props.people.length, locale), formatNumber(props.total, locale))}
        clearHref={props.search === '' ? undefined : peoplePath}
      />
      <Sheet flush>
        <PeopleTable people={props.people} />
      </Sheet>
      <Pagination page={props.page} last={Math.ceil(props.total / peoplePerPage)} href={pageHref} />
    </>
  )
}

const PeopleTable = ({ people }: { people: readonly AccountShown[] }) => {
  const t = words(useLocale())
  const rolesOf = (person: AccountShown) => person.tenantRoles.map((role) => t.person.roleNames[role]).join(', ')
  return (
    <Table
      caption={t.people.title}
      rows={people}
      empty={
        <Empty title={t.people.none} icon="people">
          {t.people.noneBody}
        </Empty>
      }
      columns={[
        { key: 'name', label: t.people.name, cell: (person) => <a href={personPath(person.id)}>{person.name}</a> },
        { key: 'login', label: t.people.login, cell: (person) => person.login },
        { key: 'roles', label: t.people.roles, cell: (person) => rolesOf(person) || '–' },
        { key: 'state', label: t.people.state, cell: (person) => <AccountState state={person.state} /> },
      ]}
    />
  )
}
