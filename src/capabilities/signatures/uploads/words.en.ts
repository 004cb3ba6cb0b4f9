import type { Translation } from '#platform/words.ts'
import type { vi } from './words.vi.ts'

const scanned = 'Print and scan it, or print it to a new PDF, and send that.'

export const en: Translation<typeof vi> = {
  violations: {
    script: `The PDF holds a script, so it is not accepted. ${scanned}`,
    launch: `The PDF opens programs or other files, so it is not accepted. ${scanned}`,
    submit: `The PDF sends or brings in data, so it is not accepted. ${scanned}`,
    behaviour: `The PDF hides and shows content, so it is not accepted. ${scanned}`,
    attachment: 'The PDF holds attached files, so it is not accepted. Send each file by itself, or print a new PDF.',
    form: `The PDF holds fields to fill in, so it is not accepted. ${scanned}`,
    layers: `The PDF holds layers that can be hidden, so it is not accepted. ${scanned}`,
    media: `The PDF holds sound, film or three-dimensional pictures, so it is not accepted. ${scanned}`,
    elsewhere: `The PDF takes content from other files, so it is not accepted. ${scanned}`,
    hiddenNote: `The PDF holds a hidden annotation, so it is not accepted. ${scanned}`,
    unreadable: `The PDF is malformed, so that it cannot be checked for hidden content. ${scanned}`,
    encrypted: 'The PDF is locked by a password, so it is not accepted. Remove the password and send it again.',
    tookTooLong: `The PDF is unusually complex and reading was stopped. ${scanned}`,
    busy: 'Many other files are being read. Send it again in a few minutes.',
  },
}
