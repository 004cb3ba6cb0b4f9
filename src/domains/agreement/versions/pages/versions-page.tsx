import { printCode } from '#platform/id.ts'
import { LinkButton } from '#ui/button.tsx'
import { Facts, type Fact } from '#ui/facts.tsx'
import { formatMoment } from '#ui/format.ts'
import { useLocale } from '#ui/locale.tsx'
import { PageHead } from '#ui/page-head.tsx'
import { Sheet } from '#ui/sheet.tsx'
import { State } from '#ui/state.tsx'
import { paths } from '../../paths.ts'
import type { SignerRow } from '../../queries.ts'
import { words as signingWords } from '../../signing/words.ts'
import type { Version } from '../queries.ts'
import { words } from '../words.ts'

interface VersionsPageProps {
  bloc: string
  year: string
  blocName: string
  label: string
  versions: readonly Version[]
}

type Words = ReturnType<typeof words>

const shapes = { drafting: 'open', frozen: 'soon', signing: 'soon', signed: 'done', void: 'none' } as const

/** What one unit did with this version; nothing for one that did nothing. */
function lineOf(signer: SignerRow, t: Words, ways: Readonly<Record<'key' | 'pen', string>>): string | null {
  const at = signer.decided_at === null ? '' : formatMoment(signer.decided_at)
  if (signer.state === 'refused') return t.refused(signer.unit_name, at)
  if (signer.way === null) return null
  const line = t.signature(signer.unit_name, signer.signed_name ?? '', ways[signer.way], at)
  if (signer.withdrawn_at !== null) return t.withdrawn(line, formatMoment(signer.withdrawn_at))
  return signer.state === 'void' ? t.void(line) : line
}

const Signatures = ({ signers }: { signers: readonly SignerRow[] }) => {
  const locale = useLocale()
  const t = words(locale)
  const lines = signers.flatMap((signer) => lineOf(signer, t, signingWords(locale).ways) ?? [])
  if (lines.length === 0) return <>{t.noSignature}</>
  return (
    <ul>
      {lines.map((line) => (
        <li>{line}</li>
      ))}
    </ul>
  )
}

const VersionFacts = ({ version }: { version: Version }) => {
  const t = words(useLocale())
  const { agreement, signers, code } = version
  const moment = (label: string, at: Date | null): Fact[] => (at === null ? [] : [{ label, value: formatMoment(at) }])
  const facts: Fact[] = [
    ...moment(t.frozenAt, agreement.frozen_at),
    ...moment(t.signedAt, agreement.signed_at),
    ...moment(t.voidedAt, agreement.voided_at),
    ...(agreement.void_reason === null ? [] : [{ label: t.voidReason, value: agreement.void_reason }]),
    { label: t.signatures, value: <Signatures signers={signers} /> },
    ...(code === null ? [] : [{ label: t.code, value: <span class="code">{printCode(code)}</span> }]),
    ...(agreement.text_sha256 === null
      ? []
      : [{ label: t.hash, value: <span class="code">{agreement.text_sha256}</span> }]),
  ]
  return <Facts facts={facts} />
}

/** Every version of a year's agreement: what became of it, who signed it, and its paper. */
export const VersionsPage = ({ bloc, year, blocName, label, versions }: VersionsPageProps) => {
  const t = words(useLocale())
  return (
    <>
      <PageHead
        over={blocName}
        title={t.heading(label)}
        under={t.note}
        actions={<LinkButton href={paths.comparison(bloc, year)}>{t.compare.heading}</LinkButton>}
      />
      <div class="stack">
        {versions.map((version, index) => {
          const before = versions[index + 1]
          return (
            <Sheet
              title={t.version(version.agreement.version)}
              beside={<State kind={shapes[version.agreement.state]}>{t.states[version.agreement.state]}</State>}
            >
              <div class="stack">
                <VersionFacts version={version} />
                <div class="row">
                  {version.code !== null && (
                    <LinkButton
                      href={paths.versionPaper(bloc, year, String(version.agreement.version))}
                      icon="download"
                    >
                      {t.paper}
                    </LinkButton>
                  )}
                  {before !== undefined && (
                    <LinkButton
                      href={`${paths.comparison(bloc, year)}?cu=${before.agreement.id}&moi=${version.agreement.id}`}
                    >
                      {t.compareWith}
                    </LinkButton>
                  )}
                </div>
              </div>
            </Sheet>
          )
        })}
      </div>
    </>
  )
}
