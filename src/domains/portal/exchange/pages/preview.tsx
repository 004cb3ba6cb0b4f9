import { LinkButton, SubmitButton } from '#ui/button.tsx'
import { Empty } from '#ui/empty.tsx'
import { formatNumber } from '#ui/format.ts'
import { useLocale } from '#ui/locale.tsx'
import { Notice } from '#ui/notice.tsx'
import { Sheet } from '#ui/sheet.tsx'
import { Table } from '#ui/table.tsx'
import type { Gathered } from '../gather-lines.ts'
import { exchangePaths } from '../paths.ts'
import type { Line, Period } from '../profile.ts'
import type { Edition } from '../queries.ts'
import { words } from '../words.ts'

export interface PreviewProps {
  edition: Edition
  period: Period
  gathered: Gathered
  /** Where to say the password again first; nothing when that was just done. */
  stepUp: string | undefined
}

const shown = 10
const mostWords = 160

const cellOf = (value: string | number | null | undefined) => {
  if (value === null || value === undefined) return '–'
  const text = String(value)
  return text.length > mostWords ? `${text.slice(0, mostWords)}…` : text
}

const Faults = ({ missing }: Pick<Gathered, 'missing'>) => {
  const t = words(useLocale())
  if (missing.length === 0) return null
  return (
    <Notice kind="warning" title={t.missing}>
      <ul>
        {missing.map(({ field, lines }) => (
          <li>{t.missingLine(field.label, lines.join(', '))}</li>
        ))}
      </ul>
      <p>{t.missingBody}</p>
    </Notice>
  )
}

const Download = ({ edition, period, stepUp }: PreviewProps) => {
  const t = words(useLocale())
  if (stepUp !== undefined) {
    return (
      <p>
        <LinkButton href={stepUp} look="main">
          {t.sayPassword}
        </LinkButton>
      </p>
    )
  }
  return (
    <form method="post" action={exchangePaths.download(edition.code)} class="row">
      <input type="hidden" name="from" value={period.from} />
      <input type="hidden" name="to" value={period.to} />
      <SubmitButton name="form" value="json" icon="download">
        {t.download.json}
      </SubmitButton>
      <SubmitButton name="form" value="xlsx" look="plain" icon="download">
        {t.download.xlsx}
      </SubmitButton>
    </form>
  )
}

/** What a file would hold: what it lacks, its first lines, and the ways to have it. */
export const Preview = (props: PreviewProps) => {
  const locale = useLocale()
  const t = words(locale)
  const { edition, gathered } = props
  const { lines, missing } = gathered
  const count = formatNumber(lines.length, locale)
  const caption = lines.length > shown ? t.firstLines(String(shown), count) : t.found(count)
  return (
    <>
      <Faults missing={missing} />
      <Sheet title={caption} flush>
        <Table
          caption={caption}
          rows={lines.slice(0, shown)}
          empty={<Empty title={t.nothing}>{t.nothingBody}</Empty>}
          wide
          columns={edition.fields.map(({ key, label, format }) => ({
            key,
            label,
            cell: (line: Line) => cellOf(line[key]),
            numeric: format === 'number',
          }))}
        />
      </Sheet>
      <Download {...props} />
    </>
  )
}
