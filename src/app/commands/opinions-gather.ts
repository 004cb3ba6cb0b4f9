import { gatherWaiting } from '#domains/voices/sending/gather-waiting.ts'
import { listTenants } from '#platform/database/tenants.ts'
import { CommandFailed, print, printJson, type Command, type OptionValues } from '../program.ts'
import { withInstallation } from './with-installation.ts'

/** Books what waits now instead of tonight. A batch that one person can time hides nobody: for trying out, and after trouble. */
async function gather(options: OptionValues) {
  const slug = options['tenant']
  await withInstallation(async ({ owner, tenants }) => {
    const all = (await listTenants(owner)).map((tenant) => tenant.slug)
    if (typeof slug === 'string' && !all.includes(slug)) throw new CommandFailed(`there is no tenant "${slug}"`)
    const booked: { tenant: string; opinions: number }[] = []
    for (const tenant of typeof slug === 'string' ? [slug] : all) {
      booked.push({ tenant, opinions: await gatherWaiting(tenants.databaseOf(tenant), new Date()) })
    }
    if (options['json'] === true) printJson(booked)
    else print(booked.map(({ tenant, opinions }) => `${tenant}: ${opinions} booked`).join('\n'))
  })
}

export const opinionsGatherCommand: Command = {
  name: 'opinions gather',
  usage: '[--tenant SLUG]',
  summary:
    'Book the anonymous opinions that wait for tonight’s batch. The batch of a whole day hides better: for trouble only.',
  options: { tenant: { type: 'string' } },
  run: (_operands, options) => gather(options),
}
