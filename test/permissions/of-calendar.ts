import {
  administrator,
  agreement,
  day,
  drafters,
  keepers,
  nobody,
  participants,
  readersOfDraft,
  signedIn,
  year,
  type Permissions,
} from './rights.ts'

const calendar = `${year}/lich`
const written = { kind: 'deadline', title: 'Nộp danh sách', startsOn: '2023-03-01', audience: 'members' }
const ways = { task: 'digest', reminder: 'digest', overdue: 'at_once', escalation: 'at_once', calendar: 'off' }
const rules = {
  remindDays: '7, 3, 1, 0',
  tasksOpenBefore: '30',
  quietFrom: '21:00',
  quietTo: '06:30',
  digestAt: '07:00',
  leaderAfter: '2',
  headAfter: '4',
  authorityAfter: '10',
  noticesKeptDays: '180',
  mailsKeptDays: '400',
}

/** The calendar of a year, what people are told, and what became of mails. */
export const permissionsOfCalendar: Permissions = {
  [`get ${calendar}`]: { who: participants },
  [`get ${calendar}.ics`]: { who: readersOfDraft },
  [`get ${calendar}/moi`]: { who: drafters },
  [`post ${calendar}/moi`]: { who: drafters, form: () => ({ ...written, startsOn: day }) },
  [`get ${calendar}/:id`]: { who: participants },
  [`get ${calendar}/:id/sua`]: { who: drafters },
  [`post ${calendar}/:id/sua`]: { who: drafters, form: () => written },
  [`get ${calendar}/:id/huy`]: { who: drafters },
  [`post ${calendar}/:id/huy`]: { who: drafters, form: () => ({ reason: 'Lùi sang quý sau' }) },
  // Who has no task there is told so.
  [`post ${calendar}/:id/xong`]: { who: participants },

  // The dates of a signed text, which the head alone confirms
  [`get ${agreement}/moc-thoi-gian`]: { who: drafters },
  [`post ${agreement}/moc-thoi-gian`]: {
    who: drafters,
    form: ({ clause }) => ({ clause, at: '0', reading: 'named', title: 'Nộp báo cáo', audience: 'members' }),
  },

  // One's own notices: nobody opens those of others
  'get /thong-bao': { who: signedIn },
  'get /thong-bao/:id/mo': { who: nobody },
  'post /thong-bao/da-xem': { who: signedIn },
  'get /tai-khoan/thong-bao': { who: signedIn },
  'post /tai-khoan/thong-bao': { who: signedIn, form: () => ways },
  'post /tai-khoan/thong-bao/dia-chi': { who: signedIn },
  'post /tai-khoan/thong-bao/lich': { who: signedIn },
  'post /tai-khoan/thong-bao/lich/bo': { who: signedIn },

  // By a secret in the address, or by a token: whoever only guesses finds nothing
  'get /lich-ca-nhan/:token': { who: nobody },
  'get /bo-nhan-thu/:token': { who: nobody },
  'post /bo-nhan-thu/:token': { who: nobody },
  'post /thu-tra-ve': { who: nobody },

  'get /quan-tri/thu': { who: administrator },
  'get /thu-da-gui': { who: signedIn },
  'get /quan-tri/nhac-viec': { who: keepers },
  'post /quan-tri/nhac-viec': { who: keepers, form: () => rules },
}
