import { printDraft } from '#domains/agreement/reading/print-draft.ts'
import { readAgreementFile } from '#domains/agreement/reading/read-agreement-file.ts'
import { CommandFailed, print, printJson, type Command } from '../program.ts'
import { readNamedFile } from './read-file.ts'

async function readFileOf(path: string, asJson: boolean) {
  const read = await readAgreementFile(await readNamedFile(path))
  if ('refusal' in read) throw new CommandFailed(`${read.refusal.message.vi}\n${read.refusal.message.en}`)
  if (asJson) printJson(read.draft)
  else print(printDraft(read.draft))
}

export const agreementReadCommand: Command = {
  name: 'agreement read',
  usage: 'FILE [--json]',
  summary: 'Reads a text, .docx or .pdf about a bloc into a draft agreement; no network, no database.',
  operands: 1,
  run: ([path = ''], options) => readFileOf(path, options['json'] === true),
}
