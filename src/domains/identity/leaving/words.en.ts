import type { Translation } from '#platform/words.ts'
import type { vi } from './words.vi.ts'

export const en: Translation<typeof vi> = {
  title: (name: string) => `${name} leaves`,
  link: 'This person leaves',
  what: 'For someone who retires, is transferred, or gives up the post. Today is the last day.',
  ends: 'What ends today',
  account: 'Account',
  accountLines: 'no more sign-in; every open session, invitation and the two-step sign-in end',
  roles: 'Roles in the tenant',
  stays: 'What stays: signed papers, deeds and history keep this person’s name.',
  reason: 'Reason',
  reasonExample: 'Retires on 01/12',
  document: 'Document',
  documentHelp: 'The decision on retirement, transfer or release; number and day.',
  documentExample: 'Decision 45/QĐ-HLHPN of 20/11/2026',
  submit: 'Confirm that this person leaves',
  confirmFirst: 'Say the password once more to go on',
  only: 'This person holds a role in the tenant or works for another unit too: only the administrator can let them go. For your own unit you can end their role.',
  gone: (name: string) => `${name} has left. The account is closed.`,
  done: 'To the things to do',
  back: 'Invite this person back',
  backHelp:
    'They return to the very same account, so that the history stands together; a new password comes with the invitation, roles and mandates are given anew.',
  actions: {
    'identity.left': 'recorded that this person leaves',
    'identity.invitedBack': 'invited this person back',
  },
  violations: {
    isLeader: (values) => `${values['name']} leads the unit; only the administrator does this.`,
    alsoElsewhere: (values) =>
      `${values['name']} holds a role in the tenant or works for another unit too. Ask the administrator.`,
    gone: (values) => `${values['name']} has left already.`,
    lastDay: (values) =>
      `Today is the last day of ${values['name']}, whose roles end with it. Please invite again from tomorrow on.`,
    notGone: (values) => `The account of ${values['name']} is not closed; no new invitation is needed.`,
  },
}
