import { administrator, type Permissions } from './rights.ts'

const list = '/quan-tri/webhook'
const webhook = `${list}/:id`

/** Other programs are connected by the tenant's IT alone; here is none. */
export const permissionsOfWebhooks: Permissions = {
  [`get ${list}`]: { who: administrator },
  [`get ${list}/them`]: { who: administrator },
  [`post ${list}/them`]: { who: administrator },
  [`get ${webhook}`]: { who: administrator, answer: 404 },
  [`post ${webhook}/trang-thai`]: { who: administrator, answer: 404, form: () => ({ act: 'pause' }) },
  [`post ${webhook}/gui-thu`]: { who: administrator, answer: 404 },
  [`post ${webhook}/lan-gui/:delivery/gui-lai`]: { who: administrator, answer: 404 },
}
