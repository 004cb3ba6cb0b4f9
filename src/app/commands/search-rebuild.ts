import { rebuildIndex } from '#capabilities/search/keep-index.ts'
import { CommandFailed, print, printJson, type Command, type OptionValues } from '../program.ts'
import { searchSources } from '../search-sources.ts'
import { withInstallation } from './with-installation.ts'

async function rebuild(options: OptionValues) {
  const only = options['tenant']
  await withInstallation(async ({ tenants }) => {
    const all = (await tenants.all()).map(({ slug }) => slug)
    if (typeof only === 'string' && !all.includes(only)) throw new CommandFailed(`there is no tenant "${only}"`)
    const made: { tenant: string; entries: number }[] = []
    for (const tenant of typeof only === 'string' ? [only] : all) {
      made.push({ tenant, entries: await rebuildIndex(tenants.databaseOf(tenant), searchSources, new Date()) })
    }
    if (options['json'] === true) printJson(made)
    else print(made.map(({ tenant, entries }) => `${tenant}: ${entries} entries`).join('\n'))
  })
}

export const searchRebuildCommand: Command = {
  name: 'search rebuild',
  usage: '[--tenant SLUG] [--json]',
  summary: 'Makes the index of the search anew from the records, of one tenant or of all.',
  options: { tenant: { type: 'string' } },
  run: (_operands, options) => rebuild(options),
}
