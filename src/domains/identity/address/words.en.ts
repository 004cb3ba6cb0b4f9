import type { Translation } from '#platform/words.ts'
import type { vi } from './words.vi.ts'

export const en: Translation<typeof vi> = {
  link: 'Set the mail address',
  title: (name) => `Mail address of ${name}`,
  intro: 'Reminders, notices and invitations go to this address. Ask the person before setting it.',
  present: 'Present address',
  none: 'none',
  email: 'Mail address',
  example: 'name@namdinh.gov.vn',
  wrong: 'A mail address looks like name@place.vn.',
  save: 'Save the address',
  cancel: 'Back',
  confirmFirst: 'Confirm the password first',
  told: 'The person is told in the system; the new address and the former one each get a mail.',
  mail: {
    subject: 'Mail address of your Giao Ước account',
    added: ({ name, login, by }) =>
      `Dear ${name},\n\n${by} set this address for the account ${login}. Reminders and notices come here from now on.\n\n` +
      'If the account is not yours, please tell the administrator.\n\nThis mail was sent by the system Giao Ước.\n',
    moved: ({ name, by }) =>
      `Dear ${name},\n\n${by} set another mail address for your account. No more mail comes here.\n\n` +
      'If you did not ask for this, tell the administrator at once.\n\nThis mail was sent by the system Giao Ước.\n',
  },
  actions: { 'identity.addressChanged': 'set the mail address' },
  violations: { isTheSame: 'This is the mail address of the account already.' },
}
