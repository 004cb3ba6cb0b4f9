import { signedIn, type Permissions } from './rights.ts'

/** Everybody searches, each finds their own share (test/search-audience.test.ts); what one saved is one's own. */
export const permissionsOfSearch: Permissions = {
  'get /tim-kiem': { who: signedIn },
  'post /tim-kiem/da-luu': { who: signedIn, form: () => ({ name: 'Hiến máu', query: 'q=hien+mau' }) },
  'post /tim-kiem/da-luu/:id/xoa': { who: signedIn, answer: 404 },
}
