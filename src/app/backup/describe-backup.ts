import type { Manifest } from '#platform/backup/manifest.ts'
import type { Environment } from '#platform/config.ts'
import { words } from './words.ts'

const rowsOf = ({ installation, tenants }: Manifest) =>
  [installation, ...tenants].flatMap(({ tables }) => tables).reduce((sum, { rows }) => sum + rows, 0)

/** The few numbers of a manifest, for programs. */
export const summaryOf = (folder: string, manifest: Manifest) => ({
  folder,
  id: manifest.id,
  takenAt: manifest.takenAt,
  host: manifest.host,
  program: manifest.program,
  tenants: manifest.tenants.map(({ slug, name }) => ({ slug, name })),
  rows: rowsOf(manifest),
  files: { count: manifest.files.count, bytes: manifest.files.bytes },
  waiting: manifest.waiting?.rows ?? 0,
  secrets: manifest.secrets,
  missing: manifest.missing,
})

/** What must be kept elsewhere, because the backup does not hold it and nothing works without. */
function keptElsewhere({ secrets }: Manifest, environment: Environment): string[] {
  const secret = secrets.includes('secret-key') ? [] : ['SECRET_KEY']
  const passphrase = secrets.includes('demo-authority-passphrase') ? [] : ['SIGNING_CA_PASSPHRASE']
  const mail = environment.SMTP_URL === undefined ? [] : ['SMTP_URL']
  return [...secret, ...passphrase, ...mail]
}

/** What is in a backup and what is not, in both languages. */
export function describeBackup(folder: string, manifest: Manifest, environment: Environment) {
  const summary = { ...summaryOf(folder, manifest), keepElsewhere: keptElsewhere(manifest, environment) }
  const lines = (['vi', 'en'] as const).flatMap((locale) => {
    const t = words(locale).backup
    const { missing } = summary
    return [
      t.written(folder),
      t.holds(summary.tenants.length, summary.rows, summary.files.count),
      ...(summary.secrets.length > 0 ? [t.holdsSecrets(summary.secrets.join(', '))] : []),
      ...(summary.keepElsewhere.length > 0 ? [t.keepElsewhere(summary.keepElsewhere.join(', '))] : []),
      ...(missing.length > 0 ? [t.missing(missing.length, missing.slice(0, 5).join(', '))] : []),
    ]
  })
  return { data: summary, text: lines.join('\n') }
}
