const listPath = (bloc: string, year: string) => `/khoi/${bloc}/${year}/hoi-nghi`
const onePath = (bloc: string, year: string, conference: string) => `${listPath(bloc, year)}/${conference}`

type At = [bloc: string, year: string, conference: string]

export const conferencePaths = {
  list: listPath,
  plan: (bloc: string, year: string) => `${listPath(bloc, year)}/them`,
  one: onePath,
  change: (...at: At) => `${onePath(...at)}/sua`,
  opening: (...at: At) => `${onePath(...at)}/khai-mac`,
  closing: (...at: At) => `${onePath(...at)}/be-mac`,
  cancellation: (...at: At) => `${onePath(...at)}/huy`,

  agenda: (...at: At) => `${onePath(...at)}/chuong-trinh`,
  item: (...[bloc, year, conference, item]: [...At, item: string]) =>
    `${onePath(bloc, year, conference)}/chuong-trinh/${item}`,
  removeItem: (...[bloc, year, conference, item]: [...At, item: string]) =>
    `${onePath(bloc, year, conference)}/chuong-trinh/${item}/bo`,
  itemOrder: (...[bloc, year, conference, item]: [...At, item: string]) =>
    `${onePath(bloc, year, conference)}/chuong-trinh/${item}/thu-tu`,
  papers: (...[bloc, year, conference, item]: [...At, item: string]) =>
    `${onePath(bloc, year, conference)}/chuong-trinh/${item}/tai-lieu`,
  removePaper: (...[bloc, year, conference, paper]: [...At, paper: string]) =>
    `${onePath(bloc, year, conference)}/tai-lieu/${paper}/bo`,

  invitees: (...at: At) => `${onePath(...at)}/thanh-phan`,
  removeInvitee: (...[bloc, year, conference, invitee]: [...At, invitee: string]) =>
    `${onePath(bloc, year, conference)}/thanh-phan/${invitee}/bo`,
  invitations: (...at: At) => `${onePath(...at)}/moi`,
  invitationPaper: (...[bloc, year, conference, invitee]: [...At, invitee: string]) =>
    `${onePath(bloc, year, conference)}/thanh-phan/${invitee}/giay-moi`,
  reply: (...[bloc, year, conference, invitee]: [...At, invitee: string]) =>
    `${onePath(bloc, year, conference)}/thanh-phan/${invitee}/tra-loi`,
  askedInWriting: (...[bloc, year, conference, invitee]: [...At, invitee: string]) =>
    `${onePath(bloc, year, conference)}/thanh-phan/${invitee}/hoi-bang-van-ban`,

  roll: (...at: At) => `${onePath(...at)}/diem-danh`,

  desk: (...at: At) => `${onePath(...at)}/dieu-hanh`,
  present: (...at: At) => `${onePath(...at)}/dieu-hanh/noi-dung`,
  speakers: (...at: At) => `${onePath(...at)}/phat-bieu`,
  speaker: (...[bloc, year, conference, speaker]: [...At, speaker: string]) =>
    `${onePath(bloc, year, conference)}/phat-bieu/${speaker}`,
  decisions: (...at: At) => `${onePath(...at)}/quyet-nghi`,
  removeDecision: (...[bloc, year, conference, decision]: [...At, decision: string]) =>
    `${onePath(bloc, year, conference)}/quyet-nghi/${decision}/bo`,
  votes: (...at: At) => `${onePath(...at)}/bieu-quyet`,
  removeVote: (...[bloc, year, conference, vote]: [...At, vote: string]) =>
    `${onePath(bloc, year, conference)}/bieu-quyet/${vote}/bo`,
  tasks: (...at: At) => `${onePath(...at)}/viec-giao`,
  task: (...[bloc, year, conference, task]: [...At, task: string]) =>
    `${onePath(bloc, year, conference)}/viec-giao/${task}`,

  /** For the projector. */
  screen: (...at: At) => `${onePath(...at)}/man-hinh`,

  /** By the code of an invitation, without an account. */
  invitation: (code: string) => `/hoi-nghi/thu-moi/${code}`,
  arrival: (code: string) => `/hoi-nghi/thu-moi/${code}/co-mat`,
  /** By the code on the large screen. */
  checkIn: (conference: string, code: string) => `/hoi-nghi/diem-danh/${conference}/${code}`,
}
