import {
  administrator,
  authority,
  day,
  document,
  everyone,
  keepers,
  leadersOfUnit,
  legalText,
  namersInUnit,
  namersInUnitAll,
  oneself,
  password,
  signedIn,
  workers,
  type Permissions,
} from './rights.ts'

/** People: how they come in, what they may do, and the texts they go by. */
export const permissionsOfPeople: Permissions = {
  // The door, and one's own account
  'get /dang-nhap': { who: everyone },
  'post /dang-nhap': { who: everyone, form: () => ({ login: 'ai-do', password }) },
  'post /dang-xuat': { who: signedIn },
  'get /xac-nhan': { who: signedIn },
  'post /xac-nhan': { who: signedIn, form: () => ({ password }) },
  'get /dang-nhap/ma': { who: everyone },
  'post /dang-nhap/ma': { who: everyone, form: () => ({ code: '123456' }) },
  'get /tai-khoan': { who: signedIn },
  'get /tai-khoan/xac-thuc-hai-buoc': { who: signedIn },
  'get /tai-khoan/xac-thuc-hai-buoc/bat': { who: signedIn },
  'post /tai-khoan/xac-thuc-hai-buoc/bat': { who: signedIn, form: () => ({ pending: 'x', code: '123456' }) },
  'post /tai-khoan/xac-thuc-hai-buoc/tat': { who: signedIn },
  'post /tai-khoan/xac-thuc-hai-buoc/ma-khoi-phuc': { who: signedIn },
  'get /quan-tri/xac-thuc-hai-buoc': { who: administrator },
  'post /quan-tri/xac-thuc-hai-buoc': { who: administrator, form: () => ({ leader: day }) },
  'post /tai-khoan/mat-khau': { who: signedIn, form: () => ({ present: password, password: 'a', again: 'a' }) },
  'post /tai-khoan/don-vi': { who: workers('own'), form: ({ unit }) => ({ unit }) },
  'post /tai-khoan/phien/ket-thuc': { who: signedIn },
  'post /tai-khoan/phien/:id/ket-thuc': { who: oneself },
  'post /tuy-chon': { who: everyone, form: () => ({ locale: 'en' }) },
  'get /loi-moi': { who: everyone },
  'post /loi-moi': { who: everyone, form: ({ invitation }) => ({ code: invitation }) },
  'get /loi-moi/:code': { who: everyone },
  'post /loi-moi/:code': { who: everyone, form: () => ({ password, again: password }) },

  // Tokens by which programs act: one's own, and all of them for the administrator
  'get /tai-khoan/ma-truy-cap': { who: signedIn },
  'get /tai-khoan/ma-truy-cap/tao': { who: signedIn },
  'post /tai-khoan/ma-truy-cap/tao': {
    who: workers('own'),
    form: ({ unit }) => ({ name: 'Phần mềm', scope: `unit:${unit}`, rights: 'read', untilOn: '2023-12-31' }),
  },
  'post /tai-khoan/ma-truy-cap/:id/thu-hoi': { who: { ...workers('own'), authority: 'own', administrator: 'all' } },
  'get /quan-tri/ma-truy-cap': { who: administrator },

  // The log: members read their own part, which the page itself judges
  'get /nhat-ky': { who: signedIn },
  'get /nhat-ky/tai-ve.csv': { who: signedIn },
  'get /nhat-ky/tai-ve.jsonl': { who: signedIn },
  'get /nhat-ky/dau-moc.txt': { who: signedIn },
  'post /nhat-ky/nhan-thu': {
    who: { leader: 'all', headLeader: 'all', ...authority },
    form: () => ({ wanted: 'yes' }),
  },
  'post /nhat-ky/luu-luot-xem': { who: administrator, form: () => ({ days: '730' }) },

  // Recovery in person: opened and confirmed by two people who answer for the person, withdrawn also by oneself
  'get /khoi-phuc-tai-khoan': { who: namersInUnitAll },
  'get /khoi-phuc-tai-khoan/moi': { who: namersInUnitAll },
  'post /khoi-phuc-tai-khoan/moi': {
    who: namersInUnit,
    form: ({ officerLogin }) => ({ login: officerLogin, reason: 'Mất điện thoại', paper: 'Thẻ căn cước' }),
  },
  'get /khoi-phuc-tai-khoan/:id': { who: { ...namersInUnit, officer: 'own', headOfficer: 'own' } },
  'post /khoi-phuc-tai-khoan/:id/xac-nhan': { who: namersInUnit },
  'post /khoi-phuc-tai-khoan/:id/rut': { who: { ...namersInUnit, officer: 'own', headOfficer: 'own' } },
  'get /khoi-phuc': { who: everyone },
  'post /khoi-phuc': { who: everyone, form: () => ({ code: 'AAAA' }) },
  'get /khoi-phuc/:code': { who: everyone },
  'post /khoi-phuc/:code': { who: everyone, form: () => ({ password, again: password }) },

  // People, their invitations and their roles in the tenant
  'get /quan-tri/nguoi-dung': { who: keepers },
  'get /quan-tri/nguoi-dung/moi': { who: keepers },
  'post /quan-tri/nguoi-dung': { who: keepers, form: () => ({ fullName: 'Lê Na', login: 'le-na', way: 'slip' }) },
  'get /quan-tri/nguoi-dung/:id': { who: keepers },
  'post /quan-tri/nguoi-dung/:id/loi-moi': [
    { who: keepers, form: () => ({ way: 'slip' }) },
    // A code for a person with a role in the tenant would hand that role over.
    { who: administrator, form: () => ({ way: 'slip' }), at: (place) => ({ ...place, invited: place.keeper }) },
  ],
  'post /quan-tri/nguoi-dung/:id/loi-moi/rut': { who: keepers },
  'post /quan-tri/nguoi-dung/:id/vai-tro': { who: administrator, form: () => ({ role: 'authority' }) },
  'post /quan-tri/nguoi-dung/:id/vai-tro/:role/ket-thuc': { who: administrator },
  'post /quan-tri/nguoi-dung/:id/moi-lai': { who: keepers, form: () => ({ way: 'slip' }) },
  'get /nguoi/:id/roi-di': { who: { ...leadersOfUnit, ...administrator } },
  'post /nguoi/:id/roi-di': {
    who: { ...leadersOfUnit, ...administrator },
    form: () => ({ reason: 'Nghỉ hưu', document }),
  },

  // Legal texts
  'get /van-ban-phap-luat': { who: signedIn },
  'get /van-ban-phap-luat/moi': { who: keepers },
  'post /van-ban-phap-luat': { who: keepers, form: () => legalText },
  'get /van-ban-phap-luat/:id': { who: signedIn },
  'get /van-ban-phap-luat/:id/sua': { who: keepers },
  'post /van-ban-phap-luat/:id/sua': { who: keepers, form: () => legalText },
  'post /van-ban-phap-luat/:id/kiem-chung': { who: keepers, form: () => ({ source: 'Công báo' }) },
}
