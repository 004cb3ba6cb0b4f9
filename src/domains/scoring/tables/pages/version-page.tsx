import { Breadcrumb } from '#ui/breadcrumb.tsx'
import { LinkButton, SubmitButton } from '#ui/button.tsx'
import { Details } from '#ui/details.tsx'
import { formatMoment, formatNumber } from '#ui/format.ts'
import { useLocale } from '#ui/locale.tsx'
import { Notice } from '#ui/notice.tsx'
import { Outline, type OutlineRow } from '#ui/outline.tsx'
import { PageHead } from '#ui/page-head.tsx'
import { Sheet } from '#ui/sheet.tsx'
import type { Locale } from '#platform/words.ts'
import { words as editorWords } from '../../table-editor/words.ts'
import { words as importWords } from '../../table-import/words.ts'
import type { CriterionInput } from '../../table/criterion.ts'
import type { ScoreTableInput } from '../../table/score-table.ts'
import { sayDoubt, type TableDoubt } from '../../table/doubt.ts'
import { tablePaths, type VersionAt } from '../paths.ts'
import type { TableVersion } from '../queries.ts'
import { sayRule } from '../../table-editor/say-rule.ts'
import { sumOf, totalOf } from '../../table-editor/sums.ts'
import { wordsOf } from '../table-content.ts'
import { matchedCode } from '../../engine/criterion-code.ts'
import { writePlace } from '../table-tree.ts'
import { writeAmount } from '../../table-editor/typed-amount.ts'
import { words, type TableWords } from '../words.ts'
import { VersionState } from './list-page.tsx'

export interface VersionPageProps {
  at: VersionAt
  version: TableVersion
  doubts: readonly TableDoubt[]
  mayKeep: boolean
  /** The tree was another one when the page was opened. */
  conflict?: string | undefined
  refused?: string | undefined
}

const points = (text: string, locale: Locale) => formatNumber(text as `${number}`, locale)

const Figures = ({ node }: { node: CriterionInput }) => {
  const locale = useLocale()
  const t = words(locale)
  const { max, under } = sumOf(node)
  return (
    <>
      {max !== null && t.max(points(max, locale))}
      {under !== null && <small class="warn">{t.underDiffers(points(under, locale))}</small>}
      {node.maxBonus !== undefined && <small>{t.maxBonus(writeAmount(node.maxBonus))}</small>}
      {node.maxPenalty !== undefined && <small>{t.maxPenalty(writeAmount(node.maxPenalty))}</small>}
    </>
  )
}

/** What is doubtful at one node. */
export const DoubtList = ({ doubts }: { doubts: readonly TableDoubt[] }) => {
  const locale = useLocale()
  const t = words(locale).doubts
  return (
    <ul class="plain">
      {doubts.map((doubt) => (
        <li class={doubt.severity === 'error' ? 'field-error' : 'field-doubt'}>
          {doubt.severity === 'error' ? t.isError : t.isWarning}: {sayDoubt(doubt, locale)}
        </li>
      ))}
    </ul>
  )
}

interface UnderProps {
  node: CriterionInput
  doubts: readonly TableDoubt[]
  facts: ScoreTableInput['facts']
}

const Under = ({ node, doubts, facts }: UnderProps) => {
  const locale = useLocale()
  return (
    <>
      {(node.rules ?? []).map((rule) => (
        <p class="mute">{sayRule(rule, { locale, facts })}</p>
      ))}
      {doubts.length > 0 && <DoubtList doubts={doubts} />}
    </>
  )
}

const Act = ({ act, children }: { act: string; children: string }) => (
  <SubmitButton look="quiet" name="act" value={act}>
    {children}
  </SubmitButton>
)

const Acts = ({ at, place }: { at: VersionAt; place: string }) => {
  const t = editorWords(useLocale()).edit
  return (
    <Details summary={t.arrange} quiet>
      <div class="row">
        <Act act={`up ${place}`}>{t.up}</Act>
        <Act act={`down ${place}`}>{t.down}</Act>
        <Act act={`in ${place}`}>{t.in}</Act>
        <Act act={`out ${place}`}>{t.out}</Act>
        <Act act={`after ${place}`}>{t.addAfter}</Act>
        <Act act={`under ${place}`}>{t.addUnder}</Act>
        <LinkButton href={tablePaths.nodeRemoval(at, place)} look="quiet">
          {t.remove}
        </LinkButton>
      </div>
    </Details>
  )
}

function rowsOf(
  nodes: readonly CriterionInput[],
  above: readonly number[],
  props: VersionPageProps & { isEdited: boolean },
) {
  return nodes.map((node, index): OutlineRow => {
    const place = writePlace([...above, index])
    const title = wordsOf(node.title)
    const own = props.doubts.filter(({ code }) => code !== null && matchedCode(code) === matchedCode(node.code))
    return {
      id: `muc-${place}`,
      place,
      code: node.code,
      title: props.isEdited ? <a href={tablePaths.node(props.at, place)}>{title}</a> : title,
      figures: <Figures node={node} />,
      under: <Under node={node} doubts={own} facts={props.version.content.facts} />,
      acts: props.isEdited && <Acts at={props.at} place={place} />,
      rows: rowsOf(node.children ?? [], [...above, index], props),
    }
  })
}

