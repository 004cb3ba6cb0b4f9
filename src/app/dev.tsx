import type { Hono } from 'hono'
import { gallery } from '#capabilities/documents/gallery.ts'
import { listOutbox } from '#capabilities/notifications/mail-transport.ts'
import { found } from '#platform/errors.ts'
import type { Web } from '#platform/web.ts'
import { Gallery } from '#ui/gallery.tsx'
import { join } from 'node:path'
import type { Assets } from './assets.ts'
import type { Installation } from './installation.ts'

const Mails = ({ mails }: { mails: Awaited<ReturnType<typeof listOutbox>> }) => (
  <>
    {mails.map((mail) => (
      <article>
        <h2>{mail.subject}</h2>
        <p>
          {mail.to}, {mail.at.toISOString()}
        </p>
        <pre>{mail.text}</pre>
      </article>
    ))}
  </>
)

/** Where the people who build this look at every part, mail and paper; open in the sample only. */
export function addDevPages(web: Hono<Web>, { dataFolder, renderer }: Installation, assets: Assets): void {
  web.get('/dev/ui', (c) => {
    const theme = c.req.query('theme')
    return c.html(
      <Gallery
        title="dev/ui"
        locale={c.var.locale}
        {...(theme === 'light' || theme === 'dark' ? { theme } : {})}
        stylesheet={assets.workspaceStyle}
        scripts={[assets.script]}
      />,
    )
  })
  web.get('/dev/mail', async (c) =>
    c.render(<Mails mails={await listOutbox(join(dataFolder, 'mail'))} />, { title: 'dev/mail', shell: 'plain' }),
  )
  web.get('/dev/documents/:name', async (c) => {
    const paper = found(Object.entries(gallery).find(([name]) => name === c.req.param('name'))?.[1])
    const { pdf } = await renderer.renderPdf(paper)
    return c.body(new Uint8Array(pdf), 200, { 'content-type': 'application/pdf' })
  })
}
