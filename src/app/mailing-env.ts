import type { MailingEnv } from '#domains/calendar/notices/mail-notices.ts'
import type { Installation } from './installation.ts'
import { siteOrigin } from './signing-settings.ts'

/**
 * Where links in a tenant's mails lead. With several provinces each is reached by its own name, under the scheme and
 * port of the installation's address.
 */
export async function mailingEnv(installation: Installation, tenant: string, now: Date): Promise<MailingEnv> {
  const { environment, tenants, migrations } = installation
  const all = await tenants.all()
  const url = new URL(siteOrigin(environment))
  const host = all.length > 1 ? all.find(({ slug }) => slug === tenant)?.hosts[0] : undefined
  if (host !== undefined) url.hostname = host
  return { now, site: url.origin, secretKey: migrations.secretKey }
}