const Actions = ({ at, version, isEdited, mayKeep }: VersionPageProps & { isEdited: boolean }) => {
  const t = editorWords(useLocale()).edit
  return (
    <>
      <LinkButton href={tablePaths.sheet(...at)} icon="download" download>
        {t.exportSheet}
      </LinkButton>
      <LinkButton href={tablePaths.json(...at)} icon="download" download>
        {t.exportJson}
      </LinkButton>
      {mayKeep && version.state === 'adopted' && (
        <LinkButton href={tablePaths.withdrawal(...at)}>{t.withdraw}</LinkButton>
      )}
      {isEdited && <LinkButton href={tablePaths.removal(...at)}>{t.discard}</LinkButton>}
      {isEdited && (
        <LinkButton href={tablePaths.adoption(...at)} look="main">
          {t.adopt}
        </LinkButton>
      )}
    </>
  )
}

const Places = ({ at, isEdited }: { at: VersionAt; isEdited: boolean }) => {
  const t = editorWords(useLocale()).edit
  return (
    <nav class="row" aria-label={t.arrange}>
      {isEdited && <LinkButton href={tablePaths.head(...at)}>{t.head}</LinkButton>}
      {isEdited && <LinkButton href={tablePaths.text(...at)}>{t.text}</LinkButton>}
      <LinkButton href={tablePaths.trial(...at)}>{t.trial}</LinkButton>
      <LinkButton href={tablePaths.simulation(...at)}>{t.simulation}</LinkButton>
      <LinkButton href={tablePaths.comparison(...at)}>{t.compare}</LinkButton>
    </nav>
  )
}

function totalSaid({ content }: TableVersion, t: TableWords, locale: Locale) {
  const total = points(totalOf(content.sections), locale)
  const said = content.baseTotal === undefined ? total : writeAmount(content.baseTotal)
  return said === total ? t.total(total) : t.totalDiffers(total, said)
}

/** What was unclear in the file that the draft came from. */
const FromFile = ({ version }: { version: TableVersion }) => {
  const t = importWords(useLocale())
  if (version.doubts.length === 0 || version.state !== 'draft') return null
  return (
    <Details summary={t.doubtsKept(String(version.doubts.length))}>
      <ul>
        {version.doubts.map((doubt) => (
          <li>{t.sayDoubt(doubt)}</li>
        ))}
      </ul>
    </Details>
  )
}

const Notices = (props: VersionPageProps) => {
  const locale = useLocale()
  const [t, e] = [words(locale), editorWords(locale).edit]
  const ofTable = props.doubts.filter(({ code }) => code === null)
  return (
    <>
      {props.conflict !== undefined && (
        <Notice kind="warning" title={e.conflict(props.conflict)}>
          {e.conflictTree}
        </Notice>
      )}
      {props.refused && <Notice kind="error">{props.refused}</Notice>}
      {props.version.state === 'withdrawn' && (
        <Notice kind="info" title={t.withdrawal.told(props.version.withdrawnReason)} />
      )}
      {ofTable.length > 0 && (
        <Notice kind="warning" title={t.doubts.count(String(ofTable.length))}>
          <DoubtList doubts={ofTable} />
        </Notice>
      )}
    </>
  )
}

export const VersionPage = (props: VersionPageProps) => {
  const locale = useLocale()
  const t = words(locale)
  const { at, version } = props
  const isEdited = props.mayKeep && version.state === 'draft'
  const outline = <Outline rows={rowsOf(version.content.sections, [], { ...props, isEdited })} label={t.outline} />
  const crumbs = [
    { label: t.title, href: tablePaths.list(at[0]) },
    { label: version.code, href: tablePaths.table(at[0], version.code) },
  ]
  return (
    <div class="stack">
      <Breadcrumb crumbs={crumbs} />
      <PageHead
        over={`${version.code}, ${t.versionName(String(version.number))}`}
        title={version.title}
        state={<VersionState state={version.state} />}
        under={totalSaid(version, t, locale)}
        actions={<Actions {...props} isEdited={isEdited} />}
      />
      <Notices {...props} />
      <Places at={at} isEdited={isEdited} />
      <Sheet title={t.outline}>
        {isEdited && <p class="mute">{editorWords(locale).edit.keys}</p>}
        <FromFile version={version} />
        {isEdited ? (
          <outline-tree>
            <form method="post" action={tablePaths.tree(...at)}>
              <input type="hidden" name="edition" value={String(version.edition)} />
              {outline}
            </form>
          </outline-tree>
        ) : (
          outline
        )}
      </Sheet>
      <p class="mute">
        {t.fields.changed}: {t.byAt(version.changedBy, formatMoment(version.changedAt))}
        {version.sha256 !== null && ` · ${t.hash}: ${version.sha256}`}
      </p>
    </div>
  )
}
