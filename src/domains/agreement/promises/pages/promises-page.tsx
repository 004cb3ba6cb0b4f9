import { Breadcrumb } from '#ui/breadcrumb.tsx'
import { Empty } from '#ui/empty.tsx'
import { LinkButton, SubmitButton } from '#ui/button.tsx'
import { Actions } from '#ui/form/actions.tsx'
import type { Returned } from '#ui/form/posted-form.tsx'
import { useLocale } from '#ui/locale.tsx'
import { Notice } from '#ui/notice.tsx'
import { PageHead } from '#ui/page-head.tsx'
import { Sheet } from '#ui/sheet.tsx'
import { Table, type Column } from '#ui/table.tsx'
import { sayValue } from '#domains/targets/cards/say-value.ts'
import { movementPaths } from '#domains/movements/register/paths.ts'
import { targetPaths } from '#domains/targets/paths.ts'
import type { Target } from '#domains/targets/target.ts'
import { words as targetWords } from '#domains/targets/words.ts'
import type { Clause } from '../../agreement.ts'
import { paths } from '../../paths.ts'
import { words as agreementWords } from '../../words.ts'
import type { LinkedMovement, LinkedTarget } from '../queries.ts'
import { readPromise } from '../read-promise.ts'
import { words } from '../words.ts'

export interface PromisesPageProps {
  at: readonly [bloc: string, year: string]
  title: string
  clauses: readonly Clause[]
  targets: readonly Target[]
  linked: readonly LinkedTarget[]
  movements: readonly LinkedMovement[]
  /** The text is fixed, so that its clauses may be made into something. */
  isFixed: boolean
  mayMake: boolean
  form: Returned
}

const Read = ({ clause }: { clause: Clause }) => {
  const locale = useLocale()
  const [t, own] = [words(locale), targetWords(locale)]
  if (clause.section === 'movement') return <>{t.movement(clause.details['from'] ?? '', clause.details['to'] ?? '')}</>
  const { draft, doubts } = readPromise(clause)
  const measured = { ...draft, measure_unit: draft.measureUnit }
  // A general sentence is made into a target only when the head wants it: nothing is amiss in it.
  const shown = clause.section === 'commitment' ? doubts.filter((doubt) => doubt !== 'noNumber') : doubts
  const way =
    draft.measure === 'yes_no'
      ? ''
      : (draft.measure === 'day' ? own.earlier : own.directions[draft.direction]).toLocaleLowerCase(locale)
  return (
    <>
      <p>{t.target(own.measures[draft.measure], sayValue(draft.planned, measured, locale), way)}</p>
      {shown.map((doubt) => (
        <p class="field-doubt">{t.doubts[doubt]}</p>
      ))}
    </>
  )
}

const Made = ({ at, clause, linked, movements }: PromisesPageProps & { clause: Clause }) => (
  <>
    {linked
      .filter((one) => one.clause === clause.id)
      .map((one) => (
        <p>
          <a href={targetPaths.card(...at, one.code)}>
            {one.code} {one.name}
          </a>
        </p>
      ))}
    {movements
      .filter((one) => one.clause === clause.id)
      .map((one) => (
        <p>
          <a href={movementPaths.one(...at, one.movement)}>{one.title}</a>
        </p>
      ))}
  </>
)

/** A registered target and a movement are made unless the head says otherwise; a general sentence is not. */
function usualChoice({ linked, movements }: PromisesPageProps, clause: Clause) {
  const isMade = [...linked, ...movements].some((one) => one.clause === clause.id)
  return !isMade && clause.section !== 'commitment' ? 'make' : 'none'
}

const Choose = (props: PromisesPageProps & { clause: Clause }) => {
  const locale = useLocale()
  const t = words(locale)
  const { clause, form, targets } = props
  const name = `choice.${clause.id}`
  const chosen = form.typed[name] ?? usualChoice(props, clause)
  const label = t.chooseFor(agreementWords(locale).sections[clause.section], String(clause.position))
  const isMovement = clause.section === 'movement'
  return (
    <select class="field-input" name={name} id={name} aria-label={label}>
      <option value="none" selected={chosen === 'none'}>
        {t.choices.none}
      </option>
      <option value="make" selected={chosen === 'make'}>
        {isMovement ? t.choices.makeMovement : t.choices.makeTarget}
      </option>
      {!isMovement && targets.length > 0 && (
        <optgroup label={t.existing}>
          {targets.map((target) => (
            <option value={target.id} selected={chosen === target.id}>
              {target.code} {target.name}
            </option>
          ))}
        </optgroup>
      )}
    </select>
  )
}

const Clauses = (props: PromisesPageProps) => {
  const locale = useLocale()
  const t = words(locale)
  const { sections } = agreementWords(locale)
  const columns: Column<Clause>[] = [
    {
      key: 'clause',
      label: t.clause,
      cell: (clause) => (
        <>
          <span class="mute">{`${sections[clause.section]} ${clause.position}`}</span>
          <br />
          {clause.text}
        </>
      ),
    },
    { key: 'read', label: t.read, cell: (clause) => <Read clause={clause} /> },
    { key: 'made', label: t.made, cell: (clause) => <Made {...props} clause={clause} /> },
    { key: 'choose', label: t.choose, cell: (clause) => <Choose {...props} clause={clause} /> },
  ]
  const shown = props.mayMake && props.isFixed ? columns : columns.filter(({ key }) => key !== 'choose')
  return <Table caption={t.title} columns={shown} rows={props.clauses} empty={<Empty title={t.nothing} />} />
}

export const PromisesPage = (props: PromisesPageProps) => {
  const t = words(useLocale())
  const { at, form, clauses } = props
  return (
    <div class="stack">
      <Breadcrumb crumbs={[{ label: props.title, href: paths.agreement(...at) }]} />
      <PageHead title={t.title} under={t.intro} />
      {!props.isFixed && (
        <Notice kind="info" title={t.notFixed}>
          {t.notFixedBody}
        </Notice>
      )}
      <Sheet>
        {props.mayMake && props.isFixed && clauses.length > 0 ? (
          <form method="post" action={paths.promises(...at)} class="stack">
            {form.refused && <Notice kind="error">{form.refused}</Notice>}
            <Clauses {...props} />
            <Actions>
              <SubmitButton>{t.confirm}</SubmitButton>
              <LinkButton href={targetPaths.list(...at)}>{targetWords(useLocale()).cancel}</LinkButton>
            </Actions>
          </form>
        ) : (
          <Clauses {...props} />
        )}
      </Sheet>
    </div>
  )
}
