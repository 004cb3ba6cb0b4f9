import { randomBytes } from 'node:crypto'
import { openSealed, sealBytes } from '#platform/sealed.ts'

const purpose = 'webhook'

/** As Standard Webhooks writes it: 256 bits that both sides know. */
export const newWebhookSecret = (): string => `whsec_${randomBytes(32).toString('base64')}`

export const sealSecret = (secret: string, about: string, secretKey: string): Buffer =>
  sealBytes(Buffer.from(secret, 'utf8'), { secretKey, purpose, about })

/** Null when the installation's secret is another one than when it was sealed. */
export const openSecret = (sealed: Uint8Array, about: string, secretKey: string): string | null =>
  openSealed(sealed, { secretKey, purpose, about })?.toString('utf8') ?? null
