import type { BlocYearRow } from '#domains/blocs/queries.ts'
import { printCode } from '#platform/id.ts'
import { Facts } from '#ui/facts.tsx'
import { formatBytes } from '#ui/format.ts'
import { Icon } from '#ui/icon.tsx'
import { useLocale } from '#ui/locale.tsx'
import { paths } from '../../paths.ts'
import type { PublishedAgreement } from '../../queries.ts'
import { words } from '../../words.ts'

type PapersProps = { agreement: PublishedAgreement; year: BlocYearRow; full?: boolean }

const shortHash = (hash: string) => `${hash.slice(0, 16)}…`

/** The paper, its code and its hash. `full` shows what one needs to compute the hash anew. */
export const Papers = ({ agreement, year, full }: PapersProps) => {
  const locale = useLocale()
  const t = words(locale).papers
  const at = [year.bloc.slug, year.slug] as const
  const { document, newest, hash } = agreement
  const size = formatBytes(newest.length, locale)
  const facts = [
    {
      label: t.pdf,
      value: (
        <a class="with-icon" href={paths.agreementPdf(...at)}>
          <Icon name="download" size={16} />
          {t.download} ({size})
        </a>
      ),
    },
    {
      label: t.code,
      value: (
        <>
          <code>{printCode(document.code)}</code> · <a href={paths.checkCode(document.code)}>{t.checkLink}</a>
        </>
      ),
    },
    { label: t.hash, value: <code title={hash}>{full ? hash : shortHash(hash)}</code> },
    {
      label: t.json,
      value: (
        <>
          <a href={paths.canonicalText(...at)}>{t.jsonLink}</a>
          <span class="facts-note">{t.jsonHelp}</span>
        </>
      ),
    },
    { label: t.fileHash, value: <code>{newest.sha256}</code> },
  ]
  return <Facts facts={full ? facts : facts.slice(0, 3)} />
}
