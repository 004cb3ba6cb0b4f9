import { createFirstAdministrator } from '#domains/identity/people/first-administrator.ts'
import { createTenant, listTenants } from '#platform/database/tenants.ts'
import { CommandFailed, print, printJson, type Command, type OptionValues } from '../program.ts'
import { fillTenant } from '../fill-tenant.ts'
import { withInstallation } from './with-installation.ts'

function required(options: OptionValues, name: string): string {
  const value = options[name]
  if (typeof value !== 'string' || value.trim() === '') throw new CommandFailed(`--${name} is missing`, 2)
  return value.normalize('NFC').trim()
}

async function create(slug: string, options: OptionValues) {
  if (!/^[a-z][a-z0-9_]{1,40}$/.test(slug)) {
    throw new CommandFailed(`"${slug}" is no slug: small letters, digits and _, for example nam_dinh`)
  }
  const name = required(options, 'name')
  const host = options['host']
  const login = required(options, 'administrator')
  await withInstallation(async ({ owner, migrations, tenants }) => {
    await createTenant(owner, { slug, name, hosts: typeof host === 'string' ? [host] : [] }, migrations)
    const db = tenants.databaseOf(slug)
    await fillTenant(db)
    const invited = await createFirstAdministrator(db, { fullName: login, login: login.toLowerCase() }, new Date())
    const code = invited.code ?? ''
    if (options['json'] === true) printJson({ slug, name, administrator: login, code })
    else print(`${name} (${slug})\nAdministrator: ${login}\nOne-time code, type it at /loi-moi: ${code}`)
  })
}

export const tenantCreateCommand: Command = {
  name: 'tenant create',
  usage: 'SLUG --name NAME --administrator LOGIN [--host HOST]',
  summary: 'A tenant (a province, a ministry) with its schema, its role and a one-time code for its administrator.',
  options: { name: { type: 'string' }, host: { type: 'string' }, administrator: { type: 'string' } },
  operands: 1,
  run: ([slug = ''], options) => create(slug, options),
}

/** Of one tenant, or of all. What is there stays as it is: the command can be given again after every new version. */
async function fill(slug: string | undefined) {
  await withInstallation(async ({ owner, tenants }) => {
    const all = (await listTenants(owner)).map((tenant) => tenant.slug)
    if (slug !== undefined && !all.includes(slug)) throw new CommandFailed(`there is no tenant "${slug}"`)
    for (const each of slug === undefined ? all : [slug]) {
      await fillTenant(tenants.databaseOf(each))
      print(`${each}: filled`)
    }
  })
}

export const tenantFillCommand: Command = {
  name: 'tenant fill',
  usage: '[--tenant SLUG]',
  summary:
    'Bring what newer versions give every tenant: legal texts and rules, holidays, great days. Nothing is changed.',
  options: { tenant: { type: 'string' } },
  run: (_operands, options) => fill(typeof options['tenant'] === 'string' ? options['tenant'] : undefined),
}

export const tenantListCommand: Command = {
  name: 'tenant list',
  usage: '',
  summary: 'The tenants of this installation.',
  run: (_operands, options) =>
    withInstallation(async ({ owner }) => {
      const tenants = await listTenants(owner)
      if (options['json'] === true) printJson(tenants)
      else print(tenants.map(({ slug, name, hosts }) => [slug, name, ...hosts].join('\t')).join('\n'))
    }),
}
