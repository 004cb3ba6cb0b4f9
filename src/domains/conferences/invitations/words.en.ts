import type { vi } from './words.vi.ts'

type About = Parameters<(typeof vi)['mail']['invited']>[0]

const facts = ({ when, place, agenda }: About) => `Time: ${when}\nPlace: ${place}\n\nAgenda:\n${agenda}`

export const en: typeof vi = {
  title: 'Who is invited',
  under: 'Delegates of the units and guests; who has a vote, who has answered.',
  name: 'Name',
  nameExample: 'Nguyễn Thị Lan',
  post: 'Post',
  of: 'Unit or organisation',
  unit: 'Unit',
  unitNone: 'A guest, of no member unit',
  organisation: 'Organisation of a guest',
  email: 'Mail address',
  emailHelp: 'Without an address, print the invitation; the code on it answers too.',
  hasVote: 'Has the unit’s vote',
  voter: 'vote',
  kinds: { delegate: 'delegate', guest: 'guest' },
  reply: 'Answer',
  answers: { accepted: 'will come', declined: 'absent', proxy: 'sends a proxy' },
  noReply: 'no answer yet',
  proxyOf: (name) => `proxy: ${name}`,
  letter: 'Letter',
  letters: {
    asked: 'on its way',
    deferred: 'put off by the mail server',
    accepted: 'accepted by the mail server',
    refused: 'refused by the mail server',
    bounced: 'bounced',
    withheld: 'not sent, the address was refused',
  },
  noLetter: 'no letter',
  notInvited: 'not invited yet',
  add: 'Add somebody',
  addSubmit: 'Add',
  remove: 'Take off the list',
  invite: 'Send invitations',
  inviteNote: (count) => `${count} on the list were not invited yet.`,
  acts: 'Invitation and more',
  paper: 'Print the invitation',
  asked: 'asked in writing',
  ask: 'Note: asked in writing',
  none: 'The list is empty',
  noneBody: 'Add the delegates of each unit and the guests.',
  answerTitle: (name) => `Answer the invitation of ${name}`,
  answer: 'Your answer',
  acceptLabel: 'I will come',
  declineLabel: 'I cannot come',
  proxyLabel: 'I send a proxy',
  note: 'A note to the organisers',
  proxyName: 'Proxy',
  proxyPost: 'Post of the proxy',
  proxyMandate: 'Mandate or letter of introduction',
  proxyMandateExample: 'Mandate 12/GUQ of 22/02/2023',
  proxyHelp: 'Only when a proxy is sent. A proxy votes only with a mandate.',
  send: 'Send the answer',
  answered: (answer) => `Your answer: ${answer}.`,
  changeable: 'It may be changed until the opening.',
  invitedTo: (bloc) => `${bloc} invites`,
  chair: 'Chair',
  noAnswerNow: 'The conference takes no answers any more.',
  cancelled: (reason) => `Cancelled. Reason: ${reason}`,
  arrive: 'I am here',
  arriveNote: 'The conference is today. Press when you are in the hall.',
  arrived: 'You are on the roll. Please take your seat.',
  checkIn: 'Roll',
  checkInNote: 'Choose your name and press the button. The secretary sees each arrival and corrects mistakes.',
  who: 'I am',
  codeOver: 'This code is over',
  codeOverBody: 'The code on the large screen changes every ten minutes. Scan the one that is shown now.',
  nobodyLeft: 'Everyone on the list is ticked.',
  mail: {
    when: (time, day) => `${time}, ${day}`,
    invited: (about) => ({
      subject: `Invitation: ${about.title}`,
      text: `Dear ${about.name},

${about.bloc} invites you to “${about.title}”.

${facts(about)}

Please answer at: ${about.url}
No account is needed. The link is yours alone; in the hall it also puts you on the roll.
`,
    }),
    changed: (about) => ({
      subject: `Changed: ${about.title}`,
      text: `Dear ${about.name},

The invitation of ${about.bloc} to “${about.title}” was changed:

${facts(about)}

Please answer at: ${about.url}
`,
    }),
    cancelled: (about) => ({
      subject: `Cancelled: ${about.title}`,
      text: `Dear ${about.name},

“${about.title}” of ${about.bloc}, ${about.when}, does not take place.
Reason: ${about.reason}
`,
    }),
  },
  document: {
    heading: 'INVITATION',
    about: (title) => `to ${title}`,
    dear: (name) => `To: ${name}`,
    invites: (bloc, title) => `${bloc} invites you to ${title}.`,
    time: (when) => `Time: ${when}.`,
    place: (place) => `Place: ${place}.`,
    chair: (name) => `Chair: ${name}.`,
    agenda: 'Agenda:',
    qr: 'Code to answer and to arrive',
    qrNote: 'Scan to answer; in the hall, scan again to be on the roll.',
    closing: 'We look forward to seeing you on time.',
    sign: ['FOR THE BLOC', 'THE HEAD'],
  },
}
