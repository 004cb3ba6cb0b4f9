import type { Bilingual } from '#platform/words.ts'
import { withClient } from './readiness.ts'
import { inBothLanguages } from './trouble.ts'

/** What a given server lacks, and what to do about it. */
export type Finding = { readonly problem: Problem; readonly sentence: Bilingual }

type Problem =
  | 'unreachable'
  | 'too-old'
  | 'read-only'
  | 'encoding'
  | 'no-vietnamese-order'
  | 'may-not-create-roles'
  | 'may-not-create-schemas'
  | 'extension-missing'
  | 'extension-forbidden'

/** What was asked of the server; `version` as `server_version_num` tells it: 150004. */
export type ServerFacts = {
  version: number
  role: string
  database: string
  encoding: string
  isReadOnly: boolean
  hasVietnameseOrder: boolean
  mayCreateRoles: boolean
  mayCreateSchemas: boolean
  extensions: { name: string; state: 'missing' | 'forbidden' | 'ready' }[]
}

const oldestVersion = 15
const neededExtensions = ['unaccent', 'pg_trgm', 'btree_gist', 'pgcrypto', 'citext']

/** Everything that keeps this program from using the server in `DATABASE_URL`; an empty list is a good server. */
export async function checkServer(url: string): Promise<Finding[]> {
  try {
    return judgeServer(await askServer(url))
  } catch (error) {
    const sentence = inBothLanguages((t) => t.server.unreachable(reasonOf(error)))
    return [{ problem: 'unreachable', sentence }]
  }
}

export function judgeServer(facts: ServerFacts): Finding[] {
  const { role, database } = facts
  const major = Math.floor(facts.version / 10_000)
  const rules: [boolean, Problem, Parameters<typeof inBothLanguages>[0]][] = [
    [major >= oldestVersion, 'too-old', (t) => t.server.tooOld(String(major))],
    [!facts.isReadOnly, 'read-only', (t) => t.server.readOnly],
    [facts.encoding === 'UTF8', 'encoding', (t) => t.server.encoding(facts.encoding, database)],
    [facts.hasVietnameseOrder, 'no-vietnamese-order', (t) => t.server.noVietnameseOrder],
    [facts.mayCreateRoles, 'may-not-create-roles', (t) => t.server.mayNotCreateRoles(role)],
    [facts.mayCreateSchemas, 'may-not-create-schemas', (t) => t.server.mayNotCreateSchemas(role, database)],
  ]
  for (const { name, state } of facts.extensions) {
    rules.push([state !== 'missing', 'extension-missing', (t) => t.server.extensionMissing(name)])
    rules.push([state !== 'forbidden', 'extension-forbidden', (t) => t.server.extensionForbidden(name, database)])
  }
  return rules.flatMap(([holds, problem, say]) => (holds ? [] : [{ problem, sentence: inBothLanguages(say) }]))
}

// A name with several addresses fails with one error for each, and none of its own.
function reasonOf(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(String).join(', ')
  return error instanceof Error ? error.message : String(error)
}

async function askServer(url: string): Promise<ServerFacts> {
  return withClient(url, async (client) => {
    const facts = await client.query<Omit<ServerFacts, 'extensions'>>(factsQuery)
    const extensions = await client.query<ServerFacts['extensions'][number]>(extensionsQuery, [neededExtensions])
    const [first] = facts.rows
    if (first === undefined) throw new Error('no answer')
    return { ...first, extensions: extensions.rows }
  })
}

const factsQuery = `
  select current_setting('server_version_num')::int as version,
    current_user as role,
    current_database() as database,
    pg_encoding_to_char(d.encoding) as encoding,
    pg_is_in_recovery() as "isReadOnly",
    exists (select from pg_collation where collname = 'vi-x-icu') as "hasVietnameseOrder",
    r.rolsuper or r.rolcreaterole as "mayCreateRoles",
    has_database_privilege(d.oid, 'create') as "mayCreateSchemas"
  from pg_database d, pg_roles r
  where d.datname = current_database() and r.rolname = current_user`

// A trusted extension may be added by whoever may create schemas, which is judged by itself.
const extensionsQuery = `
  select needed.name,
    case
      when available.name is null then 'missing'
      when available.installed_version is not null or version.trusted or r.rolsuper then 'ready'
      else 'forbidden'
    end as state
  from unnest($1::text[]) with ordinality as needed(name, place)
  left join pg_available_extensions available on available.name = needed.name
  left join pg_available_extension_versions version
    on version.name = available.name and version.version = available.default_version
  join pg_roles r on r.rolname = current_user
  order by needed.place`
