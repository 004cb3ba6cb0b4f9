import { LinkButton, SubmitButton } from '#ui/button.tsx'
import { Checkbox } from '#ui/form/checkbox.tsx'
import { useLocale } from '#ui/locale.tsx'
import { Notice } from '#ui/notice.tsx'
import { PageHead } from '#ui/page-head.tsx'
import { Sheet } from '#ui/sheet.tsx'
import { paths } from '../../paths.ts'
import { words } from '../../words.ts'
import { words as findingWords } from '../words.ts'
import type { Finding } from '../check-draft.ts'
import { clauseAnchor } from './clause-form.tsx'

interface FreezePageProps {
  bloc: string
  year: string
  blocName: string
  findings: readonly Finding[]
  refusal?: string | undefined
}

type Sentences = Readonly<Record<string, (values: Finding['values']) => string>>

function placeOf(at: Finding['at'], editor: string): string {
  if (at === null) return editor
  if ('clause' in at) return `${editor}#${clauseAnchor(at.clause)}`
  return 'unit' in at ? `/don-vi/${at.unit}` : `${editor}#${at.field}`
}

const Findings = (props: {
  title: string
  kind: 'error' | 'warning'
  findings: readonly Finding[]
  editor: string
}) => {
  const t = words(useLocale())
  const sentences: Sentences = findingWords(useLocale()).findings
  if (props.findings.length === 0) return null
  return (
    <Notice kind={props.kind} title={props.title}>
      <ul>
        {props.findings.map((finding) => (
          <li>
            {sentences[finding.key]?.(finding.values)} <a href={placeOf(finding.at, props.editor)}>{t.freeze.mend}</a>
          </li>
        ))}
      </ul>
    </Notice>
  )
}

/** What is missing or contradictory, said before the text is fixed. */
export const FreezePage = ({ bloc, year, blocName, findings, refusal }: FreezePageProps) => {
  const t = words(useLocale()).freeze
  const editor = paths.editor(bloc, year)
  const stops = findings.filter((finding) => finding.severity === 'stops')
  const asks = findings.filter((finding) => finding.severity === 'asks')
  return (
    <>
      <PageHead over={blocName} title={t.heading} />
      <div class="stack">
        {refusal && <Notice kind="error" title={refusal} />}
        {findings.length === 0 && <Notice kind="success" title={t.ready} />}
        <Findings title={t.stops} kind="error" findings={stops} editor={editor} />
        <Findings title={t.asks} kind="warning" findings={asks} editor={editor} />
        <Sheet>
          <form method="post" action={paths.freezing(bloc, year)} class="fields">
            <p>{t.consequence}</p>
            {stops.length === 0 && asks.length > 0 && <Checkbox name="isMeant" label={t.isMeant} required />}
            <div class="row">
              {stops.length === 0 && <SubmitButton>{t.do}</SubmitButton>}
              <LinkButton href={paths.preview(bloc, year)}>{words(useLocale()).editor.preview}</LinkButton>
              <LinkButton href={editor}>{t.mend}</LinkButton>
            </div>
          </form>
        </Sheet>
      </div>
    </>
  )
}
