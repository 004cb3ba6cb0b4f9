import { z } from 'zod'

const blankIsAbsent = (value: unknown) => (value === '' ? undefined : value)
const optional = <Schema extends z.ZodType>(schema: Schema) => z.preprocess(blankIsAbsent, schema.optional())
const withDefault = <Schema extends z.ZodType>(schema: Schema, value: z.input<Schema>) =>
  z.preprocess((given) => blankIsAbsent(given) ?? value, schema)

/** Every setting, by the name of its environment variable; `docs/operations.md` explains each. */
const environment = z.object({
  DATABASE_URL: optional(z.url({ protocol: /^postgres(ql)?$/ })),
  DATABASE_POOL: withDefault(z.coerce.number().int().min(2).max(500), 20),
  DEFAULT_TENANT: optional(z.string().regex(/^[a-z][a-z0-9_]+$/)),
  GIAO_UOC_DATA: withDefault(z.string(), './var'),
  PORT: withDefault(z.coerce.number().int().min(0).max(65_535), 3000),
  HOST: withDefault(z.string(), '127.0.0.1'),
  BASE_URL: optional(z.url({ protocol: /^https?$/ })),
  /** How many proxies of the operator stand before this program; each adds one address to X-Forwarded-For. */
  PROXY_HOPS: withDefault(z.coerce.number().int().min(0).max(9), 0),
  SMTP_URL: optional(z.url({ protocol: /^smtps?$/ })),
  MAIL_FROM: withDefault(z.string(), 'Giao Ước <giao-uoc@localhost>'),
  /** Whoever shows it may hand in reports of mails that came back. */
  MAIL_BOUNCE_TOKEN: optional(z.string().min(16)),
  SECRET_KEY: optional(z.string().min(32)),
  SIGNING_CA_PASSPHRASE: optional(z.string().min(12)),
  SIGNING_CA_PASSPHRASE_NEW: optional(z.string().min(12)),
  SIGNING_TSA_URL: optional(z.url({ protocol: /^https?$/ })),
  /** `host` or `host:port`, separated by commas: where proofs about revocation may be fetched. */
  SIGNING_EVIDENCE_HOSTS: withDefault(
    z.string().transform((hosts) => hosts.split(/[\s,]+/).filter(Boolean)),
    '',
  ),
  /** Where the checkpoints of each tenant's log are appended: best a share that this machine cannot empty. */
  CHECKPOINT_DIR: optional(z.string()),
  /** Where the daily backup goes; absent, there is none. */
  BACKUP_DIR: optional(z.string()),
  /** How many daily backups are kept. */
  BACKUP_KEEP: withDefault(z.coerce.number().int().min(1).max(1000), 14),
  /** Whoever shows it may read `/metrics` from elsewhere. */
  METRICS_TOKEN: optional(z.string().min(16)),
  /** Where stored files lie when not in the data folder; all `S3_*` belong together. */
  S3_BUCKET: optional(z.string()),
  S3_ENDPOINT: optional(z.url({ protocol: /^https?$/ })),
  S3_REGION: withDefault(z.string(), 'us-east-1'),
  S3_ACCESS_KEY_ID: optional(z.string()),
  S3_SECRET_ACCESS_KEY: optional(z.string()),
  S3_PREFIX: withDefault(z.string().regex(/^$|^[\w.-]+\/$/), ''),
  S3_PATH_STYLE: withDefault(z.stringbool(), 'true'),
  /** Another place by whose accounts people may sign in; all `OIDC_*` belong together. */
  OIDC_ISSUER: optional(z.url({ protocol: /^https?$/ })),
  OIDC_CLIENT_ID: optional(z.string()),
  OIDC_CLIENT_SECRET: optional(z.string()),
  OIDC_SCOPE: withDefault(z.string().regex(/(^| )openid( |$)/), 'openid profile'),
  /** By which claim administrators name people; an address of mail proves nobody. */
  OIDC_CLAIM: withDefault(
    z.string().refine((claim) => claim !== 'email', 'an address of mail links nobody'),
    'preferred_username',
  ),
  OIDC_LABEL: withDefault(z.string(), 'tài khoản của tỉnh'),
  /** Values of `acr`, separated by commas, that stand for a second factor. */
  OIDC_SECOND_FACTOR_ACR: withDefault(
    z.string().transform((acrs) => acrs.split(/[\s,]+/).filter(Boolean)),
    '',
  ),
  LOG_LEVEL: withDefault(z.enum(['debug', 'info', 'warn', 'error', 'silent']), 'info'),
})

const beside = {
  S3_BUCKET: ['S3_ACCESS_KEY_ID', 'S3_SECRET_ACCESS_KEY'],
  OIDC_ISSUER: ['OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET'],
} as const

/** Who signs in elsewhere must not be read on the way; on the same machine there is no way. */
const isOpenLine = (issuer: string) =>
  issuer.startsWith('http:') && !/^http:\/\/(localhost|127\.0\.0\.1)[:/]/.test(`${issuer}/`)

const together = environment.superRefine((given, context) => {
  for (const first of ['S3_BUCKET', 'OIDC_ISSUER'] as const) {
    const missing = given[first] === undefined ? [] : beside[first].filter((name) => given[name] === undefined)
    for (const name of missing) context.addIssue({ code: 'custom', path: [name], message: `missing beside ${first}` })
  }
  if (given.OIDC_ISSUER !== undefined && isOpenLine(given.OIDC_ISSUER))
    context.addIssue({ code: 'custom', path: ['OIDC_ISSUER'], message: 'must begin with https:' })
})

export type Environment = z.output<typeof environment>

export class WrongConfiguration extends Error {
  override readonly name = 'WrongConfiguration'
}

/** Checked once at start; what is wrong is said for all variables at once, with the page that explains them. */
export function readEnvironment(variables: Readonly<Record<string, string | undefined>>): Environment {
  const result = together.safeParse(variables)
  if (result.success) return result.data
  const lines = result.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`)
  throw new WrongConfiguration(`The environment is not right (docs/operations.md):\n${lines.join('\n')}`)
}
