import { print, printJson, type Command } from '../program.ts'
import { withInstallation } from './with-installation.ts'

export const migrateCommand: Command = {
  name: 'migrate',
  usage: '[--no-backup]',
  summary: 'Brings the database of every tenant up to date; a broken run goes on where it stopped. Backs up first.',
  options: { 'no-backup': { type: 'boolean' } },
  run: (_operands, options) =>
    withInstallation(
      async ({ tenants }) => {
        const all = (await tenants.all()).map(({ slug }) => slug)
        if (options['json'] === true) printJson({ tenants: all })
        else print(`The database is up to date (${all.length} tenants).`)
      },
      { noBackup: options['no-backup'] === true },
    ),
}
