import { LinkButton } from '#ui/button.tsx'
import { Empty } from '#ui/empty.tsx'
import { formatDay } from '#ui/format.ts'
import { ListTools } from '#ui/list-tools.tsx'
import { useLocale } from '#ui/locale.tsx'
import { PageHead } from '#ui/page-head.tsx'
import { Sheet } from '#ui/sheet.tsx'
import { State, type StateKind } from '#ui/state.tsx'
import { Table } from '#ui/table.tsx'
import { holidayPaths } from '../holidays/paths.ts'
import { words as holidayWords } from '../holidays/words.ts'
import { forceOn, isConfirmed, type Force, type LegalText } from '../legal-text.ts'
import { addLegalTextPath, legalTextPath, legalTextsPath } from '../paths.ts'
import { rulePaths } from '../rules/paths.ts'
import { words as ruleWords } from '../rules/words.ts'
import { words } from '../words.ts'

const forceKinds = { 'in-force': 'done', 'not-yet': 'soon', ended: 'none', unknown: 'open' } satisfies Record<
  Force,
  StateKind
>

/** Whether a text holds on a day, as word, shape and colour. */
export const ForceState = ({ text, day }: { text: LegalText; day: string }) => {
  const force = forceOn(text, day)
  return <State kind={forceKinds[force]}>{words(useLocale()).force[force]}</State>
}

const ConfirmationState = ({ text }: { text: LegalText }) => {
  const t = words(useLocale())
  return isConfirmed(text) ? <State kind="done">{t.confirmed}</State> : <State kind="open">{t.unconfirmed}</State>
}

/** 'chưa rõ' where no day is known. */
export const DayOrUnknown = ({ day }: { day: string | null }) => (
  <>{day === null ? words(useLocale()).unknownDay : formatDay(day)}</>
)

interface LawListPageProps {
  texts: readonly LegalText[]
  search: string
  /** '' shows the texts of all times. */
  inForceOn: string
  today: string
  mayKeep: boolean
}

export const LawListPage = ({ texts, search, inForceOn, today, mayKeep }: LawListPageProps) => {
  const t = words(useLocale())
  return (
    <>
      <PageHead
        title={t.title}
        under={t.intro}
        actions={
          <>
            <LinkButton href={rulePaths.list}>{ruleWords(useLocale()).open}</LinkButton>
            <LinkButton href={holidayPaths.list}>{holidayWords(useLocale()).open}</LinkButton>
            {mayKeep && (
              <LinkButton href={addLegalTextPath} look="main" icon="plus">
                {t.add}
              </LinkButton>
            )}
          </>
        }
      />
      <ListTools
        action={legalTextsPath}
        search={{ label: t.search, value: search }}
        filters={[{ name: 'ngay', label: t.inForceOn, value: inForceOn, options: daysToChoose(today, inForceOn, t) }]}
        shown={texts.length}
        total={texts.length}
        count={t.count(texts.length)}
        clearHref={search === '' && inForceOn === '' ? undefined : legalTextsPath}
      />
      <Sheet flush>
        <LawTable texts={texts} day={inForceOn || today} />
      </Sheet>
    </>
  )
}

type Words = ReturnType<typeof words>

const yearEnds = (today: string) =>
  Array.from({ length: 8 }, (_none, ago) => `${Number(today.slice(0, 4)) - 1 - ago}-12-31`)

function daysToChoose(today: string, chosen: string, t: Words) {
  const days = new Set([...yearEnds(today), ...(chosen === '' || chosen === today ? [] : [chosen])])
  const past = [...days].sort().reverse()
  return [
    { value: today, label: t.today(formatDay(today)) },
    ...past.map((day) => ({ value: day, label: formatDay(day) })),
  ]
}

const LawTable = ({ texts, day }: { texts: readonly LegalText[]; day: string }) => {
  const t = words(useLocale())
  return (
    <Table
      caption={t.title}
      rows={texts}
      empty={<Empty title={t.none}>{t.noneBody}</Empty>}
      columns={[
        {
          key: 'number',
          label: t.fields.number,
          cell: (text) => (
            <a href={legalTextPath(text.id)}>
              {text.kind} {text.number}
            </a>
          ),
        },
        { key: 'title', label: t.fields.title, cell: (text) => text.title },
        { key: 'issued', label: t.fields.issuedOn, cell: (text) => <DayOrUnknown day={text.issued_on} /> },
        { key: 'force', label: t.state, cell: (text) => <ForceState text={text} day={day} /> },
        { key: 'confirmed', label: t.confirmation, cell: (text) => <ConfirmationState text={text} /> },
      ]}
    />
  )
}
