import { createHmac } from 'node:crypto'

/** A tenant's schema and its login role carry the same name. */
export const tenantSchema = (slug: string) => `t_${slug}`

/** Derived from the installation's secret, so that no password of a role is stored anywhere. */
export function tenantPassword(slug: string, secretKey: string): string {
  return createHmac('sha256', secretKey).update(`tenant role ${slug}`).digest('hex')
}

/** The owner's address, with the tenant's role in place of the owner. */
export function tenantUrl(ownerUrl: string, slug: string, secretKey: string): string {
  const url = new URL(ownerUrl)
  url.username = tenantSchema(slug)
  url.password = tenantPassword(slug, secretKey)
  return url.href
}
