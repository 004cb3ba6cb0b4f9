import type { PageHead, WebContext } from '#platform/web.ts'
import { actorOf } from '#platform/web.ts'
import { words } from './words.ts'

/** What the shell of the workspace shows around a page: where one is, for whom one works, what waits. */
export async function workspaceProps(c: WebContext, _head: PageHead) {
  const t = words(c.var.locale)
  const actor = actorOf(c)
  const place = (label: string, href: string) => ({ label, href, current: c.req.path === href })
  const tasks = place(t.nav.tasks, '/viec-can-lam')
  const blocs = place(t.nav.blocs, '/khoi')
  const units = place(t.nav.units, '/don-vi')
  return {
    search: { action: '/don-vi', hint: t.search },
    notifications: { href: '/viec-can-lam', unread: 0 },
    account: { name: actor.name, links: [place(t.nav.account, '/tai-khoan')], signOut: '/dang-xuat' },
    sections: [{ places: [tasks] }, { label: t.nav.shared, places: [blocs, units] }],
    places: [
      { ...tasks, icon: 'check' as const },
      { ...blocs, icon: 'check' as const },
      { ...units, icon: 'check' as const },
    ],
  }
}
