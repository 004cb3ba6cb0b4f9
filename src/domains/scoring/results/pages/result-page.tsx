import { Breadcrumb, type Crumb } from '#ui/breadcrumb.tsx'
import { LinkButton, SubmitButton } from '#ui/button.tsx'
import { Empty } from '#ui/empty.tsx'
import { Facts } from '#ui/facts.tsx'
import { formatDay, formatMoment } from '#ui/format.ts'
import { useLocale } from '#ui/locale.tsx'
import { Notice } from '#ui/notice.tsx'
import { PageHead } from '#ui/page-head.tsx'
import { Sheet } from '#ui/sheet.tsx'
import type { LevellingSign } from '../levelling.ts'
import type { Acceptance, KeptResult } from '../queries.ts'
import type { RankedUnit, TieDecision } from '../result.ts'
import { words } from '../words.ts'
import { ResultTable } from './result-table.tsx'
import { Signs } from './signs.tsx'

export interface ResultPageProps {
  crumbs: readonly Crumb[]
  over: string
  /** The latest that was made known. */
  kept: KeptResult | undefined
  provisional: ReadonlyMap<string, RankedUnit> | undefined
  signs: readonly LevellingSign[]
  decisions: readonly TieDecision[]
  nameOf: (unit: string) => string
  sheetOf: (unit: string) => string | undefined
  accepted: readonly Acceptance[]
  /** Units for which the reader may accept. */
  mayAccept: readonly string[]
  refused: string | undefined
  /** The last day for petitions, while they are taken. */
  until: string | null
  hrefs: {
    petitions: string
    file?: string | undefined
    closing?: string | undefined
    workbook: string
    accept: string
  }
}

const Decided = ({ decisions, nameOf }: Pick<ResultPageProps, 'decisions' | 'nameOf'>) => {
  const t = words(useLocale())
  if (decisions.length === 0) return null
  return (
    <Sheet title={t.decided}>
      <Facts
        facts={decisions.map(({ units, is_shared, reason, decided_by_name }) => ({
          label: (is_shared ? t.decidedShared : t.decidedOrder)(units.map(nameOf).join(', ')),
          value: t.decidedBy(decided_by_name, reason),
        }))}
      />
    </Sheet>
  )
}

const Accepted = ({ accepted, mayAccept, nameOf, hrefs, refused }: ResultPageProps) => {
  const t = words(useLocale())
  return (
    <Sheet title={t.accepted}>
      <p class="mute">{t.acceptedBody}</p>
      {refused !== undefined && <Notice kind="error" title={refused} />}
      {accepted.length === 0 ? (
        <p>{t.acceptedNone}</p>
      ) : (
        <Facts
          facts={accepted.map(({ unit_id, accepted_by_name, accepted_at }) => ({
            label: nameOf(unit_id),
            value: t.acceptedBy(accepted_by_name, formatMoment(accepted_at)),
          }))}
        />
      )}
      {mayAccept.map((unit) => (
        <form method="post" action={hrefs.accept}>
          <input type="hidden" name="unit" value={unit} />
          <SubmitButton icon="check">{t.accept(nameOf(unit))}</SubmitButton>
        </form>
      ))}
    </Sheet>
  )
}

const Actions = ({ hrefs }: Pick<ResultPageProps, 'hrefs'>) => {
  const t = words(useLocale())
  return (
    <>
      {hrefs.closing !== undefined && (
        <LinkButton href={hrefs.closing} look="main">
          {t.closing}
        </LinkButton>
      )}
      {hrefs.file !== undefined && <LinkButton href={hrefs.file}>{t.petition}</LinkButton>}
      <LinkButton href={hrefs.petitions}>{t.petitions}</LinkButton>
      <LinkButton href={hrefs.workbook} download icon="download">
        {t.workbook}
      </LinkButton>
    </>
  )
}

/** What was made known of a round: ranks, what is level or close, decided ties, and its hash. */
export const ResultPage = (props: ResultPageProps) => {
  const { kept } = props
  const t = words(useLocale())
  return (
    <div class="stack">
      <Breadcrumb crumbs={props.crumbs} />
      <PageHead
        over={props.over}
        title={kept === undefined ? t.heading : t.kinds[kept.kind]}
        under={kept && t.made(kept.made_by_name, formatMoment(kept.made_at))}
        actions={<Actions hrefs={props.hrefs} />}
      />
      {props.until !== null && <Notice kind="info" title={t.until(formatDay(props.until))} />}
      {kept === undefined ? (
        <Empty title={t.notYet}>{t.notYetBody}</Empty>
      ) : (
        <>
          <Sheet flush>
            <ResultTable units={kept.content.units} before={props.provisional} sheetOf={props.sheetOf} />
          </Sheet>
          <Signs signs={props.signs} nameOf={props.nameOf} />
          {(props.until !== null || props.accepted.length > 0) && <Accepted {...props} />}
          <Decided decisions={props.decisions} nameOf={props.nameOf} />
          <p class="mute">
            {t.hash}: <code>{kept.content_sha256}</code>
          </p>
        </>
      )}
    </div>
  )
}
