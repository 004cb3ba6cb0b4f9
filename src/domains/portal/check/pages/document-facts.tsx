import { fieldsOf, type RevisionRow } from '#capabilities/signatures/keeping/documents.ts'
import { words as agreementWords } from '#domains/agreement/words.ts'
import { printCode } from '#platform/id.ts'
import { LinkButton } from '#ui/button.tsx'
import { Facts, type Fact } from '#ui/facts.tsx'
import { formatBytes, formatMoment } from '#ui/format.ts'
import { useLocale } from '#ui/locale.tsx'
import { PublicSection } from '#ui/public-section.tsx'
import { Table, type Column } from '#ui/table.tsx'
import { paths } from '../../paths.ts'
import { words } from '../../words.ts'
import type { OurDocument } from '../check-file.ts'

const isHash = (value: unknown) => typeof value === 'string' && /^[0-9a-f]{64}$/.test(value)

/** Which document this is, and the file's own figures. */
export const DocumentFacts = ({ ours, facts }: { ours: OurDocument | null; facts: readonly Fact[] }) => {
  const locale = useLocale()
  const t = words(locale).check
  const states = agreementWords(locale).states
  const figures = facts.map(({ label, value }) => ({ label, value: isHash(value) ? <code>{value}</code> : value }))
  if (ours === null) return <Facts facts={figures} />
  const { owner, document, standing } = ours
  const at = owner && ([owner.year.bloc.slug, owner.year.slug] as const)
  const own: Fact[] = [
    { label: t.document, value: document.title },
    ...(owner ? [{ label: t.bloc, value: owner.year.bloc.name }] : []),
    ...(owner ? [{ label: t.year, value: owner.year.label }] : []),
    ...(owner ? [{ label: t.state, value: states[owner.agreement.state] }] : []),
    { label: t.code, value: <code>{printCode(document.code)}</code> },
    { label: t.textHash, value: <code>{document.text_sha256}</code> },
  ]
  return (
    <>
      <Facts facts={[...own, ...figures]} />
      {at && standing === 'published' && (
        <p class="public-more row">
          <LinkButton href={paths.agreement(...at)} icon="document">
            {t.story}
          </LinkButton>
          <LinkButton href={paths.agreementPdf(...at)} icon="download">
            {words(locale).papers.download}
          </LinkButton>
        </p>
      )}
    </>
  )
}

/** Every revision that was kept, the oldest first. */
export const Revisions = ({ ours }: { ours: OurDocument }) => {
  const locale = useLocale()
  const t = words(locale).check
  const labels = new Map(fieldsOf(ours.document).map(({ name, label }) => [name, label]))
  const columns: Column<RevisionRow>[] = [
    { key: 'number', label: t.revision, cell: (row) => `${t.revision} ${row.number}` },
    {
      key: 'signature',
      label: t.revisionOf,
      cell: (row) => labels.get(row.field ?? '') ?? row.field ?? (row.kind === 'proofs' ? t.proofs : t.base),
    },
    { key: 'made', label: t.madeAt, cell: (row) => formatMoment(row.made_at) },
    { key: 'size', label: t.size, numeric: true, cell: (row) => formatBytes(row.length, locale) },
    {
      key: 'hash',
      label: words(locale).papers.fileHash,
      cell: (row) => <code title={row.sha256}>{`${row.sha256.slice(0, 16)}…`}</code>,
    },
  ]
  return (
    <PublicSection title={t.revisions}>
      <p class="public-note">{t.revisionsBody}</p>
      <Table caption={t.revisions} columns={columns} rows={ours.revisions} />
    </PublicSection>
  )
}
